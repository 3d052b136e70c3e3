package io.millrace.customers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.millrace.customers.Customers.Identity;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Brings an identity into the one form under which it is kept and found. Pure. */
final class Normalisation {
    private static final int LONGEST = 256;
    private static final Pattern SHORTENED = Pattern.compile("\\d(?:\\.\\d+)?[eE]\\+?\\d{1,2}");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@,;<>\"()]{1,64}@[^\\s@,;<>\"()]{1,190}");
    private static final Pattern DOMAIN =
            Pattern.compile(
                    "(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** What programs send when they mean nobody. */
    private static final Set<String> PLACEHOLDERS =
            Set.of(
                    "null",
                    "undefined",
                    "none",
                    "nil",
                    "nan",
                    "n/a",
                    "0",
                    "true",
                    "false",
                    "anonymous",
                    "guest",
                    "unknown",
                    "userid",
                    "user_id",
                    "distinct_id",
                    "not_authenticated",
                    "[object object]",
                    "00000000-0000-0000-0000-000000000000");

    private Normalisation() {}

    /** Answers of {@link #normalise}. */
    sealed interface Answer {
        record Normal(String value) implements Answer {}

        record Refused(String code) implements Answer {}
    }

    /**
     * @param region ISO 3166 region by which a phone number without country code is read
     */
    static Answer normalise(Identity identity, String region) {
        var text = Normalizer.normalize(identity.value(), Normalizer.Form.NFC).strip();
        if (text.isEmpty()) {
            return new Answer.Refused("customers.identity-blank");
        }
        if (text.length() > LONGEST) {
            return new Answer.Refused("customers.identity-too-long");
        }
        if (unwritable(text)) {
            return new Answer.Refused("customers.identity-unreadable");
        }
        return switch (identity.type()) {
            case EMAIL -> email(text);
            case PHONE -> phone(text, region);
            default ->
                    PLACEHOLDERS.contains(text.toLowerCase(Locale.ROOT))
                            ? new Answer.Refused("customers.identity-placeholder")
                            : new Answer.Normal(text);
        };
    }

    private static Answer email(String text) {
        if (!EMAIL.matcher(text).matches()) {
            return new Answer.Refused("customers.email-invalid");
        }
        var at = text.indexOf('@');
        try {
            var domain = IDN.toASCII(text.substring(at + 1), IDN.ALLOW_UNASSIGNED);
            var lower = domain.toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(lower).matches()
                    ? new Answer.Normal(
                            text.substring(0, at).toLowerCase(Locale.ROOT) + "@" + lower)
                    : new Answer.Refused("customers.email-invalid");
        } catch (IllegalArgumentException e) {
            return new Answer.Refused("customers.email-invalid");
        }
    }

    private static Answer phone(String text, String region) {
        if (SHORTENED.matcher(text).matches()) {
            return new Answer.Refused("customers.phone-shortened");
        }
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(text, region);
            return numbers.isValidNumber(number)
                    ? new Answer.Normal(numbers.format(number, PhoneNumberFormat.E164))
                    : new Answer.Refused("customers.phone-invalid");
        } catch (NumberParseException e) {
            return new Answer.Refused("customers.phone-invalid");
        }
    }

    private static boolean unwritable(String text) {
        return text.codePoints()
                .anyMatch(point ->
                        Character.isISOControl(point)
                                || Character.getType(point) == Character.SURROGATE);
    }
}
