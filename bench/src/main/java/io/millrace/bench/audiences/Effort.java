package io.millrace.bench.audiences;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.evaluate.Evaluator;
import io.millrace.kernel.condition.evaluate.Led;
import io.millrace.kernel.condition.evaluate.Routes;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Timeline;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The processor time of judging the customers whom some facts touch: by every audience in one walk
 * over each customer, by every audience for itself, or only by those that the facts can matter to.
 */
final class Effort {
    private static final int[] NONE = {};
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final Timelines timelines;
    private final List<Condition> conditions;
    private final List<List<Condition>> together;
    private final List<List<Condition>> singly;
    private final Routes routes;
    private final Led led;
    private final Map<UUID, BitSet> members = new HashMap<>();
    private final Map<List<Condition>, JudgeAll> ready = new IdentityHashMap<>();
    private @Nullable JudgeSome some;
    private @Nullable Evaluator kept;
    private final ZoneId zone;
    private final long asOf;

    Effort(Timelines timelines, List<Condition> conditions, ZoneId zone, long asOf) {
        this.timelines = timelines;
        this.conditions = conditions;
        this.together = List.of(conditions);
        this.singly = conditions.stream().map(List::of).toList();
        this.routes = Routes.of(conditions);
        this.led = routes.led();
        this.zone = zone;
        this.asOf = asOf;
    }

    /** Sums up what was found, so that nothing can be left out. */
    private abstract class Judge implements Fold<long[]> {
        final Evaluator evaluator;

        Judge(Evaluator evaluator) {
            this.evaluator = evaluator;
        }

        @Override
        public long[] newAccumulator() {
            return new long[1];
        }

        @Override
        public long[] merge(long[] left, long[] right) {
            throw new IllegalStateException("one thread");
        }

        void take(int condition, long[] into) {
            into[0] += evaluator.holds(condition) ? 1 : 0;
            into[0] ^= evaluator.verdict(condition).until();
        }
    }

    private final class JudgeAll extends Judge {
        private final int number;

        JudgeAll(Dictionary words, List<Condition> some) {
            super(Evaluator.of(some, words, zone));
            this.number = some.size();
        }

        @Override
        public void accept(Timeline timeline, long[] into) {
            evaluator.measure(timeline, asOf);
            for (int i = 0; i < number; i++) {
                take(i, into);
            }
        }
    }

    private final class JudgeSome extends Judge {
        private Map<UUID, int[]> places = Map.of();

        JudgeSome(Dictionary words) {
            super(Evaluator.of(conditions, words, zone));
        }

        @Override
        public void accept(Timeline timeline, long[] into) {
            int[] some =
                    places.getOrDefault(
                            new UUID(timeline.customerHigh(), timeline.customerLow()), NONE);
            evaluator.measure(timeline, asOf, some, some.length);
            for (int place : some) {
                take(place, into);
            }
        }
    }

    static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Each touched customer by every audience, in one walk; nanoseconds. */
    long together(List<List<Fact>> steps) {
        return all(together, steps);
    }

    /** Each touched customer by one audience after the other; nanoseconds. */
    long oneByOne(List<List<Fact>> steps) {
        return all(singly, steps);
    }

    private long all(List<List<Condition>> groups, List<List<Fact>> steps) {
        long begun = 0;
        for (int i = -1; i < steps.size(); i++) {
            begun = i == 0 ? processorNanos() : begun;
            Set<ProfileId> touched = touched(steps.get(Math.max(i, 0)));
            for (List<Condition> group : groups) {
                timelines.foldOver(
                        touched,
                        words -> ready.computeIfAbsent(group, some -> new JudgeAll(words, some)),
                        END);
            }
        }
        return processorNanos() - begun;
    }

    private static Set<ProfileId> touched(List<Fact> facts) {
        Set<ProfileId> touched = new HashSet<>();
        facts.forEach(fact -> touched.add(new ProfileId(fact.profile())));
        return touched;
    }

    /** Each touched customer by the audiences that the facts can matter to; nanoseconds. */
    long routed(List<List<Fact>> steps) {
        long begun = 0;
        for (int i = -1; i < steps.size(); i++) {
            begun = i == 0 ? processorNanos() : begun;
            Map<UUID, int[]> places = lead(steps.get(Math.max(i, 0)));
            Set<ProfileId> touched = new HashSet<>();
            places.keySet().forEach(one -> touched.add(new ProfileId(one)));
            timelines.foldOver(
                    touched,
                    words -> {
                        JudgeSome judge = some == null ? new JudgeSome(words) : some;
                        judge.places = places;
                        some = judge;
                        return judge;
                    },
                    END);
        }
        return processorNanos() - begun;
    }

    private Map<UUID, int[]> lead(List<Fact> step) {
        Map<UUID, List<Fact>> byCustomer = new HashMap<>();
        for (Fact fact : step) {
            byCustomer.computeIfAbsent(fact.profile(), _ -> new ArrayList<>(2)).add(fact);
        }
        Map<UUID, int[]> places = new HashMap<>();
        byCustomer.forEach((customer, facts) -> {
            led.clear();
            for (Fact fact : facts) {
                routes.lead(
                        fact,
                        customer.getMostSignificantBits(),
                        customer.getLeastSignificantBits(),
                        led);
            }
            int[] some = open(customer);
            if (some.length > 0) {
                places.put(customer, some);
            }
        });
        return places;
    }

    /** Without those whose answer the facts can only confirm. */
    private int[] open(UUID customer) {
        BitSet in = members.getOrDefault(customer, new BitSet());
        int[] open = new int[led.size()];
        int number = 0;
        for (int i = 0; i < led.size(); i++) {
            boolean confirms =
                    switch (led.effect(i)) {
                        case HELPS -> in.get(led.condition(i));
                        case HURTS -> !in.get(led.condition(i));
                        case EITHER -> false;
                    };
            open[number] = led.condition(i);
            number += confirms ? 0 : 1;
        }
        return Arrays.copyOf(open, number);
    }

    /** Remembers who is in what, as the product does. */
    void remember(List<List<Fact>> steps) {
        for (List<Fact> step : steps) {
            timelines.foldOver(touched(step), Remembering::new, END);
        }
    }

    private final class Remembering extends Judge {
        Remembering(Dictionary words) {
            super(kept == null ? Evaluator.of(conditions, words, zone) : kept);
            kept = evaluator;
        }

        @Override
        public void accept(Timeline timeline, long[] into) {
            evaluator.decide(timeline, asOf);
            BitSet in = new BitSet();
            for (int i = 0; i < conditions.size(); i++) {
                in.set(i, evaluator.holds(i));
            }
            members.put(new UUID(timeline.customerHigh(), timeline.customerLow()), in);
        }
    }
}
