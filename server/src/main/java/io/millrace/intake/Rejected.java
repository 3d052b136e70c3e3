package io.millrace.intake;

import io.millrace.customers.Customers.Identity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that cannot be taken, on its way into the inbox.
 *
 * @param order the order it waits for, if that is what is missing
 * @param inbox the entry that it was kept as already, if it comes from there
 */
record Rejected(
        int index,
        String source,
        @Nullable String messageId,
        @Nullable UUID key,
        Flaw flaw,
        String preview,
        List<Identity> identities,
        Instant receivedAt,
        @Nullable String order,
        Item.Body body,
        ParsedBody.Slice payload,
        @Nullable UUID inbox) {

    static Rejected of(Item item, Flaw flaw, @Nullable String order) {
        return new Rejected(
                item.index(),
                item.source(),
                item.messageId(),
                item.key(),
                flaw,
                preview(item.type().word(), item.event()),
                item.identities(),
                item.receivedAt(),
                order,
                item.body(),
                item.payload(),
                item.inbox());
    }

    /** What may be shown of it without reading the payload: never personal data. */
    static String preview(@Nullable String type, @Nullable String name) {
        String event = name == null ? "" : " " + Texts.cut(name, 80);
        return Texts.cut(type == null ? "?" : type, 40) + event;
    }
}
