package io.millrace.timelines;

import io.millrace.kernel.timeline.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * A fact's attributes as the JSON object in which the fact log keeps them: text as a string, a
 * whole number as an integer, a real number always with a decimal point, a flag as a boolean, a
 * sealed value as {@code {"sealed":"…"}}. Immutable.
 */
public final class Attributes {
    /** No attributes. */
    public static final Attributes NONE = writer().done();

    private final byte[] json;

    private Attributes(byte[] json) {
        this.json = json;
    }

    public static Attributes of(Map<String, Value> values) {
        if (values.isEmpty()) {
            return NONE;
        }
        Writer writer = writer();
        values.forEach(writer::value);
        return writer.done();
    }

    /** A writer for one fact's attributes. */
    public static Writer writer() {
        return new Writer();
    }

    int length() {
        return json.length;
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(json, 0, target, at, json.length);
    }

    /** The JSON text. */
    @Override
    public String toString() {
        return new String(json, StandardCharsets.UTF_8);
    }

    /**
     * Writes attributes one after the other, without objects in between. Names must differ. Text is
     * free of U+0000 and lone surrogates.
     */
    public static final class Writer {
        private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

        private byte[] buffer = new byte[256];
        private int size;

        private Writer() {
            append('{');
        }

        public Writer text(String name, String text) {
            return name(name).string(text);
        }

        public Writer whole(String name, long number) {
            return name(name).ascii(Long.toString(number));
        }

        /**
         * @param number finite; negative zero is kept as zero
         */
        public Writer real(String name, double number) {
            return name(name).ascii(plain(number));
        }

        public Writer flag(String name, boolean flag) {
            return name(name).ascii(flag ? "true" : "false");
        }

        public Writer sealed(String name, String ciphertext) {
            name(name).ascii("{\"sealed\":").string(ciphertext).append('}');
            return this;
        }

        public Writer value(String name, Value value) {
            return switch (value) {
                case Value.Text(String text) -> text(name, text);
                case Value.Whole(long number) -> whole(name, number);
                case Value.Real(double number) -> real(name, number);
                case Value.Flag(boolean flag) -> flag(name, flag);
                case Value.Sealed(String ciphertext) -> sealed(name, ciphertext);
            };
        }

        /** The attributes written so far; the writer is spent. */
        public Attributes done() {
            append('}');
            return new Attributes(Arrays.copyOf(buffer, size));
        }

        // jsonb keeps the digits after a point but no exponent: 1.0E10 would come back whole.
        private static String plain(double number) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("not a finite number: " + number);
            }
            String text = Double.toString(number);
            if (text.indexOf('E') < 0) {
                return text;
            }
            String plain = new BigDecimal(text).toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }

        private Writer name(String name) {
            if (size > 1) {
                append(',');
            }
            string(name).append(':');
            return this;
        }

        private Writer ascii(String text) {
            for (int i = 0; i < text.length(); i++) {
                append(text.charAt(i));
            }
            return this;
        }

        private Writer string(String text) {
            append('"');
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c >= 0x80) {
                    i += wide(text, i);
                } else if (c < 0x20 || c == '"' || c == '\\') {
                    escape(c);
                } else {
                    append(c);
                }
            }
            append('"');
            return this;
        }

        private void escape(char c) {
            if (c == 0) {
                throw new IllegalArgumentException("U+0000 in text");
            }
            append('\\');
            if (c >= 0x20) {
                append(c);
                return;
            }
            ascii("u00");
            append(HEX[c >> 4]);
            append(HEX[c & 15]);
        }

        /** Writes the code point at {@code i}; answers how many chars it took beyond the first. */
        private int wide(String text, int i) {
            int point = text.codePointAt(i);
            if (point < 0x800) {
                append(0xC0 | point >> 6);
            } else if (point < 0x10000) {
                if (point >= 0xD800 && point < 0xE000) {
                    throw new IllegalArgumentException("a lone surrogate in text");
                }
                append(0xE0 | point >> 12);
                append(0x80 | point >> 6 & 0x3F);
            } else {
                append(0xF0 | point >> 18);
                append(0x80 | point >> 12 & 0x3F);
                append(0x80 | point >> 6 & 0x3F);
            }
            append(0x80 | point & 0x3F);
            return point >= 0x10000 ? 1 : 0;
        }

        private void append(int b) {
            if (size == buffer.length) {
                buffer = Arrays.copyOf(buffer, size * 2);
            }
            buffer[size++] = (byte) b;
        }
    }
}
