package io.millrace.kernel.timeline;

/**
 * Where the columns of a segment file begin; they follow from the four counts in its header. Every
 * column begins on a multiple of 8, the header too.
 */
record SegmentLayout(int profiles, int rows, int attributes, int blobBytes) {
    static final int HEADER = 56;
    static final long MAGIC = 0x4d494c4c52414345L;
    static final int VERSION = 1;

    private static long aligned(long bytes) {
        return (bytes + 7) & ~7L;
    }

    private long longColumn(int place) {
        return rowStart() + aligned(4L * (profiles + 1)) + 8L * rows * place;
    }

    private long intColumn(int place) {
        return longColumn(6) + aligned(4L * rows) * place;
    }

    long profileHigh() {
        return HEADER;
    }

    long profileLow() {
        return HEADER + 8L * profiles;
    }

    long rowStart() {
        return HEADER + 16L * profiles;
    }

    long occurredAt() {
        return longColumn(0);
    }

    long recordedAt() {
        return longColumn(1);
    }

    long amount() {
        return longColumn(2);
    }

    long idHigh() {
        return longColumn(3);
    }

    long idLow() {
        return longColumn(4);
    }

    long subjectHash() {
        return longColumn(5);
    }

    long kind() {
        return intColumn(0);
    }

    long currency() {
        return intColumn(1);
    }

    long source() {
        return intColumn(2);
    }

    long subjectAt() {
        return intColumn(3);
    }

    long flags() {
        return intColumn(4);
    }

    long attributeStart() {
        return flags() + aligned(rows);
    }

    long attributePayload() {
        return attributeStart() + aligned(4L * (rows + 1));
    }

    long attributeKey() {
        return attributePayload() + 8L * attributes;
    }

    long attributeTag() {
        return attributeKey() + aligned(4L * attributes);
    }

    long blob() {
        return attributeTag() + aligned(attributes);
    }

    long end() {
        return blob() + aligned(blobBytes);
    }
}
