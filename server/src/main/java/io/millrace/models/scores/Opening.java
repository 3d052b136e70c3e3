package io.millrace.models.scores;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The query of the customer list that opens those who meet a condition. */
final class Opening {
    private Opening() {}

    static String of(String condition) {
        return "in=condition:"
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(condition.getBytes(StandardCharsets.UTF_8));
    }
}
