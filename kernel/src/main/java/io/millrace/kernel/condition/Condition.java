package io.millrace.kernel.condition;

import java.util.List;
import java.util.Optional;

/**
 * A closed tree of questions about one customer's timeline as of an instant. A day is 24 hours;
 * {@code lastDays = n} means facts with {@code asOf - n days < occurredAt <= asOf}.
 */
public sealed interface Condition {
    /** Holds if every part holds; an empty list holds. */
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    /** Holds if at least one part holds; an empty list does not hold. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** Holds if no part holds; an empty list holds. */
    record None(List<Condition> of) implements Condition {
        public None {
            of = List.copyOf(of);
        }
    }

    /**
     * How many facts of a kind there are.
     *
     * @param kind one of {@link io.millrace.kernel.timeline.Kinds} or an event's kind
     * @param number what the count is compared with
     * @param lastDays at least 1; empty means ever
     */
    record FactCount(String kind, Comparison comparison, long number, Optional<Integer> lastDays)
            implements Condition {
        public FactCount {
            checkDays(lastDays);
        }
    }

    /**
     * What the amounts of the facts of a kind come to, in one currency.
     *
     * @param currency ISO 4217; facts in another currency do not count
     * @param minorUnits what the sum is compared with
     * @param lastDays at least 1; empty means ever
     */
    record AmountSum(
            String kind,
            String currency,
            Comparison comparison,
            long minorUnits,
            Optional<Integer> lastDays)
            implements Condition {
        public AmountSum {
            checkDays(lastDays);
        }
    }

    /** Full days since the first fact of a kind; does not hold if there is none. */
    record DaysSinceFirst(String kind, Comparison comparison, int days) implements Condition {}

    /** Full days since the last fact of a kind; does not hold if there is none. */
    record DaysSinceLast(String kind, Comparison comparison, int days) implements Condition {}

    /** Full days since the customer's first fact of any kind; does not hold without a fact. */
    record CustomerAge(Comparison comparison, int days) implements Condition {}

    private static void checkDays(Optional<Integer> lastDays) {
        if (lastDays.isPresent() && lastDays.get() < 1) {
            throw new IllegalArgumentException("a window has at least one day: " + lastDays.get());
        }
    }
}
