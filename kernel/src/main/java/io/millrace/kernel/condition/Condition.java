package io.millrace.kernel.condition;

import io.millrace.kernel.preference.Preference;
import java.util.List;
import java.util.Optional;

/**
 * A closed tree of questions about one customer as of an instant t. What a condition says is a pure
 * function of the customer's facts with {@code occurredAt <= t}, of t and of a time zone; nothing
 * else is read, so that it can be asked of any day in the past. {@code docs/conditions.md} is its
 * reference.
 *
 * <p>Answers are three-valued (Kleene): a question about a value that is not there, or not readable
 * here, is unknown; an unknown condition does not hold, and neither does its negation.
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

    /** True if the part is true, else false: what is unknown counts as no. */
    record Surely(Condition of) implements Condition {}

    /**
     * The short form of counting facts of one kind.
     *
     * @param kind one of {@link io.millrace.kernel.timeline.Kinds} or an event's kind
     * @param number what the count is compared with
     * @param lastDays days of 24 hours, at least 1; empty means ever
     */
    record FactCount(String kind, Comparison comparison, long number, Optional<Integer> lastDays)
            implements Condition {
        public FactCount {
            checkDays(lastDays);
        }
    }

    /**
     * The short form of summing the amounts of facts of one kind, in one currency.
     *
     * @param currency ISO 4217; facts in another currency do not count
     * @param minorUnits what the sum is compared with
     * @param lastDays days of 24 hours, at least 1; empty means ever
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

    /** Full days of 24 hours since the first fact of a kind; false if there is none. */
    record DaysSinceFirst(String kind, Comparison comparison, int days) implements Condition {}

    /** Full days of 24 hours since the last fact of a kind; false if there is none. */
    record DaysSinceLast(String kind, Comparison comparison, int days) implements Condition {}

    /** Full days of 24 hours since the customer's first fact of any kind; false without a fact. */
    record CustomerAge(Comparison comparison, int days) implements Condition {}

    /** The customer's present value of an attribute; unknown if not set or sealed. */
    record Attribute(String name, ValueTest test) implements Condition {}

    /** The attribute was set, changed or taken away inside the window. */
    record AttributeChanged(String name, Window window) implements Condition {}

    /**
     * Today is a day around the anniversary of the date that an attribute holds. Who was born on 29
     * February has the anniversary on 28 February of a common year; the day itself is none.
     *
     * @param daysBefore 0 to {@value Window#MOST_DAYS_AROUND}
     * @param daysAfter 0 to {@value Window#MOST_DAYS_AROUND}
     */
    record Anniversary(String attribute, int daysBefore, int daysAfter) implements Condition {
        public Anniversary {
            Window.checkAround(daysBefore, daysAfter);
        }
    }

    /** The customer has an identity of a type ({@code email}, {@code phone} …). */
    record Identity(String identity) implements Condition {}

    /** What the customer last said to a purpose on a channel. */
    record Consent(String purpose, String channel, State state) implements Condition {
        /** Without any word of the customer it is {@code NEVER_ASKED}. */
        public enum State {
            GIVEN,
            WITHDRAWN,
            NEVER_ASKED
        }
    }

    /**
     * The customer bears a tag.
     *
     * @param value empty means any value of the category
     * @param scheduledToday only if the tag's schedule names today's weekday; a tag without a
     *     schedule has no such day
     */
    record Tag(String category, Optional<String> value, boolean scheduledToday)
            implements Condition {}

    /**
     * What the customer likes best, by {@link io.millrace.kernel.preference.PreferenceTally}; there
     * is no favourite where too little is known.
     */
    record Prefers(Preference dimension, ValueTest test) implements Condition {}

    /**
     * A figure of a model's last run for this customer; unknown if there was none.
     *
     * @param model the model's key: {@code rfm, clv, churn …}
     * @param figure the name of one of its results: {@code type, r, percentile …}
     */
    record Score(String model, String figure, ValueTest test, Moment asOf) implements Condition {}

    /**
     * The lifecycle stage as of a moment; unknown before the customer's first fact.
     *
     * @param stages at least one
     * @param rules of the scheme, put in by {@link Inlining}
     */
    record Stage(String scheme, List<String> stages, Moment asOf, StageRules rules)
            implements Condition {
        public Stage {
            stages = List.copyOf(stages);
            if (stages.isEmpty()) {
                throw new IllegalArgumentException("at least one stage");
            }
        }

        /** As it is written, before its scheme is known. */
        public Stage(String scheme, List<String> stages, Moment asOf) {
            this(scheme, stages, asOf, StageRules.UNKNOWN);
        }
    }

    /**
     * A move between stages inside the window: the stage as of an instant is another than just
     * before it. An empty list stands for any stage; an empty {@code from} also for none, so that
     * coming into the first stage of all is a move.
     *
     * @param rules of the scheme, put in by {@link Inlining}
     */
    record StageMoved(
            String scheme, List<String> from, List<String> to, Window window, StageRules rules)
            implements Condition {
        public StageMoved {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        /** As it is written, before its scheme is known. */
        public StageMoved(String scheme, List<String> from, List<String> to, Window window) {
            this(scheme, from, to, window, StageRules.UNKNOWN);
        }
    }

    /**
     * A measure of the selected facts inside a window. Performed is "count at least 1", not
     * performed "count exactly 0".
     */
    record Facts(Selection facts, Measure measure, Window window, ValueTest test)
            implements Condition {
        public Facts {
            measure.check(test);
        }
    }

    /**
     * Facts one after the other, each at a strictly later instant than the one before; the window
     * asks when the last of them happened.
     *
     * @param steps 2 to {@value #MOST_STEPS}
     * @param within from the first to the last step at most so long, in exact units
     * @param without facts that must not happen strictly between the first and the last step
     * @param same a property whose value all steps share; facts without it take no part
     * @param window any but {@link Window.Since}
     */
    record Sequence(
            List<Selection> steps,
            Optional<Length> within,
            List<Selection> without,
            Optional<Property> same,
            Window window)
            implements Condition {
        public static final int MOST_STEPS = 10;

        public Sequence {
            steps = List.copyOf(steps);
            without = List.copyOf(without);
            if (steps.size() < 2 || steps.size() > MOST_STEPS) {
                throw new IllegalArgumentException("a sequence has 2 to 10 steps");
            }
            within.ifPresent(Length::checkExact);
            if (window instanceof Window.Since) {
                throw new IllegalArgumentException("what a sequence follows is its first step");
            }
        }
    }

    /** The customer is a member of another audience, by the facts that say so. */
    record InAudience(String audience) implements Condition {}

    /**
     * A share of all customers that never changes: those whose number by {@link Buckets} is at
     * least {@code from} and less than {@code below}, of 10,000.
     */
    record Bucket(String salt, int from, int below) implements Condition {
        public Bucket {
            if (from < 0 || from >= below || below > Buckets.ALL) {
                throw new IllegalArgumentException("0 <= from < below <= 10000");
            }
        }
    }

    private static void checkDays(Optional<Integer> lastDays) {
        if (lastDays.isPresent() && lastDays.get() < 1) {
            throw new IllegalArgumentException("a window has at least one day: " + lastDays.get());
        }
    }
}
