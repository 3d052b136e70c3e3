package io.millrace.audiences.live;

import io.millrace.kernel.condition.evaluate.Verdict;
import java.util.Arrays;
import java.util.UUID;

/**
 * What some conditions say of some customers: a bit for each condition, and the first instant at
 * which time alone can change any of them. In primitive columns, for a million rows.
 */
final class Judgements {
    private static final int HEAD = 3;

    private final int stride;
    private long[] data;
    private int rows;

    Judgements(int conditions) {
        this.stride = HEAD + (conditions + 63) / 64;
        this.data = new long[16 * stride];
    }

    /** Begins a row, in which nothing holds. */
    void add(long high, long low) {
        if ((rows + 1) * stride > data.length) {
            data = Arrays.copyOf(data, Math.multiplyExact(data.length, 2));
        }
        int at = rows++ * stride;
        data[at] = high;
        data[at + 1] = low;
        data[at + 2] = Verdict.NEVER;
        Arrays.fill(data, at + HEAD, at + stride, 0);
    }

    /** In the row that was begun last. */
    void hold(int condition) {
        data[(rows - 1) * stride + HEAD + (condition >> 6)] |= 1L << condition;
    }

    /** In the row that was begun last. */
    void until(long micros) {
        int at = (rows - 1) * stride + 2;
        data[at] = Math.min(data[at], micros);
    }

    Judgements append(Judgements other) {
        int together = (rows + other.rows) * stride;
        if (together > data.length) {
            data = Arrays.copyOf(data, Math.max(together, data.length * 2));
        }
        System.arraycopy(other.data, 0, data, rows * stride, other.rows * stride);
        rows += other.rows;
        return this;
    }

    int size() {
        return rows;
    }

    long high(int row) {
        return data[row * stride];
    }

    long low(int row) {
        return data[row * stride + 1];
    }

    UUID customer(int row) {
        return new UUID(high(row), low(row));
    }

    long until(int row) {
        return data[row * stride + 2];
    }

    /**
     * For how many each condition holds, of those for whom another one holds too; all in one pass.
     */
    int[] counts(int also) {
        int[] counts = new int[(stride - HEAD) * 64];
        for (int row = 0; row < rows; row++) {
            if (holds(row, also)) {
                int at = row * stride + HEAD;
                for (int word = 0; word < stride - HEAD; word++) {
                    for (long bits = data[at + word]; bits != 0; bits &= bits - 1) {
                        counts[word * 64 + Long.numberOfTrailingZeros(bits)]++;
                    }
                }
            }
        }
        return counts;
    }

    boolean holds(int row, int condition) {
        return (data[row * stride + HEAD + (condition >> 6)] >>> condition & 1) != 0;
    }
}
