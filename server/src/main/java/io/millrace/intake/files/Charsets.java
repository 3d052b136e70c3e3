package io.millrace.intake.files;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds out how a file's characters are written: a byte order mark says it; else it is UTF-8 if
 * every byte fits; else what Mozilla's detector says, unless that is an alphabet and the bytes pair
 * up as Chinese; else GB18030, which reads any Chinese file.
 */
final class Charsets {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final long DETECTOR_BYTES = 4L << 20;

    /** Charsets of one byte a letter, for which the detector takes short Chinese texts. */
    private static final Pattern ALPHABETS =
            Pattern.compile("^(KOI8|WINDOWS-125|ISO-8859|MACCYRILLIC|IBM|TIS)", CASE_INSENSITIVE);

    private final CharsetDecoder utf8 =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final UniversalDetector detector = new UniversalDetector();
    private final ChineseBytes chinese = new ChineseBytes();
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    private final CharBuffer chars = CharBuffer.allocate(1 << 16);
    private boolean fits = true;
    private long detected;
    private long lines;

    private Charsets() {}

    /**
     * @param lines how many lines the file has, about
     */
    record Found(Charset charset, long lines) {}

    static Found detect(InputStream in) throws IOException {
        return new Charsets().read(in);
    }

    private Found read(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        Charset marked = null;
        boolean first = true;
        for (int count = in.readNBytes(buffer, 0, buffer.length);
                count > 0;
                count = in.readNBytes(buffer, 0, buffer.length)) {
            if (first) {
                marked = mark(buffer, count);
                first = false;
            }
            for (int i = 0; i < count; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
            offer(buffer, count);
        }
        return new Found(marked != null ? marked : decide(), lines);
    }

    private static @Nullable Charset mark(byte[] head, int count) {
        if (count >= 3 && is(head, 0, 0xEF) && is(head, 1, 0xBB) && is(head, 2, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (count >= 2 && is(head, 0, 0xFF) && is(head, 1, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (count >= 2 && is(head, 0, 0xFE) && is(head, 1, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    private static boolean is(byte[] head, int at, int value) {
        return (head[at] & 0xFF) == value;
    }

    private void offer(byte[] buffer, int count) {
        if (fits) {
            fits = decodes(buffer, count);
        }
        boolean telling = false;
        for (int i = 0; i < count && !telling; i++) {
            telling = buffer[i] < 0;
        }
        if (telling && detected < DETECTOR_BYTES && !detector.isDone()) {
            detector.handleData(buffer, 0, count);
            chinese.offer(buffer, count);
            detected += count;
        }
    }

    private boolean decodes(byte[] buffer, int count) {
        int at = 0;
        while (at < count) {
            int part = Math.min(bytes.remaining(), count - at);
            bytes.put(buffer, at, part).flip();
            at += part;
            boolean bad = utf8.decode(bytes, chars.clear(), false).isError();
            bytes.compact();
            if (bad) {
                return false;
            }
        }
        return true;
    }

    private Charset decide() {
        bytes.flip();
        if (fits && !utf8.decode(bytes, chars.clear(), true).isError()) {
            return StandardCharsets.UTF_8;
        }
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        boolean alphabet = name != null && ALPHABETS.matcher(name).find();
        if (name == null || !Charset.isSupported(name) || alphabet && chinese.likely()) {
            return GB18030;
        }
        Charset charset = Charset.forName(name);
        // GB18030 reads all that GBK and GB2312 can write; a Latin file may name itself ASCII.
        return charset.name().startsWith("GB") || charset.equals(StandardCharsets.US_ASCII)
                ? GB18030
                : charset;
    }
}
