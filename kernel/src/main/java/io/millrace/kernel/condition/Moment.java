package io.millrace.kernel.condition;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** As of when a state is asked. */
public sealed interface Moment {
    record Now() implements Moment {}

    /** So long before t: states that were reached by then. */
    record Ago(Length length) implements Moment {}

    /** Facts with {@code occurredAt <= instant}. */
    record At(Instant instant) implements Moment {
        public At {
            instant = instant.truncatedTo(ChronoUnit.MICROS);
        }
    }

    Moment NOW = new Now();
}
