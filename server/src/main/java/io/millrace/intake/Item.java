package io.millrace.intake;

import io.millrace.customers.Customers.Identity;
import io.millrace.timelines.Attributes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One checked call on its way into the database.
 *
 * @param key the message's key, unique for ever: source and messageId in 128 bits
 * @param identities who it is about, at least one
 * @param event the event's name of a track call
 * @param order what it does to an order; null if nothing
 * @param kind the fact's kind; null where the call is no fact of its own
 * @param subject the fact's subject; the group of a group call
 * @param encoded the fact's attributes, written already; null where values are still to be sealed
 * @param payload where the call stands in its body
 * @param properties where its properties stand, for amounts that must be exact
 * @param inbox the inbox entry that this item was kept as, if it comes from there
 */
record Item(
        int index,
        CallType type,
        String source,
        String messageId,
        UUID key,
        List<Identity> identities,
        Instant occurredAt,
        Instant receivedAt,
        boolean historical,
        @Nullable String event,
        OrderEvents.@Nullable Event order,
        @Nullable String kind,
        @Nullable String subject,
        @Nullable String channel,
        CallAttributes attributes,
        @Nullable Attributes encoded,
        Body body,
        ParsedBody.Slice payload,
        ParsedBody.Slice properties,
        @Nullable UUID inbox) {

    /** True if no fact with this item's key will tell that it was here before. */
    boolean needsRemembering() {
        return kind == null;
    }

    /**
     * The request's bytes, and what each of its calls inherits.
     *
     * @param call the call's type where the path says it
     */
    record Body(
            byte[] bytes,
            int length,
            ParsedBody.Slice context,
            @Nullable String sentAt,
            @Nullable String call) {}
}
