package io.millrace.intake;

import io.millrace.customers.Customers.Identity;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.Ids;
import io.millrace.timelines.Attributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes of each call of a body either an item that can be written or a rejection. */
final class CallCheck {
    private static final String GROUP_JOINED = Kinds.EVENT_PREFIX + "Group Joined";

    private final String source;
    private final ParsedBody.Calls parsed;
    private final Item.Body body;
    private final CallTimes times;
    private final Instant receivedAt;
    private final EventNames names;
    private final Ids ids;
    private final @Nullable UUID inbox;
    final List<Item> items = new ArrayList<>();
    final List<Rejected> rejected = new ArrayList<>();

    private CallCheck(
            String source,
            ParsedBody.Calls parsed,
            Item.Body body,
            Instant receivedAt,
            EventNames names,
            Ids ids,
            @Nullable UUID inbox) {
        this.source = source;
        this.parsed = parsed;
        this.body = body;
        this.times = new CallTimes(parsed, receivedAt);
        this.receivedAt = receivedAt;
        this.names = names;
        this.ids = ids;
        this.inbox = inbox;
    }

    /**
     * @param inbox the inbox entry that the body comes from, if it does
     */
    static CallCheck of(
            String source,
            ParsedBody.Calls parsed,
            Item.Body body,
            Instant receivedAt,
            EventNames names,
            Ids ids,
            @Nullable UUID inbox) {
        CallCheck check = new CallCheck(source, parsed, body, receivedAt, names, ids, inbox);
        parsed.calls().forEach(check::check);
        return check;
    }

    private void check(RawCall call) {
        CallType type = CallType.of(call.type == null ? body.call() : call.type);
        List<Identity> identities = CallIdentities.of(call, type);
        Flaw flaw = flaw(call, type, identities);
        if (flaw == null && type != null) {
            flaw = add(call, type, identities);
        }
        if (flaw != null) {
            rejected.add(reject(call, type, identities, flaw));
        }
    }

    /** Adds the item, unless its event's name asks for what is not there. */
    private @Nullable Flaw add(RawCall call, CallType type, List<Identity> identities) {
        CallAttributes attributes = merged(call, type);
        OrderEvents.Event order = type == CallType.TRACK ? OrderEvents.event(call.event) : null;
        NamedEvents.Meaning meaning = order == null ? meaning(call, type, attributes) : null;
        if (meaning != null && meaning.flaw() != null) {
            return meaning.flaw();
        }
        String messageId = call.messageId == null ? ids.next().toString() : call.messageId;
        items.add(
                new Item(
                        call.index,
                        type,
                        source,
                        messageId,
                        MessageKey.of(source, messageId),
                        identities,
                        times.occurredAt(call),
                        receivedAt,
                        times.historical(call),
                        call.event,
                        order,
                        meaning == null ? null : meaning.kind(),
                        meaning == null ? null : meaning.subject(),
                        call.channel,
                        attributes,
                        encoded(meaning, attributes),
                        body,
                        new ParsedBody.Slice(call.start, call.end),
                        new ParsedBody.Slice(call.propertiesStart, call.propertiesEnd),
                        inbox));
        return null;
    }

    private NamedEvents.@Nullable Meaning meaning(
            RawCall call, CallType type, CallAttributes attributes) {
        return switch (type) {
            case TRACK -> tracked(call, attributes);
            case PAGE -> NamedEvents.Meaning.of(Kinds.PAGE_VIEWED, pageName(call, attributes));
            case SCREEN -> NamedEvents.Meaning.of(Kinds.SCREEN_VIEWED, call.name);
            case GROUP -> NamedEvents.Meaning.of(GROUP_JOINED, call.groupId);
            case IDENTIFY, ALIAS -> null;
        };
    }

    private NamedEvents.Meaning tracked(RawCall call, CallAttributes attributes) {
        NamedEvents.Meaning meaning =
                NamedEvents.meaning(call.event == null ? "" : call.event, attributes);
        hidePersonsName(attributes);
        return names.admit(meaning.kind())
                ? meaning
                : NamedEvents.Meaning.flawed(
                        meaning.kind(),
                        Flaw.of(Codes.TOO_MANY_NAMES, "/event", Limits.EVENT_NAMES));
    }

    /** A bare {@code name} is a person's, unless the event speaks of a product. */
    private static void hidePersonsName(CallAttributes attributes) {
        if (attributes.plain().get("name") instanceof Value.Text(String name)
                && !NamedEvents.speaksOfThings(attributes.plain())) {
            attributes.putText("name", name, true);
        }
    }

    private static @Nullable String pageName(RawCall call, CallAttributes attributes) {
        String path = attributes.text("path");
        String shown = call.name != null ? call.name : path;
        return shown == null ? null : Texts.cut(shown, Limits.IDENTITY_CHARACTERS);
    }

    private static @Nullable Attributes encoded(
            NamedEvents.@Nullable Meaning meaning, CallAttributes attributes) {
        return meaning == null || !attributes.secret().isEmpty()
                ? null
                : Attributes.of(attributes.plain());
    }

    private Rejected reject(
            RawCall call, @Nullable CallType type, List<Identity> identities, Flaw flaw) {
        String id = call.messageId;
        return new Rejected(
                call.index,
                source,
                id,
                id == null ? null : MessageKey.of(source, id),
                flaw,
                Rejected.preview(type == null ? call.type : type.word(), call.event),
                identities,
                receivedAt,
                null,
                body,
                new ParsedBody.Slice(call.start, call.end),
                inbox);
    }

    private @Nullable Flaw flaw(RawCall call, @Nullable CallType type, List<Identity> identities) {
        if (call.flaw() != null) {
            return call.flaw();
        }
        if (parsed.contextFlaw() != null) {
            return parsed.contextFlaw();
        }
        if (!parsed.batch() && call.end - call.start > Limits.EVENT_BYTES) {
            return Flaw.of(Codes.TOO_LARGE, "", call.end - call.start, Limits.EVENT_BYTES);
        }
        if (type == null) {
            return Flaw.of(Codes.UNKNOWN_TYPE, "/type");
        }
        if (identities.isEmpty()) {
            return Flaw.of(Codes.NO_USER, "/userId");
        }
        Flaw missing = missing(call, type);
        return missing != null ? missing : times.flaw(call);
    }

    private static @Nullable Flaw missing(RawCall call, CallType type) {
        return switch (type) {
            case TRACK -> call.event == null ? Flaw.of(Codes.NO_EVENT, "/event") : null;
            case GROUP -> call.groupId == null ? Flaw.of(Codes.NO_GROUP, "/groupId") : null;
            case ALIAS ->
                    call.previousId == null || call.userId == null
                            ? Flaw.of(Codes.NO_PREVIOUS, "/previousId")
                            : null;
            case IDENTIFY, PAGE, SCREEN -> null;
        };
    }

    private CallAttributes merged(RawCall call, CallType type) {
        CallAttributes attributes = call.attributes;
        if (type == CallType.IDENTIFY || type == CallType.ALIAS) {
            return attributes;
        }
        inherit(attributes, call.context.attributes);
        inherit(attributes, parsed.context().attributes);
        if (call.category != null) {
            attributes.plain().putIfAbsent("category", new Value.Text(call.category));
        }
        if (!times.active(call)) {
            attributes.put("context.active", new Value.Flag(false));
        }
        return attributes;
    }

    private static void inherit(CallAttributes attributes, CallAttributes context) {
        context.plain().forEach(attributes.plain()::putIfAbsent);
        context.secret().forEach(attributes.secret()::putIfAbsent);
    }
}
