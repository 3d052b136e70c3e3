package io.millrace.models.offers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Texts as one word of an address, whatever is in them. */
final class Encoded {
    private static final String BETWEEN = "~";

    private Encoded() {}

    static String of(List<String> texts) {
        return String.join(BETWEEN, texts.stream().map(Encoded::encoded).toList());
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if it is no such word, or not of so many texts. */
    static Optional<List<String>> read(String word, int count) {
        List<String> texts = new ArrayList<>();
        for (String part : word.split(BETWEEN, -1)) {
            try {
                texts.add(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notEncoded) {
                return Optional.empty();
            }
        }
        return texts.size() == count ? Optional.of(texts) : Optional.empty();
    }
}
