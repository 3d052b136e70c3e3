package io.millrace.kernel.timeline;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * One immutable, memory-mapped segment file. The mapping lives as long as something refers to it,
 * so that a reader never meets an unmapped page; on disk the file may be gone already.
 */
final class Segment {
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

    final MemorySegment profileHighs;
    final MemorySegment profileLows;
    final MemorySegment rowStarts;
    final MemorySegment occurredAts;
    final MemorySegment recordedAts;
    final MemorySegment amounts;
    final MemorySegment idHighs;
    final MemorySegment idLows;
    final MemorySegment subjectHashes;
    final MemorySegment kinds;
    final MemorySegment currencies;
    final MemorySegment sources;
    final MemorySegment subjectAts;
    final MemorySegment flags;
    final MemorySegment attributeStarts;
    final MemorySegment attributeKeys;
    final MemorySegment attributeTags;
    final MemorySegment attributePayloads;
    final MemorySegment blob;
    private final Path file;
    private final SegmentLayout layout;
    private final long checksum;

    private Segment(Path file, MemorySegment all, SegmentLayout layout, long checksum) {
        this.file = file;
        this.layout = layout;
        this.checksum = checksum;
        long longs = 8L * layout.rows();
        long ints = 4L * layout.rows();
        profileHighs = all.asSlice(layout.profileHigh(), 8L * layout.profiles());
        profileLows = all.asSlice(layout.profileLow(), 8L * layout.profiles());
        rowStarts = all.asSlice(layout.rowStart(), 4L * (layout.profiles() + 1));
        occurredAts = all.asSlice(layout.occurredAt(), longs);
        recordedAts = all.asSlice(layout.recordedAt(), longs);
        amounts = all.asSlice(layout.amount(), longs);
        idHighs = all.asSlice(layout.idHigh(), longs);
        idLows = all.asSlice(layout.idLow(), longs);
        subjectHashes = all.asSlice(layout.subjectHash(), longs);
        kinds = all.asSlice(layout.kind(), ints);
        currencies = all.asSlice(layout.currency(), ints);
        sources = all.asSlice(layout.source(), ints);
        subjectAts = all.asSlice(layout.subjectAt(), ints);
        flags = all.asSlice(layout.flags(), layout.rows());
        attributeStarts = all.asSlice(layout.attributeStart(), ints + 4);
        attributeKeys = all.asSlice(layout.attributeKey(), 4L * layout.attributes());
        attributeTags = all.asSlice(layout.attributeTag(), layout.attributes());
        attributePayloads = all.asSlice(layout.attributePayload(), 8L * layout.attributes());
        blob = all.asSlice(layout.blob(), layout.blobBytes());
    }

    /** Maps a file and verifies every byte of it. */
    static Segment open(Path file) throws IOException, DamagedFileException {
        if (!Files.exists(file)) {
            throw new DamagedFileException("a segment is missing: " + file.getFileName());
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < SegmentLayout.HEADER) {
                throw new DamagedFileException("a segment is cut short: " + file.getFileName());
            }
            MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, Arena.ofAuto());
            SegmentLayout layout = layout(all, file);
            long checksum = all.get(LONG, 32);
            if (checksumOf(all) != checksum) {
                throw new DamagedFileException(
                        "a segment's checksum differs: " + file.getFileName());
            }
            return new Segment(file, all, layout, checksum);
        }
    }

    private static SegmentLayout layout(MemorySegment all, Path file) throws DamagedFileException {
        CRC32C ofHeader = new CRC32C();
        ofHeader.update(all.asSlice(0, 48).asByteBuffer());
        if (all.get(LONG, 0) != SegmentLayout.MAGIC || all.get(LONG, 48) != ofHeader.getValue()) {
            throw new DamagedFileException("not a segment: " + file.getFileName());
        }
        if (all.get(INT, 8) != SegmentLayout.VERSION) {
            throw new DamagedFileException("a segment of another version: " + file.getFileName());
        }
        SegmentLayout layout =
                new SegmentLayout(
                        all.get(INT, 12), all.get(INT, 16), all.get(INT, 20), all.get(INT, 24));
        if (layout.end() != all.byteSize() || all.get(LONG, 40) != all.byteSize()) {
            throw new DamagedFileException("a segment is cut short: " + file.getFileName());
        }
        return layout;
    }

    private static long checksumOf(MemorySegment all) {
        CRC32C body = new CRC32C();
        long step = 1L << 28;
        for (long at = SegmentLayout.HEADER; at < all.byteSize(); at += step) {
            body.update(all.asSlice(at, Math.min(step, all.byteSize() - at)).asByteBuffer());
        }
        return body.getValue();
    }

    Path file() {
        return file;
    }

    String name() {
        return file.getFileName().toString();
    }

    long checksum() {
        return checksum;
    }

    int profiles() {
        return layout.profiles();
    }

    int rows() {
        return layout.rows();
    }

    int attributes() {
        return layout.attributes();
    }

    /** The place of a profile, or -1 - where it would be. */
    int find(long high, long low) {
        int from = 0;
        int to = profiles() - 1;
        boolean guess = true;
        while (from <= to) {
            int middle = guess ? guess(from, to, high) : (from + to) >>> 1;
            guess = !guess;
            int order = Uuids.compare(profileHigh(middle), profileLow(middle), high, low);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1 - from;
    }

    /** Ids that begin with a time lie about evenly: every other step is a guess. */
    private int guess(int from, int to, long high) {
        double first = profileHigh(from) >>> 1;
        double last = profileHigh(to) >>> 1;
        double share = ((high >>> 1) - first) / (last - first);
        return share > 0 && share < 1 ? from + (int) (share * (to - from)) : (from + to) >>> 1;
    }

    long profileHigh(int profile) {
        return profileHighs.getAtIndex(LONG, profile);
    }

    long profileLow(int profile) {
        return profileLows.getAtIndex(LONG, profile);
    }

    /** The first row of a profile; that of {@code profiles()} is {@code rows()}. */
    int rowStart(int profile) {
        return rowStarts.getAtIndex(INT, profile);
    }

    long occurredAt(int row) {
        return occurredAts.getAtIndex(LONG, row);
    }

    long recordedAt(int row) {
        return recordedAts.getAtIndex(LONG, row);
    }

    long amount(int row) {
        return amounts.getAtIndex(LONG, row);
    }

    long idHigh(int row) {
        return idHighs.getAtIndex(LONG, row);
    }

    long idLow(int row) {
        return idLows.getAtIndex(LONG, row);
    }

    long subjectHash(int row) {
        return subjectHashes.getAtIndex(LONG, row);
    }

    int kind(int row) {
        return kinds.getAtIndex(INT, row);
    }

    int currency(int row) {
        return currencies.getAtIndex(INT, row);
    }

    int source(int row) {
        return sources.getAtIndex(INT, row);
    }

    int subjectAt(int row) {
        return subjectAts.getAtIndex(INT, row);
    }

    byte flags(int row) {
        return flags.get(ValueLayout.JAVA_BYTE, row);
    }

    int attributeStart(int row) {
        return attributeStarts.getAtIndex(INT, row);
    }

    int attributeEnd(int row) {
        return attributeStarts.getAtIndex(INT, row + 1L);
    }

    int attributeKey(int place) {
        return attributeKeys.getAtIndex(INT, place);
    }

    byte attributeTag(int place) {
        return attributeTags.get(ValueLayout.JAVA_BYTE, place);
    }

    long attributePayload(int place) {
        return attributePayloads.getAtIndex(LONG, place);
    }

    byte[] textBytes(int at) {
        int length =
                blob.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), at);
        return blob.asSlice(at + 4L, length).toArray(ValueLayout.JAVA_BYTE);
    }

    String text(int at) {
        return at == 0 ? "" : new String(textBytes(at), StandardCharsets.UTF_8);
    }
}
