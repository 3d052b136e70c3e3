package io.millrace.bench.audiences;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.evaluate.Evaluator;
import io.millrace.kernel.condition.evaluate.Verdict;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Timeline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Memberships and timers as they are written, against an evaluation of everybody by every audience
 * from scratch as of the same instant. Memberships are compared by their number and by two sums
 * over all of them; no timer may be later than an answer changes.
 */
final class Scratch {
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    /** All memberships in three numbers, and how timers stand to answers. */
    private static final class Sums {
        long number;
        long first;
        long second;
        long exact;
        long early;
        long late;

        void add(long high, long low, int audience) {
            number++;
            first += mix(high * 31 + low + audience * 0x9e3779b97f4a7c15L);
            second += mix(low * 31 + high ^ audience * 0xc2b2ae3d27d4eb4fL);
        }

        void time(long due, long until) {
            exact += due == until ? 1 : 0;
            early += due < until ? 1 : 0;
            late += due > until ? 1 : 0;
        }

        Sums and(Sums other) {
            number += other.number;
            first += other.first;
            second += other.second;
            exact += other.exact;
            early += other.early;
            late += other.late;
            return this;
        }

        private static long mix(long value) {
            long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
            mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
            return mixed ^ mixed >>> 31;
        }
    }

    /** An accumulator with the evaluator of its thread. */
    private record Filling(Sums sums, Evaluator evaluator) {}

    private final LocalProduct product;
    private final List<InventedAudiences.Audience> audiences;
    private final List<Condition> conditions;
    private final ZoneId zone;

    Scratch(
            LocalProduct product,
            List<InventedAudiences.Audience> audiences,
            List<Condition> conditions,
            ZoneId zone) {
        this.product = product;
        this.audiences = audiences;
        this.conditions = conditions;
        this.zone = zone;
    }

    /** What the comparison came to; throws if a membership or a timer is wrong. */
    String check() {
        Sums written = new Sums();
        Map<UUID, Long> dues = new HashMap<>();
        long[] asOf = new long[1];
        product.transactions().executeWithoutResult(_ -> asOf[0] = read(written, dues));
        Sums fresh =
                product.timelines()
                        .fold(words -> new Everything(words, asOf[0], dues), END)
                        .value()
                        .sums;
        if (written.number != fresh.number
                || written.first != fresh.first
                || written.second != fresh.second) {
            throw new IllegalStateException(
                    "%d memberships are written and %d are right, or they are others"
                            .formatted(written.number, fresh.number));
        }
        if (fresh.late > 0) {
            throw new IllegalStateException(fresh.late + " timers are late");
        }
        return "%d memberships equal; of %d timers none late, %d early"
                .formatted(fresh.number, fresh.exact + fresh.early, fresh.early);
    }

    private long read(Sums written, Map<UUID, Long> dues) {
        Map<UUID, Integer> places = new HashMap<>();
        for (int i = 0; i < audiences.size(); i++) {
            places.put(audiences.get(i).id(), i);
        }
        product.jdbc().sql("set transaction isolation level repeatable read").update();
        long at =
                product.jdbc()
                        .sql(
                                """
                                select (extract(epoch from at) * 1000000)::bigint
                                from audiences.position
                                """)
                        .query(Long.class)
                        .single();
        product.jdbc()
                .sql("select audience, profile from audiences.members")
                .withFetchSize(10_000)
                .query(row -> {
                    UUID profile = row.getObject(2, UUID.class);
                    written.add(
                            profile.getMostSignificantBits(),
                            profile.getLeastSignificantBits(),
                            places.getOrDefault(row.getObject(1, UUID.class), -1));
                });
        product.jdbc()
                .sql(
                        """
                        select profile, (extract(epoch from due) * 1000000)::bigint
                        from audiences.timers
                        """)
                .withFetchSize(10_000)
                .query(row -> {
                    dues.put(row.getObject(1, UUID.class), row.getLong(2));
                });
        return at;
    }

    private final class Everything implements Fold<Filling> {
        private final Dictionary words;
        private final long asOf;
        private final Map<UUID, Long> dues;

        Everything(Dictionary words, long asOf, Map<UUID, Long> dues) {
            this.words = words;
            this.asOf = asOf;
            this.dues = dues;
        }

        @Override
        public Filling newAccumulator() {
            return new Filling(new Sums(), Evaluator.of(conditions, words, zone));
        }

        @Override
        public void accept(Timeline timeline, Filling into) {
            into.evaluator.measure(timeline, asOf);
            long high = timeline.customerHigh();
            long low = timeline.customerLow();
            long until = Verdict.NEVER;
            for (int i = 0; i < conditions.size(); i++) {
                until = Math.min(until, into.evaluator.until(i));
                if (into.evaluator.holds(i)) {
                    into.sums.add(high, low, i);
                }
            }
            into.sums.time(dues.getOrDefault(new UUID(high, low), Verdict.NEVER), until);
        }

        @Override
        public Filling merge(Filling left, Filling right) {
            return new Filling(left.sums.and(right.sums), left.evaluator);
        }
    }
}
