package io.millrace.intake.files;

import java.io.IOException;
import java.io.Reader;

/**
 * Cuts records that are longer than the limit, so that no line of any length can fill the memory: a
 * record's beginning passes, {@link #CUT} is put behind it and the rest is dropped up to the next
 * end of line.
 */
final class LineGuard extends Reader {
    /** A character that no text may hold; a record that ends with it was cut. */
    static final char CUT = '\uFDD0';

    /** Room in the reader's buffer for what a cut adds. */
    private static final int EXTRA = 64;

    private final Reader inner;
    private final int limit;
    private final char delimiter;
    private final char quote;
    private int inRecord;
    private boolean fieldBegins = true;
    private boolean quoted;
    private boolean closing;
    private boolean dropping;

    /**
     * @param limit at least 1,024
     */
    LineGuard(Reader inner, int limit, char delimiter, char quote) {
        this.inner = inner;
        this.limit = limit;
        this.delimiter = delimiter;
        this.quote = quote;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int room = Math.max(1, length - EXTRA);
        int kept = 0;
        while (kept == 0) {
            int count = inner.read(target, offset, room);
            if (count < 0) {
                return -1;
            }
            kept =
                    inRecord + count < limit && !dropping
                            ? follow(target, offset, count)
                            : cut(target, offset, count);
        }
        return kept;
    }

    /** The usual case: nothing in this stretch can be too long. */
    private int follow(char[] target, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            step(target[i]);
        }
        return count;
    }

    private void step(char c) {
        inRecord++;
        if (quoted) {
            quoted = c != quote;
            closing = !quoted;
            return;
        }
        if (c == quote && (fieldBegins || closing)) {
            quoted = true;
        } else if (c == '\n' || c == '\r') {
            inRecord = 0;
        }
        closing = false;
        fieldBegins = c == delimiter || c == '\n' || c == '\r';
    }

    private int cut(char[] target, int offset, int count) {
        char[] stretch = new char[count];
        System.arraycopy(target, offset, stretch, 0, count);
        int to = offset;
        for (char c : stretch) {
            if (!dropping && inRecord < limit) {
                step(c);
                target[to++] = c;
                continue;
            }
            if (!dropping) {
                to = close(target, to);
            }
            if (c == '\n' || c == '\r') {
                dropping = false;
                inRecord = 0;
                fieldBegins = true;
                target[to++] = c;
            }
        }
        return to - offset;
    }

    private int close(char[] target, int at) {
        int to = at;
        target[to++] = CUT;
        if (quoted) {
            target[to++] = quote;
        }
        quoted = false;
        closing = false;
        dropping = true;
        return to;
    }

    @Override
    public void close() throws IOException {
        inner.close();
    }
}
