package io.millrace.timelines;

import io.millrace.kernel.timeline.CustomerMap;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Micros;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Changes.Position;
import io.millrace.timelines.Changes.Touched;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells what became visible between a follower's position and the moment up to which the columnar
 * store has read. So whoever evaluates what the feed names finds it in the store.
 */
final class ChangeFeed {
    private final JdbcClient jdbc;
    private final CommitReads reads;
    private final Follower follower;
    private final Bindings bindings;
    private final Merges merges;
    private final Withdrawals withdrawals;
    private final Names kinds;

    ChangeFeed(
            JdbcClient jdbc,
            CommitReads reads,
            Follower follower,
            Bindings bindings,
            Merges merges,
            Withdrawals withdrawals,
            Names kinds) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.follower = follower;
        this.bindings = bindings;
        this.merges = merges;
        this.withdrawals = withdrawals;
        this.kinds = kinds;
    }

    private record Row(UUID profile, int[] kinds, OffsetDateTime earliest) {}

    /** What came of one customer. */
    private static final class Arrival {
        final Set<String> kinds = new HashSet<>(4);
        long earliest = Long.MAX_VALUE;

        void take(String kind, Instant at) {
            kinds.add(kind);
            earliest = Math.min(earliest, Micros.of(at));
        }
    }

    Changes since(@Nullable Position position) {
        Follower.Level level = follower.level();
        Position until = new Position(level.log() + "/" + level.seen().text());
        CommitSnapshot from = position == null ? null : snapshot(position, level.log());
        if (from == null) {
            return new Changes(until, List.of(), true);
        }
        if (level.seen().sameAs(from)) {
            return new Changes(until, List.of(), false);
        }
        List<RecentSteps.Step> recent = follower.recent().between(from, level.seen());
        return recent.isEmpty()
                ? reads.read(_ -> between(from, level.seen(), until))
                : of(recent, until);
    }

    private Changes of(List<RecentSteps.Step> recent, Position until) {
        CustomerMap customers = merges.customers();
        Map<UUID, Arrival> touched = new LinkedHashMap<>();
        Map<ProfileId, List<Fact>> arrived = new HashMap<>();
        List<UUID> withdrawn = new ArrayList<>();
        List<UUID> rebound = new ArrayList<>();
        for (RecentSteps.Step step : recent) {
            for (Fact fact : step.facts()) {
                UUID customer = root(customers, fact.profile());
                touched.computeIfAbsent(customer, _ -> new Arrival())
                        .take(fact.kind(), fact.occurredAt());
                arrived.computeIfAbsent(new ProfileId(customer), _ -> new ArrayList<>(2)).add(fact);
            }
            withdrawn.addAll(step.withdrawn());
            rebound.addAll(step.rebound());
        }
        return new Changes(until, all(customers, touched, withdrawn, rebound), false, arrived);
    }

    /** Null if the position is of another log. */
    private static @Nullable CommitSnapshot snapshot(Position position, UUID log) {
        String prefix = log + "/";
        return position.text().startsWith(prefix)
                ? CommitSnapshot.parse(position.text().substring(prefix.length()))
                : null;
    }

    private Changes between(CommitSnapshot from, CommitSnapshot to, Position until) {
        String came =
                "(%s) and pg_visible_in_snapshot(tx, '%s'::pg_snapshot)"
                        .formatted(from.unseen(), to.text());
        Withdrawals.Pending withdrawn = withdrawals.visible(came);
        if (!withdrawn.sources().isEmpty()) {
            return new Changes(until, List.of(), true);
        }
        CustomerMap customers = merges.customers();
        Map<UUID, Arrival> touched = new LinkedHashMap<>();
        for (Row row : rows(came)) {
            Arrival arrival =
                    touched.computeIfAbsent(root(customers, row.profile), _ -> new Arrival());
            for (int kind : row.kinds) {
                arrival.take(kinds.name(kind), row.earliest.toInstant());
            }
        }
        List<Touched> all = all(customers, touched, withdrawn.profiles(), bindings.rebound(came));
        return new Changes(until, all, false);
    }

    private static List<Touched> all(
            CustomerMap customers,
            Map<UUID, Arrival> touched,
            Collection<UUID> withdrawn,
            Collection<UUID> rebound) {
        Set<UUID> whole = new HashSet<>();
        withdrawn.forEach(profile -> whole.add(root(customers, profile)));
        for (UUID profile : rebound) {
            // Itself too: it may have been a customer of its own until now.
            whole.add(profile);
            whole.add(root(customers, profile));
        }
        whole.forEach(profile -> touched.putIfAbsent(profile, new Arrival()));
        List<Touched> all = new ArrayList<>(touched.size());
        touched.forEach((customer, arrival) ->
                all.add(
                        new Touched(
                                new ProfileId(customer),
                                arrival.kinds,
                                arrival.earliest,
                                whole.contains(customer))));
        return all;
    }

    private List<Row> rows(String came) {
        // Statistics know nothing of the newest rows; the index does.
        jdbc.sql("set local enable_seqscan = off").update();
        return jdbc.sql(
                        """
                        select profile, array_agg(distinct kind) kinds, min(occurred_at) earliest
                        from timelines.facts
                        where %s
                        group by profile order by profile
                        """
                                .formatted(came))
                .query((row, number) -> {
                    Integer[] numbers = (Integer[]) row.getArray("kinds").getArray();
                    int[] plain = new int[numbers.length];
                    for (int i = 0; i < plain.length; i++) {
                        plain[i] = numbers[i];
                    }
                    return new Row(
                            row.getObject("profile", UUID.class),
                            plain,
                            row.getObject("earliest", OffsetDateTime.class));
                })
                .list();
    }

    private static UUID root(CustomerMap customers, UUID profile) {
        return customers.rootOf(profile);
    }
}
