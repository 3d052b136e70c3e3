package io.millrace.customers;

import io.millrace.shared.ProfileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What rules give, as rows. */
final class RuledTags implements TagRules {
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final TagCatalogue catalogue;
    private final TagSettling settling;
    private final Clock clock;

    RuledTags(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            TagCatalogue catalogue,
            TagSettling settling,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.catalogue = catalogue;
        this.settling = settling;
        this.clock = clock;
    }

    private record Given(ProfileId root, boolean leaving, @Nullable String days) {}

    private record Ended(ProfileId root, String category) {}

    @Override
    public Followed follow(Rule rule, Set<ProfileId> holding) {
        Map<ProfileId, Given> given = given(rule.id());
        Instant now = clock.instant();
        List<ProfileId> give = new ArrayList<>();
        List<ProfileId> take = new ArrayList<>();
        for (ProfileId root : new TreeSet<>(holding)) {
            Given before = given.get(root);
            if (before == null || before.leaving || !same(before, rule)) {
                give.add(root);
            }
        }
        given.forEach((root, before) -> {
            if (!before.leaving && !holding.contains(root)) {
                take.add(root);
            }
        });
        slices(give, slice -> give(rule, slice, now));
        slices(take, slice -> take(rule, slice, now));
        return new Followed(give.size(), take.size());
    }

    private static boolean same(Given before, Rule rule) {
        String days = days(rule);
        return days == null ? before.days == null : days.equals(before.days);
    }

    private static @Nullable String days(Rule rule) {
        return rule.days().isEmpty() ? null : String.join(",", rule.days());
    }

    private Map<ProfileId, Given> given(UUID rule) {
        Map<ProfileId, Given> given = new HashMap<>();
        jdbc.sql(
                        """
                        select p.root, g.leaving, g.days from customers.tag_givings g
                        join customers.profiles p on p.id = g.profile
                        where g.rule = :rule and not (g.leaving and g.ended)
                        """)
                .param("rule", rule)
                .query((row, number) ->
                        new Given(
                                new ProfileId(row.getObject("root", UUID.class)),
                                row.getBoolean("leaving"),
                                row.getString("days")))
                .list()
                .forEach(one -> given.merge(one.root, one, (a, b) -> a.leaving ? b : a));
        return given;
    }

    private void give(Rule rule, List<ProfileId> roots, Instant now) {
        Integer expires = rule.expireDays();
        jdbc.sql(
                        """
                        insert into customers.tag_givings as g (rule, profile, category, value,
                            days, by, set_at, expires_at)
                        select :rule, profile, :category, :value, :days, :by, :at, :expires
                        from unnest(:profiles::uuid[]) as profile
                        on conflict (rule, profile) do update
                        set days = excluded.days, by = excluded.by,
                            set_at = case when g.leaving then excluded.set_at else g.set_at end,
                            expires_at = case when g.leaving then excluded.expires_at
                                else g.expires_at end,
                            ended = g.ended and not g.leaving, leaving = false
                        """)
                .param("rule", rule.id())
                .param("category", rule.category())
                .param("value", rule.value())
                .param("days", days(rule), java.sql.Types.VARCHAR)
                .param("by", rule.name())
                .param("at", SqlArrays.at(now))
                .param(
                        "expires",
                        expires == null ? null : SqlArrays.at(now.plus(Duration.ofDays(expires))),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("profiles", SqlArrays.profiles(roots))
                .update();
        settle(roots, rule.category(), now);
    }

    private void take(Rule rule, List<ProfileId> roots, Instant now) {
        Integer keep = rule.keepDays();
        if (keep == null) {
            remove(rule.id(), roots);
        } else {
            jdbc.sql(
                            """
                            update customers.tag_givings g
                            set leaving = true, ended = g.ended or :until <= :now,
                                expires_at = least(:until, g.expires_at)
                            from customers.profiles p
                            where g.rule = :rule and p.id = g.profile
                              and p.root = any (:roots::uuid[])
                            """)
                    .param("rule", rule.id())
                    .param("now", SqlArrays.at(now))
                    .param("until", SqlArrays.at(now.plus(Duration.ofDays(keep))))
                    .param("roots", SqlArrays.profiles(roots))
                    .update();
        }
        settle(roots, rule.category(), now);
    }

    private void remove(UUID rule, List<ProfileId> roots) {
        jdbc.sql(
                        """
                        delete from customers.tag_givings g using customers.profiles p
                        where g.rule = :rule and p.id = g.profile and p.root = any (:roots::uuid[])
                        """)
                .param("rule", rule)
                .param("roots", SqlArrays.profiles(roots))
                .update();
    }

    @Override
    public int withdraw(UUID rule) {
        List<Ended> all =
                jdbc.sql(
                                """
                                select distinct p.root, g.category from customers.tag_givings g
                                join customers.profiles p on p.id = g.profile
                                where g.rule = :rule order by p.root
                                """)
                        .param("rule", rule)
                        .query(RuledTags::ended)
                        .list();
        Instant now = clock.instant();
        slices(
                all,
                slice -> {
                    remove(rule, slice.stream().map(Ended::root).toList());
                    settle(slice, now);
                });
        return all.size();
    }

    @Override
    public int expire() {
        Instant now = clock.instant();
        int ended = 0;
        while (true) {
            Integer some = transactions.execute(_ -> expire(now));
            if (some == null || some == 0) {
                return ended;
            }
            ended += some;
        }
    }

    private int expire(Instant now) {
        List<Ended> ended =
                jdbc.sql(
                                """
                                with due as (
                                    select rule, profile from customers.tag_givings
                                    where not ended and expires_at <= :now
                                    order by rule, profile limit :limit for update skip locked)
                                update customers.tag_givings g set ended = true
                                from due, customers.profiles p
                                where g.rule = due.rule and g.profile = due.profile
                                  and p.id = g.profile
                                returning p.root, g.category
                                """)
                        .param("now", SqlArrays.at(now))
                        .param("limit", AT_ONCE)
                        .query(RuledTags::ended)
                        .list();
        settle(ended, now);
        jdbc.sql("delete from customers.tag_givings where ended and leaving").update();
        return ended.size();
    }

    @Override
    public int bearers(UUID rule) {
        return jdbc.sql(
                        """
                        select count(distinct p.root) from customers.tag_givings g
                        join customers.profiles p on p.id = g.profile
                        where g.rule = :rule and not g.ended
                        """)
                .param("rule", rule)
                .query(Integer.class)
                .single();
    }

    /** The roots of those who bear a rule's tag because of it. */
    SortedSet<ProfileId> bearing(UUID rule) {
        return new TreeSet<>(
                jdbc.sql(
                                """
                                select p.root from customers.tag_givings g
                                join customers.profiles p on p.id = g.profile
                                where g.rule = :rule and not g.ended
                                """)
                        .param("rule", rule)
                        .query((row, number) -> new ProfileId(row.getObject("root", UUID.class)))
                        .list());
    }

    private static Ended ended(ResultSet row, int number) throws SQLException {
        return new Ended(
                new ProfileId(row.getObject("root", UUID.class)), row.getString("category"));
    }

    private void settle(Collection<Ended> ended, Instant now) {
        Map<String, Set<ProfileId>> byCategory = new HashMap<>();
        ended.forEach(one ->
                byCategory.computeIfAbsent(one.category, _ -> new HashSet<>()).add(one.root));
        byCategory.forEach((category, roots) -> settle(roots, category, now));
    }

    private void settle(Collection<ProfileId> roots, String category, Instant now) {
        settling.settle(roots, category, catalogue.isOneOf(category), now);
    }

    private <T> void slices(List<T> all, java.util.function.Consumer<List<T>> each) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<T> slice = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            transactions.executeWithoutResult(_ -> each.accept(slice));
        }
    }
}
