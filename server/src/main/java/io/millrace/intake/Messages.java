package io.millrace.intake;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** What a code means, in the reader's language. Each module has its own catalogue. */
final class Messages {
    private static final ResourceBundle.Control PLAIN =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final List<String> OWNERS = List.of("customers", "orders", "catalog", "shared");

    static String of(Flaw flaw, Locale locale) {
        return of(flaw.code(), flaw.arguments(), locale);
    }

    static String of(String code, List<String> arguments, Locale locale) {
        String own = lookUp(code.substring(0, Math.max(0, code.indexOf('.'))), code, locale);
        String pattern = own;
        for (int i = 0; i < OWNERS.size() && pattern.isEmpty(); i++) {
            pattern = lookUp(OWNERS.get(i), code, locale);
        }
        return pattern.isEmpty()
                ? code
                : new MessageFormat(pattern, locale).format(arguments.toArray());
    }

    /** The text for a key of the intake's catalogue. */
    static String text(String key, Locale locale) {
        return lookUp("intake", key, locale);
    }

    private static String lookUp(String module, String key, Locale locale) {
        try {
            return ResourceBundle.getBundle("problems/" + module, locale, PLAIN).getString(key);
        } catch (MissingResourceException _) {
            return "";
        }
    }

    private Messages() {}
}
