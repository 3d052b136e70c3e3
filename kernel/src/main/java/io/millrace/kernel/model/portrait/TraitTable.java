package io.millrace.kernel.model.portrait;

import io.millrace.kernel.model.CustomerTable;
import java.util.Arrays;

/**
 * What is known of each customer as of an instant: one word for each attribute, one answer for each
 * consent, and marks for whatever there can be several of. Words are codes of the store's
 * dictionary. Read it only once the run that fills it has finished.
 */
public final class TraitTable extends CustomerTable {
    /** Stands for an attribute that is not set or not readable. */
    public static final int UNKNOWN = -1;

    /** Of what a mark tells, the high half of the mark; from {@link #TAG} on a tag's category. */
    public static final int CHANNEL = 0;

    public static final int STORE = 1;
    public static final int CATEGORY = 2;
    public static final int IDENTITY = 3;

    /** {@code TAG + code} of the category. */
    public static final int TAG = 4;

    /** What a customer last said; 0 without any word. */
    public static final byte NEVER_ASKED = 0;

    public static final byte GIVEN = 1;
    public static final byte WITHDRAWN = 2;

    private static final int FEW = 64;

    private final long asOf;
    private long[] firsts = new long[capacity()];
    private final int[][] words;
    private final byte[][] consents;
    private int[] ends = new int[capacity()];
    private long[] marks = new long[FEW];
    private int marked;

    TraitTable(long asOf, int attributes, int channels) {
        this.asOf = asOf;
        this.words = new int[attributes][capacity()];
        this.consents = new byte[channels][capacity()];
    }

    /** Microseconds since 1970 UTC. */
    public long asOf() {
        return asOf;
    }

    /** When the customer's first fact occurred, microseconds since 1970 UTC. */
    public long firstAt(int row) {
        return firsts[row];
    }

    /** The word of an attribute by its place in the query, or {@link #UNKNOWN}. */
    public int word(int attribute, int row) {
        return words[attribute][row];
    }

    /** The last answer on a channel, by its place in the query. */
    public byte consent(int channel, int row) {
        return consents[channel][row];
    }

    /** Where the customer's marks begin; they end where those of the next begin. */
    public int marksFrom(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    public int marksTo(int row) {
        return ends[row];
    }

    /** Of what the mark at this place tells. */
    public int markOf(int place) {
        return (int) (marks[place] >> 32);
    }

    /** The word of the mark at this place. */
    public int markWord(int place) {
        return (int) marks[place];
    }

    void add(long high, long low, Traits of) {
        int row = addRow(high, low);
        firsts[row] = of.first;
        for (int i = 0; i < words.length; i++) {
            words[i][row] = of.words[i];
        }
        for (int i = 0; i < consents.length; i++) {
            consents[i][row] = of.consents[i];
        }
        room(marked + of.marks);
        System.arraycopy(of.mark, 0, marks, marked, of.marks);
        marked += of.marks;
        ends[row] = marked;
    }

    void append(TraitTable other) {
        int from = addRows(other);
        System.arraycopy(other.firsts, 0, firsts, from, other.size());
        for (int i = 0; i < words.length; i++) {
            System.arraycopy(other.words[i], 0, words[i], from, other.size());
        }
        for (int i = 0; i < consents.length; i++) {
            System.arraycopy(other.consents[i], 0, consents[i], from, other.size());
        }
        for (int row = 0; row < other.size(); row++) {
            ends[from + row] = marked + other.ends[row];
        }
        room(marked + other.marked);
        System.arraycopy(other.marks, 0, marks, marked, other.marked);
        marked += other.marked;
    }

    private void room(int wanted) {
        if (wanted > marks.length) {
            marks = Arrays.copyOf(marks, Math.max(wanted, marks.length * 2));
        }
    }

    @Override
    protected void lengthen(int capacity) {
        firsts = Arrays.copyOf(firsts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        for (int i = 0; i < words.length; i++) {
            words[i] = Arrays.copyOf(words[i], capacity);
        }
        for (int i = 0; i < consents.length; i++) {
            consents[i] = Arrays.copyOf(consents[i], capacity);
        }
    }
}
