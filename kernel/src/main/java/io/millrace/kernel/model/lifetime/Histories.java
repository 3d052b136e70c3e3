package io.millrace.kernel.model.lifetime;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Each customer's purchases up to the end of a calibration, and how many days with a purchase came
 * after it; in the order of the customers' numbers, primitive columns.
 */
public final class Histories {
    private final int calibrationEnd;
    private final int holdOutEnd;
    private int size;
    private int[] customer;
    private int[] first;
    private int[] repeats;
    private int[] last;
    private double[] mean;
    private int[] later;

    Histories(int calibrationEnd, int holdOutEnd, int capacity) {
        this.calibrationEnd = calibrationEnd;
        this.holdOutEnd = holdOutEnd;
        customer = new int[Math.max(1, capacity)];
        first = new int[customer.length];
        repeats = new int[customer.length];
        last = new int[customer.length];
        mean = new double[customer.length];
        later = new int[customer.length];
    }

    /** Days ascend within {@code [from, to)}. */
    void add(int who, long[] day, long[] amount, int from, int to) {
        if (from == to || day[from] > calibrationEnd) {
            return;
        }
        int days = 0;
        int after = 0;
        long repeated = 0;
        int lastDay = 0;
        for (int i = from; i < to; i++) {
            boolean another = i == from || day[i] != day[i - 1];
            if (day[i] <= calibrationEnd) {
                days += another ? 1 : 0;
                lastDay = (int) day[i];
                repeated += day[i] == day[from] ? 0 : amount[i];
            } else if (day[i] <= holdOutEnd) {
                after += another ? 1 : 0;
            }
        }
        customer[size] = who;
        first[size] = (int) day[from];
        repeats[size] = days - 1;
        last[size] = lastDay;
        mean[size] = days == 1 ? 0 : (double) repeated / (days - 1);
        later[size++] = after;
    }

    /** Customers whose first purchase lies in the calibration. */
    public int size() {
        return size;
    }

    /** The number under which the customer was added to the log. */
    public int customer(int i) {
        return customer[i];
    }

    /** Days with a purchase after the first one. */
    public int repeats(int i) {
        return repeats[i];
    }

    public int firstDay(int i) {
        return first[i];
    }

    /** From the first purchase to the last one. */
    public int lastDays(int i) {
        return last[i] - first[i];
    }

    /** From the first purchase to the end of the calibration. */
    public int observedDays(int i) {
        return calibrationEnd - first[i];
    }

    /** The mean amount of a repeat day in the log's unit, 0 without one. */
    public double meanRepeat(int i) {
        return mean[i];
    }

    /** Days with a purchase in the hold-out. */
    public int later(int i) {
        return later[i];
    }

    public int holdOutDays() {
        return holdOutEnd - calibrationEnd;
    }

    public Summary summary(int i, TimeUnit unit) {
        return new Summary(
                repeats[i], lastDays(i) / unit.days(), observedDays(i) / unit.days(), unit);
    }

    public Purchases purchases(TimeUnit unit) {
        Purchases.Builder builder = Purchases.in(unit);
        for (int i = 0; i < size; i++) {
            builder.addDays(repeats[i], lastDays(i), observedDays(i));
        }
        return builder.build();
    }

    /**
     * @param minorPerMajor how many of the log's units make one unit of the answer
     */
    public Spending spending(double minorPerMajor) {
        Spending spending = new Spending();
        for (int i = 0; i < size; i++) {
            spending.add(repeats[i], mean[i] / minorPerMajor);
        }
        return spending;
    }

    /** How many customers bought for the first time on each day of the calibration, from one on. */
    public int[] births(int fromDay) {
        return births(fromDay, _ -> true);
    }

    int[] births(int fromDay, IntPredicate counted) {
        int[] births = new int[Math.max(0, calibrationEnd - fromDay + 1)];
        for (int i = 0; i < size; i++) {
            births[first[i] - fromDay] += counted.test(i) ? 1 : 0;
        }
        return births;
    }

    public int firstDay() {
        return Arrays.stream(first, 0, size).min().orElse(calibrationEnd);
    }
}
