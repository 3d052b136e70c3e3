package io.millrace.kernel.preference;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** When a customer bought or answered. */
final class Moments {
    static final int PURCHASE = 1;
    static final int RESPONSE = 3;
    static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final long SECOND = 1_000_000L;
    private static final int DAY = 86_400;
    private static final int HOUR = 3_600;

    /** Monday is 0, and 1970 began on a Thursday. */
    private static final int THURSDAY = 3;

    private int size;
    private long[] ats = new long[32];
    private byte[] weights = new byte[32];
    private long[] orders = new long[32];

    void clear() {
        size = 0;
    }

    void add(long at, int weight, long order) {
        if (size == ats.length) {
            ats = Arrays.copyOf(ats, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
            orders = Arrays.copyOf(orders, size * 2);
        }
        ats[size] = at;
        weights[size] = (byte) weight;
        orders[size++] = order;
    }

    int size() {
        return size;
    }

    long at(int row) {
        return ats[row];
    }

    int weight(int row) {
        return weights[row];
    }

    /** The order whose moment this is; 0 of a response. */
    long order(int row) {
        return weights[row] == PURCHASE ? orders[row] : 0;
    }

    int weekday(int row, ZoneId zone) {
        return Math.floorMod(Math.floorDiv(local(row, zone), DAY) + THURSDAY, DAYS.size());
    }

    /**
     * -1 where an order bears a day and no time of day.
     *
     * @param brands the zone in which orders with a day only begin it
     */
    int hour(int row, ZoneId zone, ZoneId brands) {
        boolean dayOnly = weights[row] == PURCHASE && Math.floorMod(local(row, brands), DAY) == 0;
        return dayOnly ? -1 : Math.floorMod(local(row, zone), DAY) / HOUR;
    }

    private long local(int row, ZoneId zone) {
        long second = Math.floorDiv(ats[row], SECOND);
        return second + zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    }
}
