package io.millrace.customers;

import io.millrace.access.Access.Caller;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.privacy.Masking;
import io.millrace.shared.DataLevel;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How identities and names of customers are shown to a caller. */
final class Names {
    private static final Pattern MOBILE = Pattern.compile("\\+?\\d{11,15}");

    private Names() {}

    static String type(IdentityType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    static String level(DataLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /** How well an identity is guarded: what reaches a person more than what numbers one. */
    static DataLevel level(IdentityType type, String clear) {
        return switch (type) {
            case EMAIL, PHONE, WECHAT_OPENID, WECHAT_UNIONID, WECOM_EXTERNAL ->
                    DataLevel.CONFIDENTIAL;
            case EXTERNAL, MEMBER_CARD, DEVICE, ANONYMOUS ->
                    clear.contains("@") || MOBILE.matcher(clear).matches()
                            ? DataLevel.CONFIDENTIAL
                            : DataLevel.INTERNAL;
        };
    }

    static String shown(IdentityType type, String clear, Caller caller) {
        return caller.sees(level(type, clear)) ? clear : masked(type, clear);
    }

    static String masked(IdentityType type, String clear) {
        return switch (type) {
            case EMAIL -> Masking.email(clear);
            case PHONE -> Masking.phone(clear);
            default -> {
                if (clear.contains("@")) {
                    yield Masking.email(clear);
                }
                yield MOBILE.matcher(clear).matches() ? Masking.phone(clear) : Masking.text(clear);
            }
        };
    }

    /** An attribute's value, masked as its kind of value is. */
    static String maskedAttribute(String attribute, String clear) {
        return switch (attribute) {
            case "email" -> Masking.email(clear);
            case "phone" -> Masking.phone(clear);
            case "name", "firstName", "lastName", "nickname" -> Masking.name(clear);
            default -> "***";
        };
    }

    /** What a customer is called, from the attributes that say it; null if none does. */
    static @Nullable String of(Map<String, String> values) {
        var whole = values.get("name");
        if (whole != null && !whole.isBlank()) {
            return whole;
        }
        var first = values.getOrDefault("firstName", "").strip();
        var last = values.getOrDefault("lastName", "").strip();
        if (!first.isEmpty() || !last.isEmpty()) {
            var ideographic = !last.isEmpty() && Character.isIdeographic(last.codePointAt(0));
            return ideographic ? last + first : (first + " " + last).strip();
        }
        var nickname = values.get("nickname");
        return nickname == null || nickname.isBlank() ? null : nickname;
    }
}
