package io.millrace.customers;

import io.millrace.customers.CustomerEdits.Edited;
import io.millrace.customers.CustomerEdits.NewTag;
import io.millrace.customers.CustomerFiles.TagCount;
import io.millrace.customers.CustomerFiles.TagView;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Attributes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tags that people or other systems set on customers. */
final class Tags {
    static final Set<String> SOURCES = Set.of("chat", "moments", "orders", "import", "rule");
    private static final Set<String> DAYS = Set.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final int LONGEST = 100;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Families families;
    private final CustomerFacts facts;
    private final TagCatalogue catalogue;
    private final TagSettling settling;
    private final Ids ids;
    private final Clock clock;

    Tags(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Families families,
            CustomerFacts facts,
            TagCatalogue catalogue,
            TagSettling settling,
            Ids ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.families = families;
        this.facts = facts;
        this.catalogue = catalogue;
        this.settling = settling;
        this.ids = ids;
        this.clock = clock;
    }

    Edited<TagView> set(ProfileId customer, NewTag tag, String by) {
        var wrong = wrong(tag);
        if (!wrong.isEmpty()) {
            return new Edited.Invalid<>(wrong);
        }
        return Objects.requireNonNull(
                transactions.execute(status -> {
                    var root = families.liveRoot(customer);
                    return root == null
                            ? new Edited.UnknownCustomer<>()
                            : new Edited.Done<>(insert(root, tag, by));
                }));
    }

    List<FieldProblem> wrong(NewTag tag) {
        var wrong = new ArrayList<FieldProblem>();
        Fields.text("/category", tag.category(), LONGEST, wrong);
        Fields.text("/value", tag.value(), LONGEST, wrong);
        Fields.oneOf("/source", tag.source(), SOURCES, wrong);
        var schedule = tag.schedule();
        if (schedule != null) {
            for (var day : Objects.requireNonNullElse(schedule.days(), List.<String>of())) {
                Fields.oneOf("/schedule/days", day, DAYS, wrong);
            }
            if (schedule.text() != null && !schedule.text().isBlank()) {
                Fields.text("/schedule/text", schedule.text(), LONGEST, wrong);
            }
        }
        if (wrong.isEmpty() && !catalogue.allows(tag.category().strip(), tag.value().strip())) {
            wrong.add(FieldProblem.of("/value", "customers.tag-undefined"));
        }
        return wrong;
    }

    private TagView insert(ProfileId root, NewTag tag, String by) {
        var schedule = tag.schedule();
        catalogue.ensure(List.of(tag.category().strip()));
        var view =
                jdbc.sql(
                                """
                                insert into customers.tags (id, profile, category, value,
                                    schedule_days, schedule_text, source, set_by, set_at, by_hand)
                                values (:id, :profile, :category, :value, :days::text[], :text,
                                        :source, :by, :at, true)
                                on conflict (profile, category, value) do update
                                set schedule_days = excluded.schedule_days,
                                    schedule_text = excluded.schedule_text,
                                    source = excluded.source, set_by = excluded.set_by,
                                    set_at = excluded.set_at, by_hand = true
                                returning *
                                """)
                        .param("id", ids.next())
                        .param("profile", root.value())
                        .param("category", tag.category().strip())
                        .param("value", tag.value().strip())
                        .param(
                                "days",
                                schedule == null ? null : schedule.days().toArray(String[]::new),
                                java.sql.Types.ARRAY)
                        .param(
                                "text",
                                schedule == null ? null : schedule.text(),
                                java.sql.Types.VARCHAR)
                        .param("source", tag.source())
                        .param("by", by)
                        .param("at", SqlArrays.at(clock.instant()))
                        .query(FileReading::tag)
                        .single();
        var now = clock.instant();
        var days = schedule == null ? List.<String>of() : schedule.days();
        tell(
                List.of(new Told(root, Kinds.TAG_ADDED, view.value(), days)),
                view.category(),
                tag.source(),
                by,
                now);
        settle(List.of(root), view.category(), now);
        return view;
    }

    private record Removed(ProfileId profile, String category, String value, String source) {}

    boolean remove(ProfileId customer, UUID tag, String by) {
        return Boolean.TRUE.equals(
                transactions.execute(status -> removed(customer, tag, by) != null));
    }

    private @Nullable Removed removed(ProfileId customer, UUID tag, String by) {
        var root = families.rootOf(customer).orElse(null);
        if (root == null) {
            return null;
        }
        var removed =
                jdbc.sql(
                                """
                                delete from customers.tags
                                where id = :id and profile = any (:profiles::uuid[])
                                returning profile, category, value, source
                                """)
                        .param("id", tag)
                        .param("profiles", SqlArrays.profiles(families.members(root)))
                        .query((row, number) ->
                                new Removed(
                                        new ProfileId(row.getObject("profile", UUID.class)),
                                        row.getString("category"),
                                        row.getString("value"),
                                        row.getString("source")))
                        .optional()
                        .orElse(null);
        if (removed != null) {
            var now = clock.instant();
            tell(
                    List.of(
                            new Told(
                                    removed.profile(),
                                    Kinds.TAG_REMOVED,
                                    removed.value(),
                                    List.of())),
                    removed.category(),
                    removed.source(),
                    by,
                    now);
            settle(List.of(root), removed.category(), now);
        }
        return removed;
    }

    /**
     * @param days of the schedule of a tag that is set
     */
    record Told(ProfileId profile, String kind, String value, List<String> days) {}

    void tell(List<Told> told, String category, String source, String by, Instant at) {
        facts.append(
                told.stream()
                        .map(one -> {
                            var attributes =
                                    Attributes.writer()
                                            .text("category", category)
                                            .text("value", one.value)
                                            .text("source", source)
                                            .text("by", by);
                            if (!one.days.isEmpty()) {
                                attributes.text("days", String.join(",", one.days));
                            }
                            return facts.change(
                                    one.profile,
                                    one.kind,
                                    at,
                                    category,
                                    attributes.done(),
                                    "console");
                        })
                        .toList());
    }

    /** After somebody else set a tag on a profile. */
    void settleOneOf(ProfileId profile, String category) {
        if (catalogue.isOneOf(category)) {
            settleAny(profile, category);
        }
    }

    /** After somebody else took a tag from a profile. */
    void settleAny(ProfileId profile, String category) {
        settle(List.of(families.rootOf(profile).orElse(profile)), category, clock.instant());
    }

    void settle(List<ProfileId> roots, String category, Instant now) {
        settling.settle(roots, category, catalogue.isOneOf(category), now);
    }

    List<TagCount> counts() {
        return jdbc.sql(
                        """
                        select t.category, t.value, count(distinct p.root) as customers
                        from customers.tags t
                        join customers.profiles p on p.id = t.profile
                        join customers.profiles r on r.id = p.root
                        where r.customer_since is not null
                        group by t.category, t.value
                        order by t.category, customers desc, t.value
                        """)
                .query((row, number) ->
                        new TagCount(
                                row.getString("category"),
                                row.getString("value"),
                                row.getLong("customers")))
                .list();
    }
}
