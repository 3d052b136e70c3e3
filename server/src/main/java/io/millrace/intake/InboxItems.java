package io.millrace.intake;

import io.millrace.customers.Customers.Identity;
import io.millrace.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls read back from the inbox, as they were when they arrived. */
final class InboxItems {
    /** The items that an entry holds now: one, or none if it is still not a call. */
    static List<Item> items(InboxRow row, String payload, EventNames names, Ids ids) {
        CallCheck check = check(row, payload, names, ids);
        return check == null ? List.of() : check.items;
    }

    /** Null if the payload is no JSON object. */
    static @Nullable CallCheck check(InboxRow row, String payload, EventNames names, Ids ids) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        if (!(CallParser.parse(bytes, bytes.length) instanceof ParsedBody.Calls calls)) {
            return null;
        }
        Item.Body body =
                new Item.Body(bytes, bytes.length, ParsedBody.Slice.NONE, calls.sentAt(), null);
        return CallCheck.of(row.source(), calls, body, row.receivedAt(), names, ids, row.id());
    }

    static List<Identity> identities(String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        if (!(CallParser.parse(bytes, bytes.length) instanceof ParsedBody.Calls calls)) {
            return List.of();
        }
        return calls.calls().stream()
                .flatMap(call -> CallIdentities.of(call, CallType.of(call.type)).stream())
                .toList();
    }

    private InboxItems() {}
}
