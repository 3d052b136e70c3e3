package io.millrace.intake.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file's bytes as they were before gzip, bounded: what swells beyond reason is refused. */
final class SourceBytes {
    private static final int BUFFER = 1 << 16;

    private SourceBytes() {}

    static boolean gzipped(Path file) throws IOException {
        byte[] head = head(file, 2);
        return head.length == 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
    }

    static boolean zipped(Path file) throws IOException {
        byte[] head = head(file, 4);
        return head.length == 4
                && head[0] == 'P'
                && head[1] == 'K'
                && (head[2] == 3 || head[2] == 5 || head[2] == 7);
    }

    /** The format of Excel up to 2003. */
    static boolean ole(Path file) throws IOException {
        byte[] head = head(file, 4);
        return head.length == 4 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF;
    }

    private static byte[] head(Path file, int bytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(bytes);
        }
    }

    static InputStream open(Path file, Limits limits) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        if (!gzipped(file)) {
            return raw;
        }
        try {
            return new Bounded(new GZIPInputStream(raw, BUFFER), Files.size(file), limits);
        } catch (ZipException e) {
            raw.close();
            throw broken(e);
        }
    }

    private static UnreadableFile broken(IOException cause) {
        UnreadableFile broken = new UnreadableFile(ImportProblem.BROKEN_ARCHIVE);
        broken.initCause(cause);
        return broken;
    }

    /** Counts what comes out against what went in. */
    private static final class Bounded extends InputStream {
        private final InputStream inner;
        private final long compressed;
        private final Limits limits;
        private long out;

        Bounded(InputStream inner, long compressed, Limits limits) {
            this.inner = inner;
            this.compressed = compressed;
            this.limits = limits;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count;
            try {
                count = inner.read(target, offset, length);
            } catch (ZipException | EOFException e) {
                throw broken(e);
            }
            out += Math.max(0, count);
            limits.check(compressed, out);
            return count;
        }

        @Override
        public void close() throws IOException {
            inner.close();
        }
    }
}
