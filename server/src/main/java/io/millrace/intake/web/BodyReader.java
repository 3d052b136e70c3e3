package io.millrace.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a request's body, inflated if need be, and never more of it than may be kept. */
final class BodyReader {
    /** What is read on and thrown away, so that the client hears the answer and not a reset. */
    private static final long DRAINED = 64L * 1024 * 1024;

    private static final int FIRST = 8 * 1024;

    private final int limit;

    BodyReader(int limit) {
        this.limit = limit;
    }

    /** Answers of {@link #read}. */
    sealed interface Body {
        /**
         * @param cut true if there was more than may be kept
         */
        record Bytes(byte[] bytes, int length, boolean cut) implements Body {}

        /** Said to be gzip and is not, or ends too early. */
        record NotGzip() implements Body {}
    }

    Body read(HttpServletRequest request) throws IOException {
        String encoding = request.getHeader("Content-Encoding");
        boolean gzip = encoding != null && encoding.toLowerCase(Locale.ROOT).contains("gzip");
        InputStream raw = request.getInputStream();
        if (!gzip) {
            return read(raw, Math.max(0, Math.min(request.getContentLength(), limit)), raw);
        }
        try {
            return read(new GZIPInputStream(raw, FIRST), 0, raw);
        } catch (ZipException | EOFException broken) {
            drain(raw);
            return new Body.NotGzip();
        }
    }

    private Body read(InputStream in, int expected, InputStream raw) throws IOException {
        byte[] bytes = new byte[expected > 0 ? expected : FIRST];
        int length = 0;
        while (true) {
            int got = in.read(bytes, length, bytes.length - length);
            if (got < 0) {
                return new Body.Bytes(bytes, length, false);
            }
            length += got;
            if (length == bytes.length) {
                int next = in.read();
                if (next < 0) {
                    return new Body.Bytes(bytes, length, false);
                }
                if (length >= limit) {
                    drain(raw);
                    return new Body.Bytes(bytes, length, true);
                }
                bytes = Arrays.copyOf(bytes, (int) Math.min(limit, 2L * length));
                bytes[length++] = (byte) next;
            }
        }
    }

    private static void drain(InputStream in) throws IOException {
        byte[] waste = new byte[FIRST];
        long left = DRAINED;
        while (left > 0) {
            int got = in.read(waste);
            if (got < 0) {
                return;
            }
            left -= got;
        }
    }
}
