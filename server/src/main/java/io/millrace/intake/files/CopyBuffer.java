package io.millrace.intake.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's binary COPY format, gathered in memory. */
final class CopyBuffer {
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
    };
    private static final int TEXT_OID = 25;

    private byte[] bytes = new byte[1 << 20];
    private int size;
    private int rows;

    CopyBuffer() {
        clear();
    }

    void clear() {
        size = 0;
        rows = 0;
        room(SIGNATURE.length);
        System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
        size = SIGNATURE.length;
        int32(0);
        int32(0);
    }

    int rows() {
        return rows;
    }

    int size() {
        return size;
    }

    byte[] finish() {
        int16(-1);
        return Arrays.copyOf(bytes, size);
    }

    void row(int columns) {
        rows++;
        int16(columns);
    }

    void whole(long number) {
        int32(8);
        int64(number);
    }

    void whole(@Nullable Long number) {
        if (number == null) {
            int32(-1);
        } else {
            whole(number.longValue());
        }
    }

    void text(@Nullable String text) {
        if (text == null) {
            int32(-1);
            return;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        int32(encoded.length);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    void texts(String[] texts) {
        int at = size;
        int32(0);
        int32(texts.length == 0 ? 0 : 1);
        int32(0);
        int32(TEXT_OID);
        if (texts.length > 0) {
            int32(texts.length);
            int32(1);
        }
        for (String text : texts) {
            text(text);
        }
        int end = size;
        size = at;
        int32(end - at - 4);
        size = end;
    }

    private void int16(int number) {
        room(2);
        bytes[size++] = (byte) (number >> 8);
        bytes[size++] = (byte) number;
    }

    private void int32(int number) {
        int16(number >> 16);
        int16(number);
    }

    private void int64(long number) {
        int32((int) (number >> 32));
        int32((int) number);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
