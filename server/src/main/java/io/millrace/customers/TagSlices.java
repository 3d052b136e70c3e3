package io.millrace.customers;

import io.millrace.customers.CustomerEdits.NewTag;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tags of many customers at once, in the caller's transaction. */
final class TagSlices {
    private final JdbcClient jdbc;
    private final Tags tags;
    private final TagCatalogue catalogue;
    private final Ids ids;
    private final Clock clock;

    TagSlices(CustomerParts parts) {
        this.jdbc = parts.jdbc;
        this.tags = parts.tags;
        this.catalogue = parts.tagCatalogue;
        this.ids = parts.ids;
        this.clock = parts.clock;
    }

    /** Sets a tag on many customers (roots) in the caller's transaction; answers on how many. */
    int setAll(List<ProfileId> roots, NewTag tag, String by) {
        var category = tag.category().strip();
        var value = tag.value().strip();
        var schedule = tag.schedule();
        var days = schedule == null ? List.<String>of() : schedule.days();
        var now = clock.instant();
        catalogue.ensure(List.of(category));
        var set =
                jdbc.sql(
                                """
                                insert into customers.tags as t (id, profile, category, value,
                                    schedule_days, schedule_text, source, set_by, set_at, by_hand)
                                select id, profile, :category, :value, string_to_array(:days, ','),
                                       :text, :source, :by, :at, true
                                from unnest(:ids::uuid[], :profiles::uuid[]) as made (id, profile)
                                on conflict (profile, category, value) do update
                                set by_hand = true, source = excluded.source,
                                    set_by = excluded.set_by, set_at = excluded.set_at,
                                    schedule_days = excluded.schedule_days,
                                    schedule_text = excluded.schedule_text
                                where not t.by_hand
                                   or t.schedule_days is distinct from excluded.schedule_days
                                returning profile
                                """)
                        .param("category", category)
                        .param("value", value)
                        .param(
                                "days",
                                days.isEmpty() ? null : String.join(",", days),
                                java.sql.Types.VARCHAR)
                        .param(
                                "text",
                                schedule == null ? null : schedule.text(),
                                java.sql.Types.VARCHAR)
                        .param("source", tag.source())
                        .param("by", by)
                        .param("at", SqlArrays.at(now))
                        .param("ids", SqlArrays.texts(roots, _ -> ids.next()))
                        .param("profiles", SqlArrays.profiles(roots))
                        .query((row, number) -> new ProfileId(row.getObject("profile", UUID.class)))
                        .list();
        tags.tell(
                set.stream()
                        .map(root -> new Tags.Told(root, Kinds.TAG_ADDED, value, days))
                        .toList(),
                category,
                tag.source(),
                by,
                now);
        tags.settle(roots, category, now);
        return set.size();
    }

    /** Takes a tag that people set from many customers (roots); answers from how many. */
    int removeAll(List<ProfileId> roots, NewTag tag, String by) {
        var category = tag.category().strip();
        var now = clock.instant();
        var gone =
                jdbc.sql(
                                """
                                delete from customers.tags t using customers.profiles p
                                where p.id = t.profile and p.root = any (:roots::uuid[])
                                  and t.category = :category and t.value = :value and t.by_hand
                                returning t.profile
                                """)
                        .param("roots", SqlArrays.profiles(roots))
                        .param("category", category)
                        .param("value", tag.value().strip())
                        .query((row, number) -> new ProfileId(row.getObject("profile", UUID.class)))
                        .list();
        tags.tell(
                gone.stream()
                        .map(one ->
                                new Tags.Told(
                                        one, Kinds.TAG_REMOVED, tag.value().strip(), List.of()))
                        .toList(),
                category,
                tag.source(),
                by,
                now);
        tags.settle(roots, category, now);
        return gone.size();
    }
}
