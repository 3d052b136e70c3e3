package io.millrace.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The language of answers to a sender. */
final class Languages {
    static Locale of(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Language");
        return accepted != null && accepted.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }

    private Languages() {}
}
