package io.millrace.timelines;

import io.millrace.kernel.timeline.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact to append, in one of two forms that mean the same. */
public sealed interface NewFact {
    /** Unique for ever over all facts, or null; a fact whose key is known is not appended again. */
    @Nullable UUID key();

    /** A fact as the kernel knows it. */
    static NewFact of(Fact fact, @Nullable UUID key) {
        return new Whole(fact, key);
    }

    /** A fact as the kernel knows it. */
    record Whole(Fact fact, @Nullable UUID key) implements NewFact {}

    /**
     * A fact whose attributes are written already, for those who append by the hundred thousand.
     * The fields are those of {@link Fact}.
     */
    record Encoded(
            UUID id,
            UUID profile,
            String kind,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable String subject,
            long amount,
            @Nullable String currency,
            Attributes attributes,
            String source,
            boolean historical,
            @Nullable UUID key)
            implements NewFact {
        public Encoded {
            if (amount != 0 && currency == null) {
                throw new IllegalArgumentException("an amount needs a currency");
            }
        }
    }
}
