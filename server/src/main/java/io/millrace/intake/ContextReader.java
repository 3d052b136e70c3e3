package io.millrace.intake;

import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads what Millrace keeps of Segment's {@code context}: where the visit came from and by what,
 * the two flags, and external ids. The address of the network is not kept.
 */
final class ContextReader {
    private static final Set<String> KEPT =
            Set.of("campaign", "page", "referrer", "locale", "timezone");
    private static final Set<String> NAMED = Set.of("app", "device", "os", "library", "screen");

    private static final Map<String, IdentityType> EXTERNAL_IDS =
            Map.ofEntries(
                    Map.entry("wechat_openid", IdentityType.WECHAT_OPENID),
                    Map.entry("openid", IdentityType.WECHAT_OPENID),
                    Map.entry("wechat_unionid", IdentityType.WECHAT_UNIONID),
                    Map.entry("unionid", IdentityType.WECHAT_UNIONID),
                    Map.entry("wecom_external_userid", IdentityType.WECOM_EXTERNAL),
                    Map.entry("external_userid", IdentityType.WECOM_EXTERNAL),
                    Map.entry("member_card", IdentityType.MEMBER_CARD),
                    Map.entry("email", IdentityType.EMAIL),
                    Map.entry("phone", IdentityType.PHONE),
                    Map.entry("device", IdentityType.DEVICE));

    private final JsonParser parser;
    private final RawCall call;
    private final RawCall.Context into;
    private final AttributeReader attributes;

    ContextReader(JsonParser parser, byte[] body, RawCall call, RawCall.Context into) {
        this.parser = parser;
        this.call = call;
        this.into = into;
        this.attributes = new AttributeReader(parser, body, call, into.attributes);
    }

    /** What an identity is called in traits and in {@code context.externalIds}. */
    static @Nullable IdentityType identityType(String name) {
        return EXTERNAL_IDS.get(name);
    }

    /** The parser stands on {@code START_OBJECT}; afterwards on its {@code END_OBJECT}. */
    void read() {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (call.flaw() != null) {
                parser.skipChildren();
            } else {
                read(name, token);
            }
        }
    }

    private void read(String name, JsonToken token) {
        if (name.equals("historical")) {
            into.historical = flag(token, "/context/historical");
        } else if (name.equals("active")) {
            into.active = flag(token, "/context/active");
        } else if (name.equals("externalIds") && token == JsonToken.START_ARRAY) {
            externalIds();
        } else if (KEPT.contains(name)) {
            attributes.readValue("context." + name, token, 2);
        } else if (NAMED.contains(name) && token == JsonToken.START_OBJECT) {
            named("context." + name);
        } else {
            Skipping.value(parser, call, 2);
        }
    }

    private @Nullable Boolean flag(JsonToken token, String pointer) {
        return switch (token) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> {
                call.spoil(Codes.BAD_TYPE, pointer);
                Skipping.value(parser, call, 2);
                yield null;
            }
        };
    }

    private void named(String prefix) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            boolean kept = name.equals("name") || name.equals("type");
            if (kept && token.isScalarValue() && call.flaw() == null) {
                attributes.readValue(prefix + "." + name, token, 3);
            } else {
                Skipping.value(parser, call, 3);
            }
        }
    }

    private void externalIds() {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                externalId();
            } else {
                Skipping.value(parser, call, 3);
            }
        }
    }

    private void externalId() {
        String type = null;
        String id = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING && name.equals("type")) {
                type = parser.getString();
            } else if (token == JsonToken.VALUE_STRING && name.equals("id")) {
                id = parser.getString();
            } else {
                Skipping.value(parser, call, 4);
            }
        }
        IdentityType known = type == null ? null : identityType(type);
        if (known == null || id == null) {
            return;
        }
        if (!Texts.storable(id) || id.length() > Limits.IDENTITY_CHARACTERS) {
            call.spoil(Codes.BAD_TEXT, "/context/externalIds");
        } else if (into.externalIds.size() < 8) {
            into.externalIds.add(new Identity(known, id));
        }
    }
}
