package io.millrace.customers.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.millrace.customers.CustomerFiles.FactView;
import io.millrace.customers.FactTrails.Trail;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact, and why it is on the timeline. */
record FactOrigin(@JsonUnwrapped FactView fact, Why why) {
    /**
     * @param key under which it is known that the fact is there: of an event the first 16 bytes of
     *     SHA-256 over {@code m|source|messageId}, the messageId itself is not kept
     * @param intake how it came in, null of what was made inside
     */
    record Why(
            String source,
            Instant recordedAt,
            ProfileId profile,
            ProfileId customer,
            boolean merged,
            boolean historical,
            @Nullable UUID key,
            @Nullable Trail intake) {}

    static FactOrigin of(FactView fact, @Nullable UUID key, @Nullable Trail intake) {
        return new FactOrigin(
                fact,
                new Why(
                        fact.source(),
                        fact.recordedAt(),
                        fact.profile(),
                        fact.customer(),
                        !fact.profile().equals(fact.customer()),
                        fact.historical(),
                        key,
                        intake));
    }
}
