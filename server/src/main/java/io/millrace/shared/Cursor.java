package io.millrace.shared;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The place after which the next page of a list begins: the sort values of the last item. Opaque to
 * clients, and not a secret.
 */
public record Cursor(List<String> parts) {
    private static final String SEPARATOR = "\u001f";

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(Object... parts) {
        return new Cursor(List.of(parts).stream().map(Object::toString).toList());
    }

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws Refusal {@code shared.invalid} if this server did not write it
     */
    public static Cursor decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            String joined =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new Cursor(List.of(joined.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid();
        }
    }

    /** The same, and there must be so many parts. */
    public static Cursor decode(String text, int size) {
        Cursor cursor = decode(text);
        if (cursor.parts.size() != size) {
            throw invalid();
        }
        return cursor;
    }

    /** The problem that a cursor of another list is answered with. */
    public static Refusal invalid() {
        return Refusal.of(
                SharedProblem.INVALID, List.of(FieldProblem.of("cursor", "shared.bad-cursor")));
    }
}
