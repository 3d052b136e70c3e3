package io.millrace.kernel.condition;

import io.millrace.kernel.timeline.Value;
import java.time.LocalDate;
import java.util.List;

/**
 * A test of one value. A value that is not there, or sealed, makes every test unknown except {@link
 * IsSet}. Text is compared letter by letter, upper and lower case apart. Text that is a plain
 * decimal number ({@code -12.50}) counts as that number where a number is asked for, {@code true}
 * and {@code false} as flags. Two whole numbers are compared exactly, all others as doubles.
 */
public sealed interface ValueTest {
    /** True if there is a value, readable or not. */
    record IsSet() implements ValueTest {}

    /** The value is this text, number or flag; false for a value of another type. */
    record Equals(Value value) implements ValueTest {
        public Equals {
            value = canonical(value);
        }
    }

    /** The value equals at least one of these. */
    record OneOf(List<Value> values) implements ValueTest {
        public OneOf {
            values = values.stream().map(ValueTest::canonical).toList();
            if (values.isEmpty()) {
                throw new IllegalArgumentException("at least one value");
            }
        }
    }

    /** The value is text with this in it; unknown if it is no text. */
    record Contains(String text) implements ValueTest {}

    /** The value is text that begins with this; unknown if it is no text. */
    record StartsWith(String text) implements ValueTest {}

    /** The value is text with commas, and one part is exactly this; unknown if it is no text. */
    record Includes(String item) implements ValueTest {}

    /**
     * The value is a number in this relation; unknown if it is none.
     *
     * @param number whole or real
     */
    record Compares(Comparison comparison, Value number) implements ValueTest {
        public Compares {
            number = canonical(number);
            if (!(number instanceof Value.Whole || number instanceof Value.Real)) {
                throw new IllegalArgumentException("not a number: " + number);
            }
        }

        public Compares(Comparison comparison, long number) {
            this(comparison, new Value.Whole(number));
        }
    }

    /**
     * The value is text that begins with an ISO date ({@code 2024-02-29}), and that date is in this
     * relation: {@code LESS_THAN} is earlier. Unknown if it is none.
     */
    record Dated(Comparison comparison, LocalDate date) implements ValueTest {}

    private static Value canonical(Value value) {
        return switch (value) {
            case Value.Sealed _ -> throw new IllegalArgumentException("a sealed value is unknown");
            case Value.Real(double number)
                    when number == Math.rint(number) && Math.abs(number) < 0x1p63 ->
                    new Value.Whole((long) number);
            default -> value;
        };
    }
}
