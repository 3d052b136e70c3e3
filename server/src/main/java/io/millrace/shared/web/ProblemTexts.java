package io.millrace.shared.web;

import io.millrace.shared.FieldProblem;
import io.millrace.shared.ProblemCode;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The catalogue's titles and details, {@code problems/<module>[_zh].properties}. */
final class ProblemTexts {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    String title(ProblemCode code, Locale language) {
        return text(code.code(), code.code() + ".title", language, List.of());
    }

    String detail(ProblemCode code, Locale language, List<?> arguments) {
        return text(code.code(), code.code() + ".detail", language, arguments);
    }

    String message(ProblemCode owner, FieldProblem problem, Locale language) {
        String home = problem.code().contains(".") ? problem.code() : owner.code();
        return text(home, problem.code(), language, problem.arguments());
    }

    private static String text(String code, String key, Locale language, List<?> arguments) {
        String module = code.substring(0, Math.max(0, code.indexOf('.')));
        try {
            // English is the file without a suffix.
            Locale locale = language.equals(Locale.ENGLISH) ? Locale.ROOT : language;
            String pattern =
                    ResourceBundle.getBundle("problems/" + module, locale, EXACT).getString(key);
            return new MessageFormat(pattern, language).format(arguments.toArray());
        } catch (MissingResourceException e) {
            return key;
        }
    }
}
