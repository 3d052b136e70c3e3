package io.millrace.kernel.timeline;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/** The file behind {@link Words}: each word with its length before it, holes with length -1. */
final class WordsFile {
    /** What the manifest remembers of it; bytes behind {@code bytes} are an unfinished append. */
    record State(String name, long bytes, int words, long checksum) {
        static State empty(String name) {
            return new State(name, 0, 0, 0);
        }
    }

    private final Path directory;
    private final CRC32C checksum;
    private State state;

    private WordsFile(Path directory, State state, CRC32C checksum) {
        this.directory = directory;
        this.state = state;
        this.checksum = checksum;
    }

    static WordsFile create(Path directory, String name) {
        return new WordsFile(directory, State.empty(name), new CRC32C());
    }

    static WordsFile load(Path directory, State state, Words into)
            throws IOException, DamagedFileException {
        CRC32C checksum = new CRC32C();
        if (state.bytes() > 0) {
            Path file = directory.resolve(state.name());
            if (!Files.exists(file) || Files.size(file) < state.bytes()) {
                throw new DamagedFileException("the dictionary is missing or cut short");
            }
            verify(file, state.bytes(), checksum);
            if (checksum.getValue() != state.checksum()) {
                throw new DamagedFileException("the dictionary's checksum differs");
            }
            read(file, state.words(), into);
        }
        return new WordsFile(directory, state, checksum);
    }

    State state() {
        return state;
    }

    /** Appends what is new, durably. */
    State persist(Words words) throws IOException {
        List<@Nullable String> added = words.from(state.words());
        if (added.isEmpty()) {
            return state;
        }
        byte[] bytes = encode(added);
        try (FileChannel channel =
                FileChannel.open(
                        directory.resolve(state.name()),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            long at = state.bytes();
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
            channel.truncate(at);
            channel.force(true);
        }
        checksum.update(bytes);
        state =
                new State(
                        state.name(),
                        state.bytes() + bytes.length,
                        state.words() + added.size(),
                        checksum.getValue());
        return state;
    }

    private static byte[] encode(List<@Nullable String> words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (String word : words) {
            if (word == null) {
                out.writeInt(-1);
                continue;
            }
            byte[] text = word.getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
        return bytes.toByteArray();
    }

    private static void verify(Path file, long bytes, CRC32C checksum) throws IOException {
        byte[] chunk = new byte[1 << 16];
        long left = bytes;
        try (InputStream in = Files.newInputStream(file);
                CheckedInputStream checked = new CheckedInputStream(in, checksum)) {
            while (left > 0) {
                int read = checked.read(chunk, 0, (int) Math.min(chunk.length, left));
                if (read < 0) {
                    return;
                }
                left -= read;
            }
        }
    }

    private static void read(Path file, int count, Words into) throws IOException {
        try (DataInputStream in =
                new DataInputStream(
                        new java.io.BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            for (int i = 0; i < count; i++) {
                int length = in.readInt();
                into.restore(
                        length < 0
                                ? null
                                : new String(in.readNBytes(length), StandardCharsets.UTF_8));
            }
        }
    }
}
