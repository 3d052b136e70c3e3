package io.millrace.kernel.timeline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** The one file that says of what the store consists; replaced as a whole. */
record Manifest(long watermark, long nextFile, WordsFile.State words, List<List<Entry>> runs) {
    /** A segment file and the checksum that it must have. */
    record Entry(String name, long checksum) {}

    static final String NAME = "MANIFEST";
    private static final long MAGIC = 0x4d494c4c52414d46L;
    private static final int VERSION = 1;

    static Manifest of(StoreState state, long nextFile, WordsFile.State words) {
        List<List<Entry>> runs = new ArrayList<>();
        for (SortedRun run : state.runs()) {
            List<Entry> entries = new ArrayList<>();
            for (Segment segment : run.segments()) {
                entries.add(new Entry(segment.name(), segment.checksum()));
            }
            runs.add(entries);
        }
        return new Manifest(state.watermark(), nextFile, words, runs);
    }

    void write(Path directory) throws IOException {
        byte[] body = encode();
        CRC32C checksum = new CRC32C();
        checksum.update(body);
        ByteBuffer whole = ByteBuffer.allocate(body.length + 8);
        whole.put(body).putLong(checksum.getValue()).flip();
        Path temporary = directory.resolve(NAME + ".tmp");
        try (FileChannel channel =
                FileChannel.open(
                        temporary,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            while (whole.hasRemaining()) {
                channel.write(whole);
            }
            channel.force(true);
        }
        Files.move(
                temporary,
                directory.resolve(NAME),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static Manifest read(Path directory) throws IOException, DamagedFileException {
        byte[] whole = Files.readAllBytes(directory.resolve(NAME));
        if (whole.length < 8) {
            throw new DamagedFileException("the manifest is cut short");
        }
        CRC32C checksum = new CRC32C();
        checksum.update(whole, 0, whole.length - 8);
        if (ByteBuffer.wrap(whole).getLong(whole.length - 8) != checksum.getValue()) {
            throw new DamagedFileException("the manifest's checksum differs");
        }
        return decode(new DataInputStream(new ByteArrayInputStream(whole)));
    }

    private byte[] encode() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        out.writeLong(watermark);
        out.writeLong(nextFile);
        out.writeUTF(words.name());
        out.writeLong(words.bytes());
        out.writeInt(words.words());
        out.writeLong(words.checksum());
        out.writeInt(runs.size());
        for (List<Entry> run : runs) {
            out.writeInt(run.size());
            for (Entry entry : run) {
                out.writeUTF(entry.name());
                out.writeLong(entry.checksum());
            }
        }
        return bytes.toByteArray();
    }

    private static Manifest decode(DataInputStream in) throws IOException, DamagedFileException {
        if (in.readLong() != MAGIC || in.readInt() != VERSION) {
            throw new DamagedFileException("a manifest of another format or version");
        }
        long watermark = in.readLong();
        long nextFile = in.readLong();
        WordsFile.State words =
                new WordsFile.State(in.readUTF(), in.readLong(), in.readInt(), in.readLong());
        List<List<Entry>> runs = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            List<Entry> entries = new ArrayList<>();
            int segments = in.readInt();
            for (int j = 0; j < segments; j++) {
                entries.add(new Entry(in.readUTF(), in.readLong()));
            }
            runs.add(entries);
        }
        return new Manifest(watermark, nextFile, words, runs);
    }
}
