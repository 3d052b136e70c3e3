package io.millrace.intake.files;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** What the codes of rejected rows mean, in the language of whoever reads the file of errors. */
final class Messages {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;

    Messages(Locale language) {
        this.language = language.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ROOT;
    }

    String of(RowError error) {
        int dot = error.code().indexOf('.');
        if (dot < 0) {
            return error.code();
        }
        try {
            String module = error.code().substring(0, dot);
            String pattern =
                    ResourceBundle.getBundle("problems/" + module, language, EXACT)
                            .getString(error.code());
            return new MessageFormat(pattern, language).format(error.arguments().toArray());
        } catch (MissingResourceException e) {
            return error.code();
        }
    }
}
