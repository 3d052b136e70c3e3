package io.millrace.kernel.timeline;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is known of a customer, for ever. A fact belongs to the profile for which it
 * arrived; merging customers never edits it.
 *
 * @param id UUIDv7, assigned when the fact was recorded
 * @param profile the profile for which it arrived
 * @param kind one of {@link Kinds} or {@link Kinds#EVENT_PREFIX} and an event's name
 * @param occurredAt when it happened in the world, microseconds at most
 * @param recordedAt when it became known here; not before which nobody could have acted on it
 * @param subject what it is about: an order number, a campaign, a survey …
 * @param amount minor units of {@code currency}, signed; 0 where the fact moves no money
 * @param currency ISO 4217, or null where the fact moves no money
 * @param attributes typed values by name; at most 256 of them
 * @param source the name of what sent it: a write key's name, an import, a module
 * @param historical true for backfill: it counts in every figure but never triggers an action
 */
public record Fact(
        UUID id,
        UUID profile,
        String kind,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String subject,
        long amount,
        @Nullable String currency,
        Map<String, Value> attributes,
        String source,
        boolean historical) {
    public Fact {
        attributes = Map.copyOf(attributes);
        if (amount != 0 && currency == null) {
            throw new IllegalArgumentException("an amount needs a currency");
        }
    }
}
