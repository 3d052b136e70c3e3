package io.millrace.cli.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The charset of a file: by its byte-order mark, else strict UTF-8, else GB18030, else
 * windows-1252, whichever reads the whole file without an error.
 */
final class CharsetGuess {
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private CharsetGuess() {}

    static Charset of(Path path) throws IOException {
        try (InputStream in = DataFile.bytes(path)) {
            int first = in.read();
            int second = in.read();
            if (first == 0xFF && second == 0xFE) {
                return StandardCharsets.UTF_16LE;
            }
            if (first == 0xFE && second == 0xFF) {
                return StandardCharsets.UTF_16BE;
            }
        }
        if (reads(path, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        return reads(path, CHINESE) ? CHINESE : WESTERN;
    }

    private static boolean reads(Path path, Charset charset) throws IOException {
        char[] buffer = new char[1 << 16];
        try (Reader reader =
                new InputStreamReader(
                        DataFile.bytes(path),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            int read = 0;
            while (read >= 0) {
                read = reader.read(buffer);
            }
            return true;
        } catch (CharacterCodingException wrong) {
            return false;
        }
    }
}
