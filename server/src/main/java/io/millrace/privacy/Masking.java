package io.millrace.privacy;

/**
 * How an identifier looks to somebody who may not see it. The one projection that the API, exports,
 * previews and logs use. Pure.
 */
public final class Masking {
    private static final String HIDDEN = "***";

    private Masking() {}

    /** {@code may@example.com} is {@code m***@example.com}. */
    public static String email(String email) {
        var at = email.lastIndexOf('@');
        return at < 1 ? text(email) : first(email) + HIDDEN + email.substring(at);
    }

    /**
     * {@code 13800015678} is {@code 138****5678}, with the country code in front if there is one.
     */
    public static String phone(String phone) {
        var digits = phone.chars().filter(Character::isDigit).count();
        if (digits < 8) {
            return HIDDEN;
        }
        // +86 138****5678: the country code tells nothing of the person.
        var national = phone.startsWith("+86") ? phone.substring(3) : phone;
        var shown = phone.startsWith("+86") || phone.charAt(0) != '+' ? 3 : 4;
        return national.substring(0, shown) + "****" + national.substring(national.length() - 4);
    }

    /** {@code 张三丰} is {@code 张*}, {@code John} is {@code J***}. */
    public static String name(String name) {
        var trimmed = name.strip();
        if (trimmed.isEmpty()) {
            return HIDDEN;
        }
        var ideographic = Character.isIdeographic(trimmed.codePointAt(0));
        return first(trimmed) + (ideographic ? "*" : HIDDEN);
    }

    /** Anything else: the last two characters of a longer one, nothing of a short one. */
    public static String text(String text) {
        var length = text.codePointCount(0, text.length());
        return length < 8
                ? HIDDEN
                : HIDDEN + text.substring(text.offsetByCodePoints(text.length(), -2));
    }

    private static String first(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
