package io.millrace.intake.files;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Phone numbers of a file whose region is not the workspace's. */
final class PhoneText {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private final @Nullable String region;

    PhoneText(@Nullable String region) {
        this.region = region == null ? null : region.strip().toUpperCase(Locale.ROOT);
    }

    static boolean exists(String region) {
        return NUMBERS.getSupportedRegions().contains(region.strip().toUpperCase(Locale.ROOT));
    }

    /** The number with its country; as it stands if no region is said or it is no number. */
    String of(String text) {
        String plain = Texts.identifier(text);
        if (region == null || plain.isEmpty()) {
            return plain;
        }
        try {
            PhoneNumber number = NUMBERS.parse(plain, region);
            return NUMBERS.isValidNumber(number)
                    ? NUMBERS.format(number, PhoneNumberFormat.E164)
                    : plain;
        } catch (NumberParseException e) {
            return plain;
        }
    }
}
