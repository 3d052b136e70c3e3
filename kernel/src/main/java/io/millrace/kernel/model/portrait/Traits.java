package io.millrace.kernel.model.portrait;

import java.util.Arrays;

/** What has been seen of the customer who is being read; reused for the next. */
final class Traits {
    long first;
    final int[] words;
    final byte[] consents;
    long[] mark = new long[16];
    long[] orders = new long[16];
    int marks;
    private long[] cancelled = new long[4];
    private int cancellations;

    Traits(int attributes, int channels) {
        this.words = new int[attributes];
        this.consents = new byte[channels];
    }

    void reset() {
        Arrays.fill(words, TraitTable.UNKNOWN);
        Arrays.fill(consents, TraitTable.NEVER_ASKED);
        marks = 0;
        cancellations = 0;
    }

    /**
     * @param order whose mark it is; 0 for none
     */
    void mark(int of, int word, long order) {
        long wanted = (long) of << 32 | word;
        for (int i = 0; i < marks; i++) {
            if (mark[i] == wanted && orders[i] == order) {
                return;
            }
        }
        if (marks == mark.length) {
            mark = Arrays.copyOf(mark, marks * 2);
            orders = Arrays.copyOf(orders, marks * 2);
        }
        mark[marks] = wanted;
        orders[marks++] = order;
    }

    void unmark(int of, int word) {
        long unwanted = (long) of << 32 | word;
        int kept = 0;
        for (int i = 0; i < marks; i++) {
            if (mark[i] != unwanted) {
                keep(i, kept++);
            }
        }
        marks = kept;
    }

    void cancel(long order) {
        if (cancellations == cancelled.length) {
            cancelled = Arrays.copyOf(cancelled, cancellations * 2);
        }
        cancelled[cancellations++] = order;
    }

    /** What was cancelled leaves no mark; what several orders left is one mark. */
    void settle() {
        int kept = 0;
        for (int i = 0; i < marks; i++) {
            if (!gone(orders[i]) && !twice(mark[i], kept)) {
                keep(i, kept++);
            }
        }
        marks = kept;
    }

    private void keep(int from, int to) {
        mark[to] = mark[from];
        orders[to] = orders[from];
    }

    private boolean gone(long order) {
        for (int i = 0; i < cancellations && order != 0; i++) {
            if (cancelled[i] == order) {
                return true;
            }
        }
        return false;
    }

    private boolean twice(long one, int before) {
        for (int i = 0; i < before; i++) {
            if (mark[i] == one) {
                return true;
            }
        }
        return false;
    }
}
