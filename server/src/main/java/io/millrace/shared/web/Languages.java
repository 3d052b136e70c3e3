package io.millrace.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The languages that the product speaks, and which one a request is answered in. */
final class Languages {
    /** Request attribute with the signed-in user's own choice, a language tag. */
    static final String CHOSEN = "millrace.language";

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.CHINESE);

    private Languages() {}

    static Locale of(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof String tag) {
            return spoken(Locale.forLanguageTag(tag));
        }
        return Collections.list(request.getLocales()).stream()
                .filter(Languages::isSpoken)
                .findFirst()
                .map(Languages::spoken)
                .orElse(Locale.ENGLISH);
    }

    private static boolean isSpoken(Locale asked) {
        return SPOKEN.stream().anyMatch(one -> one.getLanguage().equals(asked.getLanguage()));
    }

    private static Locale spoken(Locale asked) {
        return asked.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }
}
