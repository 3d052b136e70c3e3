package io.millrace.customers;

import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Attributes;
import io.millrace.timelines.NewFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the tags that stand what people and rules together say, and tells the difference as facts.
 * In the caller's transaction.
 */
final class TagSettling {
    private final JdbcClient jdbc;
    private final CustomerFacts facts;
    private final Ids ids;

    TagSettling(JdbcClient jdbc, CustomerFacts facts, Ids ids) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.ids = ids;
    }

    private record Standing(
            UUID id,
            ProfileId root,
            ProfileId profile,
            String value,
            boolean byHand,
            @Nullable String days,
            Instant setAt) {}

    private record Giving(
            ProfileId root,
            String value,
            @Nullable String days,
            String by,
            Instant setAt,
            @Nullable Instant expiresAt) {
        boolean standsAt(Instant now) {
            return expiresAt == null || expiresAt.isAfter(now);
        }
    }

    private static final class Bearer {
        final List<Standing> standing = new ArrayList<>();
        final List<Giving> givings = new ArrayList<>();
    }

    /** Of these customers (roots) in one category. */
    void settle(Collection<ProfileId> roots, String category, boolean oneOf, Instant now) {
        Map<ProfileId, Bearer> bearers = read(roots, category);
        List<Standing> gone = new ArrayList<>();
        List<Giving> come = new ArrayList<>();
        List<NewFact> told = new ArrayList<>();
        bearers.forEach((_, bearer) -> {
            Map<String, Giving> wanted = wanted(bearer, oneOf, now);
            for (Standing one : bearer.standing) {
                Giving giving = wanted.remove(one.value);
                boolean stays = stays(one, bearer, oneOf, giving);
                boolean renewed = stays && !one.byHand && giving != null && differs(one, giving);
                if (!stays || renewed) {
                    gone.add(one);
                }
                if (!stays) {
                    told.add(removed(one, bearer, category, now));
                } else if (renewed) {
                    come.add(giving);
                }
            }
            come.addAll(wanted.values());
        });
        come.forEach(one -> told.add(added(one, category, now)));
        delete(gone);
        insert(come, category);
        facts.append(told);
    }

    private static boolean differs(Standing one, Giving giving) {
        return !Objects.equals(one.days, giving.days);
    }

    private static boolean stays(
            Standing one, Bearer bearer, boolean oneOf, @Nullable Giving giving) {
        if (!one.byHand) {
            return giving != null;
        }
        return !oneOf || one.equals(latest(bearer));
    }

    private static @Nullable Standing latest(Bearer bearer) {
        return bearer.standing.stream()
                .filter(Standing::byHand)
                .max(Comparator.comparing(Standing::setAt).thenComparing(Standing::id))
                .orElse(null);
    }

    /** By value what rules give and should stand. */
    private static Map<String, Giving> wanted(Bearer bearer, boolean oneOf, Instant now) {
        Map<String, Giving> wanted = new LinkedHashMap<>();
        bearer.givings.stream()
                .filter(one -> one.standsAt(now))
                .sorted(Comparator.comparing(Giving::setAt).thenComparing(Giving::value).reversed())
                .forEach(one -> wanted.putIfAbsent(one.value, one));
        if (!oneOf) {
            return wanted;
        }
        if (latest(bearer) != null) {
            return new LinkedHashMap<>();
        }
        wanted.keySet().retainAll(wanted.keySet().stream().limit(1).toList());
        return wanted;
    }

    private Map<ProfileId, Bearer> read(Collection<ProfileId> roots, String category) {
        Map<ProfileId, Bearer> bearers = new HashMap<>();
        jdbc.sql(
                        """
                        select t.*, p.root from customers.tags t
                        join customers.profiles p on p.id = t.profile
                        where p.root = any (:roots::uuid[]) and t.category = :category
                        order by t.id for update of t
                        """)
                .param("roots", SqlArrays.profiles(roots))
                .param("category", category)
                .query(TagSettling::standing)
                .list()
                .forEach(one -> bearer(bearers, one.root).standing.add(one));
        jdbc.sql(
                        """
                        select g.*, p.root from customers.tag_givings g
                        join customers.profiles p on p.id = g.profile
                        where p.root = any (:roots::uuid[]) and g.category = :category
                        """)
                .param("roots", SqlArrays.profiles(roots))
                .param("category", category)
                .query(TagSettling::giving)
                .list()
                .forEach(one -> bearer(bearers, one.root).givings.add(one));
        return bearers;
    }

    private static Bearer bearer(Map<ProfileId, Bearer> bearers, ProfileId root) {
        return bearers.computeIfAbsent(root, _ -> new Bearer());
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        var days = row.getArray("schedule_days");
        return new Standing(
                row.getObject("id", UUID.class),
                new ProfileId(row.getObject("root", UUID.class)),
                new ProfileId(row.getObject("profile", UUID.class)),
                row.getString("value"),
                row.getBoolean("by_hand"),
                days == null ? null : String.join(",", Arrays.asList((String[]) days.getArray())),
                row.getObject("set_at", OffsetDateTime.class).toInstant());
    }

    private static Giving giving(ResultSet row, int number) throws SQLException {
        var expires = row.getObject("expires_at", OffsetDateTime.class);
        return new Giving(
                new ProfileId(row.getObject("root", UUID.class)),
                row.getString("value"),
                row.getString("days"),
                row.getString("by"),
                row.getObject("set_at", OffsetDateTime.class).toInstant(),
                expires == null ? null : expires.toInstant());
    }

    private NewFact added(Giving giving, String category, Instant now) {
        Attributes.Writer attributes =
                Attributes.writer()
                        .text("category", category)
                        .text("value", giving.value)
                        .text("source", "rule")
                        .text("by", giving.by);
        if (giving.days != null) {
            attributes.text("days", giving.days);
        }
        return facts.change(
                giving.root, Kinds.TAG_ADDED, now, category, attributes.done(), "console");
    }

    /** At the end that was known before, if that is why it goes. */
    private NewFact removed(Standing one, Bearer bearer, String category, Instant now) {
        Instant ended =
                bearer.givings.stream()
                        .filter(giving -> giving.value.equals(one.value))
                        .map(Giving::expiresAt)
                        .filter(Objects::nonNull)
                        .filter(end -> !end.isAfter(now))
                        .max(Comparator.naturalOrder())
                        .orElse(now);
        Attributes attributes =
                Attributes.writer()
                        .text("category", category)
                        .text("value", one.value)
                        .text("source", one.byHand ? "replaced" : "rule")
                        .done();
        return facts.change(one.profile, Kinds.TAG_REMOVED, ended, category, attributes, "console");
    }

    private void delete(List<Standing> gone) {
        jdbc.sql("delete from customers.tags where id = any (:ids::uuid[])")
                .param("ids", SqlArrays.uuids(gone.stream().map(Standing::id).toList()))
                .update();
    }

    private void insert(List<Giving> come, String category) {
        jdbc.sql(
                        """
                        insert into customers.tags (id, profile, category, value, schedule_days,
                            source, set_by, set_at, by_hand)
                        select id, profile, :category, value, string_to_array(days, ','), 'rule',
                               by, at, false
                        from unnest(:ids::uuid[], :profiles::uuid[], :values::text[],
                            :days::text[], :by::text[], :at::timestamptz[])
                            as t (id, profile, value, days, by, at)
                        on conflict (profile, category, value) do nothing
                        """)
                .param("category", category)
                .param("ids", SqlArrays.texts(come, _ -> ids.next()))
                .param("profiles", SqlArrays.texts(come, one -> one.root.value()))
                .param("values", SqlArrays.texts(come, Giving::value))
                .param("days", SqlArrays.texts(come, Giving::days))
                .param("by", SqlArrays.texts(come, Giving::by))
                .param("at", SqlArrays.texts(come, Giving::setAt))
                .update();
    }
}
