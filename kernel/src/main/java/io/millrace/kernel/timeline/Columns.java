package io.millrace.kernel.timeline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/**
 * Rows on their way into a segment, column by column on the heap. Text stands in the blob as its
 * length (four bytes) and its UTF-8 bytes; place 0 is the empty text.
 */
final class Columns {
    static final byte HISTORICAL = 1;

    int rows;
    int attributes;
    int blobBytes = 4;
    long[] profileHigh;
    long[] profileLow;
    long[] occurredAt;
    long[] recordedAt;
    long[] amount;
    long[] idHigh;
    long[] idLow;
    long[] subjectHash;
    int[] kind;
    int[] currency;
    int[] source;
    int[] subjectAt;
    byte[] flags;
    int[] attributeStart;
    int[] attributeKey = new int[64];
    byte[] attributeTag = new byte[64];
    long[] attributePayload = new long[64];
    byte[] blob = new byte[256];

    Columns(int capacity) {
        profileHigh = new long[capacity];
        profileLow = new long[capacity];
        occurredAt = new long[capacity];
        recordedAt = new long[capacity];
        amount = new long[capacity];
        idHigh = new long[capacity];
        idLow = new long[capacity];
        subjectHash = new long[capacity];
        kind = new int[capacity];
        currency = new int[capacity];
        source = new int[capacity];
        subjectAt = new int[capacity];
        flags = new byte[capacity];
        attributeStart = new int[capacity + 1];
    }

    /** True while another row of any size surely fits. */
    boolean hasRoom(int maximumRows) {
        return rows < maximumRows && blobBytes < (1 << 29) && attributes < (1 << 27);
    }

    void clear() {
        rows = 0;
        attributes = 0;
        blobBytes = 4;
    }

    void add(Fact fact, Words words) {
        int row = newRow();
        UUID profile = fact.profile();
        profileHigh[row] = profile.getMostSignificantBits();
        profileLow[row] = profile.getLeastSignificantBits();
        occurredAt[row] = Micros.of(fact.occurredAt());
        recordedAt[row] = Micros.of(fact.recordedAt());
        amount[row] = fact.amount();
        idHigh[row] = fact.id().getMostSignificantBits();
        idLow[row] = fact.id().getLeastSignificantBits();
        kind[row] = words.add(fact.kind());
        String money = fact.currency();
        currency[row] = money == null ? Dictionary.NONE : words.add(money);
        source[row] = words.add(fact.source());
        String subject = fact.subject() == null ? "" : fact.subject();
        subjectHash[row] = SubjectHash.of(subject);
        subjectAt[row] = text(subject);
        flags[row] = fact.historical() ? HISTORICAL : 0;
        for (Map.Entry<String, Value> attribute : fact.attributes().entrySet()) {
            attribute(words.add(attribute.getKey()), attribute.getValue(), words);
        }
        attributeStart[row + 1] = attributes;
    }

    void copy(Segment from, int row, long high, long low) {
        int to = copyFigures(from, row, high, low);
        subjectHash[to] = from.subjectHash(row);
        subjectAt[to] = copyText(from, from.subjectAt(row));
        int end = from.attributeEnd(row);
        for (int i = from.attributeStart(row); i < end; i++) {
            byte tag = from.attributeTag(i);
            long payload = from.attributePayload(i);
            attribute(
                    from.attributeKey(i),
                    tag,
                    tag == AttributeTag.SEALED ? copyText(from, (int) payload) : payload);
        }
        attributeStart[to + 1] = attributes;
    }

    /** A new row with what a fact keeps even when its person is forgotten; caller ends the row. */
    int copyFigures(Segment from, int row, long high, long low) {
        int to = newRow();
        profileHigh[to] = high;
        profileLow[to] = low;
        occurredAt[to] = from.occurredAt(row);
        recordedAt[to] = from.recordedAt(row);
        amount[to] = from.amount(row);
        idHigh[to] = from.idHigh(row);
        idLow[to] = from.idLow(row);
        kind[to] = from.kind(row);
        currency[to] = from.currency(row);
        source[to] = from.source(row);
        flags[to] = from.flags(row);
        return to;
    }

    void attribute(int key, byte tag, long payload) {
        if (attributes == attributeKey.length) {
            attributeKey = Arrays.copyOf(attributeKey, attributes * 2);
            attributeTag = Arrays.copyOf(attributeTag, attributes * 2);
            attributePayload = Arrays.copyOf(attributePayload, attributes * 2);
        }
        attributeKey[attributes] = key;
        attributeTag[attributes] = tag;
        attributePayload[attributes] = payload;
        attributes++;
    }

    /** The order for rows that were added sorted. */
    int[] unchanged() {
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        return order;
    }

    /** The rows in the order (profile, occurredAt, id), each fact once. */
    int[] order() {
        int[] order = unchanged();
        sort(order, new int[rows], 0, rows);
        int kept = 0;
        for (int i = 0; i < rows; i++) {
            if (kept == 0 || compare(order[kept - 1], order[i]) != 0) {
                order[kept++] = order[i];
            }
        }
        return kept == rows ? order : Arrays.copyOf(order, kept);
    }

    boolean sameProfile(int a, int b) {
        return profileHigh[a] == profileHigh[b] && profileLow[a] == profileLow[b];
    }

    private void attribute(int key, Value value, Words words) {
        switch (value) {
            case Value.Whole whole -> attribute(key, AttributeTag.WHOLE, whole.number());
            case Value.Real real ->
                    attribute(key, AttributeTag.REAL, Double.doubleToRawLongBits(real.number()));
            case Value.Flag flag -> attribute(key, AttributeTag.FLAG, flag.flag() ? 1 : 0);
            case Value.Text text -> attribute(key, AttributeTag.TEXT, words.add(text.text()));
            case Value.Sealed secret ->
                    attribute(key, AttributeTag.SEALED, text(secret.ciphertext()));
        }
    }

    private int text(String text) {
        return text.isEmpty() ? 0 : text(text.getBytes(StandardCharsets.UTF_8));
    }

    private int copyText(Segment from, int at) {
        return at == 0 ? 0 : text(from.textBytes(at));
    }

    private int text(byte[] bytes) {
        int at = blobBytes;
        int needed = at + 4 + bytes.length;
        if (needed > blob.length) {
            blob = Arrays.copyOf(blob, Math.max(needed, blob.length * 2));
        }
        blob[at] = (byte) bytes.length;
        blob[at + 1] = (byte) (bytes.length >> 8);
        blob[at + 2] = (byte) (bytes.length >> 16);
        blob[at + 3] = (byte) (bytes.length >> 24);
        System.arraycopy(bytes, 0, blob, at + 4, bytes.length);
        blobBytes = needed;
        return at;
    }

    private int newRow() {
        if (rows == kind.length) {
            grow(Math.max(16, rows * 2));
        }
        return rows++;
    }

    private void grow(int capacity) {
        profileHigh = Arrays.copyOf(profileHigh, capacity);
        profileLow = Arrays.copyOf(profileLow, capacity);
        occurredAt = Arrays.copyOf(occurredAt, capacity);
        recordedAt = Arrays.copyOf(recordedAt, capacity);
        amount = Arrays.copyOf(amount, capacity);
        idHigh = Arrays.copyOf(idHigh, capacity);
        idLow = Arrays.copyOf(idLow, capacity);
        subjectHash = Arrays.copyOf(subjectHash, capacity);
        kind = Arrays.copyOf(kind, capacity);
        currency = Arrays.copyOf(currency, capacity);
        source = Arrays.copyOf(source, capacity);
        subjectAt = Arrays.copyOf(subjectAt, capacity);
        flags = Arrays.copyOf(flags, capacity);
        attributeStart = Arrays.copyOf(attributeStart, capacity + 1);
    }

    private int compare(int a, int b) {
        int order = Uuids.compare(profileHigh[a], profileLow[a], profileHigh[b], profileLow[b]);
        if (order == 0) {
            order = Long.compare(occurredAt[a], occurredAt[b]);
        }
        return order != 0 ? order : Uuids.compare(idHigh[a], idLow[a], idHigh[b], idLow[b]);
    }

    private void sort(int[] order, int[] spare, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(order, spare, from, middle);
        sort(order, spare, middle, to);
        if (compare(order[middle - 1], order[middle]) <= 0) {
            return;
        }
        System.arraycopy(order, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            boolean takeRight = right < to && compare(order[right], spare[left]) < 0;
            order[at] = takeRight ? order[right++] : spare[left++];
        }
    }
}
