package io.millrace.kernel.timeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32C;

/** Writes sorted columns as one segment file: under a temporary name, forced, then renamed. */
final class SegmentWriter implements AutoCloseable {
    private final Columns columns;
    private final int[] order;
    private final FileChannel channel;
    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(1 << 18).order(ByteOrder.LITTLE_ENDIAN);
    private long position = SegmentLayout.HEADER;

    private SegmentWriter(Columns columns, int[] order, Path file) throws IOException {
        this.columns = columns;
        this.order = order;
        this.channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
    }

    /** Writes the rows of {@code columns} in this order; there is at least one. */
    static void write(Columns columns, int[] order, Path file) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try (SegmentWriter writer = new SegmentWriter(columns, order, temporary)) {
            writer.write();
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void write() throws IOException {
        int[] starts = profileStarts();
        int profiles = starts.length - 1;
        for (int i = 0; i < profiles; i++) {
            putLong(columns.profileHigh[order[starts[i]]]);
        }
        for (int i = 0; i < profiles; i++) {
            putLong(columns.profileLow[order[starts[i]]]);
        }
        for (int start : starts) {
            putInt(start);
        }
        align();
        longs(columns.occurredAt);
        longs(columns.recordedAt);
        longs(columns.amount);
        longs(columns.idHigh);
        longs(columns.idLow);
        longs(columns.subjectHash);
        ints(columns.kind);
        ints(columns.currency);
        ints(columns.source);
        ints(columns.subjectAt);
        for (int row : order) {
            putByte(columns.flags[row]);
        }
        align();
        int attributes = attributes();
        putBytes(columns.blob, columns.blobBytes);
        align();
        flush();
        header(new SegmentLayout(profiles, order.length, attributes, columns.blobBytes));
        channel.force(true);
    }

    private int[] profileStarts() {
        int[] starts = new int[order.length + 1];
        int profiles = 0;
        for (int i = 0; i < order.length; i++) {
            if (i == 0 || !columns.sameProfile(order[i - 1], order[i])) {
                starts[profiles++] = i;
            }
        }
        starts[profiles] = order.length;
        return java.util.Arrays.copyOf(starts, profiles + 1);
    }

    private int attributes() throws IOException {
        int count = 0;
        for (int row : order) {
            putInt(count);
            count += columns.attributeStart[row + 1] - columns.attributeStart[row];
        }
        putInt(count);
        align();
        for (int row : order) {
            for (int i = columns.attributeStart[row]; i < columns.attributeStart[row + 1]; i++) {
                putLong(columns.attributePayload[i]);
            }
        }
        entries(i -> columns.attributeKey[i], 4);
        entries(i -> columns.attributeTag[i], 1);
        return count;
    }

    private void entries(IntUnaryOperator value, int width) throws IOException {
        for (int row : order) {
            for (int i = columns.attributeStart[row]; i < columns.attributeStart[row + 1]; i++) {
                if (width == 4) {
                    putInt(value.applyAsInt(i));
                } else {
                    putByte((byte) value.applyAsInt(i));
                }
            }
        }
        align();
    }

    private void header(SegmentLayout layout) throws IOException {
        ByteBuffer header =
                ByteBuffer.allocate(SegmentLayout.HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(SegmentLayout.MAGIC).putInt(SegmentLayout.VERSION);
        header.putInt(layout.profiles()).putInt(layout.rows()).putInt(layout.attributes());
        header.putInt(layout.blobBytes()).putInt(0);
        header.putLong(checksum.getValue()).putLong(layout.end());
        CRC32C ofHeader = new CRC32C();
        ofHeader.update(header.array(), 0, header.position());
        header.putLong(ofHeader.getValue());
        header.rewind();
        long at = 0;
        while (header.hasRemaining()) {
            at += channel.write(header, at);
        }
    }

    private void longs(long[] column) throws IOException {
        for (int row : order) {
            putLong(column[row]);
        }
    }

    private void ints(int[] column) throws IOException {
        for (int row : order) {
            putInt(column[row]);
        }
        align();
    }

    private void putLong(long value) throws IOException {
        if (buffer.remaining() < 8) {
            flush();
        }
        buffer.putLong(value);
    }

    private void putInt(int value) throws IOException {
        if (buffer.remaining() < 4) {
            flush();
        }
        buffer.putInt(value);
    }

    private void putByte(byte value) throws IOException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.put(value);
    }

    private void putBytes(byte[] bytes, int length) throws IOException {
        for (int at = 0; at < length; ) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int chunk = Math.min(buffer.remaining(), length - at);
            buffer.put(bytes, at, chunk);
            at += chunk;
        }
    }

    private void align() throws IOException {
        while (((position + buffer.position()) & 7) != 0) {
            putByte((byte) 0);
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            position += channel.write(buffer, position);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
