package io.millrace.kernel.model.lifetime;

import java.util.Arrays;

/**
 * Who bought on which day for how much, gathered in any order. Purchases of one customer on one day
 * count once, with the sum of their amounts, as the published preparations of purchase logs do.
 */
public final class TransactionLog {
    private int size;
    private int customers;
    private int[] customer = new int[1024];
    private int[] day = new int[1024];
    private long[] amount = new long[1024];

    /**
     * @param who 0 or above; numbers are best dense
     * @param epochDay days since 1970-01-01
     * @param minor amount in any whole unit, the same for all
     */
    public void add(int who, int epochDay, long minor) {
        if (who < 0) {
            throw new IllegalArgumentException("not a customer's number: " + who);
        }
        if (size == customer.length) {
            customer = Arrays.copyOf(customer, size * 2);
            day = Arrays.copyOf(day, size * 2);
            amount = Arrays.copyOf(amount, size * 2);
        }
        customers = Math.max(customers, who + 1);
        customer[size] = who;
        day[size] = epochDay;
        amount[size++] = minor;
    }

    /** Gives each customer another number: {@code places[old]}, all different. */
    public void renumber(int[] places) {
        for (int row = 0; row < size; row++) {
            customer[row] = places[customer[row]];
        }
    }

    public int rows() {
        return size;
    }

    /** The last day of a purchase; there must be one. */
    public int lastDay() {
        int last = Integer.MIN_VALUE;
        for (int row = 0; row < size; row++) {
            last = Math.max(last, day[row]);
        }
        return last;
    }

    /**
     * What was known of each customer at the end of a calibration, and what came after it.
     *
     * @param calibrationEnd the last day of the calibration; who bought later for the first time is
     *     left out
     * @param holdOutEnd the last day counted as what came after; not before the calibration's end
     */
    public Histories histories(int calibrationEnd, int holdOutEnd) {
        if (holdOutEnd < calibrationEnd) {
            throw new IllegalArgumentException("the hold-out ends before the calibration");
        }
        int[] start = starts();
        long[] key = new long[size];
        long[] value = new long[size];
        int[] next = start.clone();
        for (int row = 0; row < size; row++) {
            int at = next[customer[row]]++;
            key[at] = day[row];
            value[at] = amount[row];
        }
        Histories histories = new Histories(calibrationEnd, holdOutEnd, customers);
        for (int who = 0; who < customers; who++) {
            sortByDay(key, value, start[who], start[who + 1]);
            histories.add(who, key, value, start[who], start[who + 1]);
        }
        return histories;
    }

    private int[] starts() {
        int[] start = new int[customers + 1];
        for (int row = 0; row < size; row++) {
            start[customer[row] + 1]++;
        }
        for (int who = 0; who < customers; who++) {
            start[who + 1] += start[who];
        }
        return start;
    }

    /** By insertion where few, else by a packed key: sums of equal days are whole, so ties are. */
    private static void sortByDay(long[] key, long[] value, int from, int to) {
        if (to - from <= 32) {
            for (int i = from + 1; i < to; i++) {
                long k = key[i];
                long v = value[i];
                int j = i - 1;
                for (; j >= from && key[j] > k; j--) {
                    key[j + 1] = key[j];
                    value[j + 1] = value[j];
                }
                key[j + 1] = k;
                value[j + 1] = v;
            }
            return;
        }
        long[] packed = new long[to - from];
        for (int i = from; i < to; i++) {
            packed[i - from] = key[i] << 32 | i - from;
        }
        Arrays.sort(packed);
        long[] sorted = new long[packed.length];
        for (int i = 0; i < packed.length; i++) {
            sorted[i] = value[from + (int) packed[i]];
            key[from + i] = packed[i] >> 32;
        }
        System.arraycopy(sorted, 0, value, from, sorted.length);
    }
}
