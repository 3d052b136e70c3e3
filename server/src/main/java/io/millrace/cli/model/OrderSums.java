package io.millrace.cli.model;

import io.millrace.kernel.model.RfmTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Orders put together from their rows: one for each row, unless a column names the order. */
final class OrderSums implements TransactionFile.Sink {
    private int size;
    private int customers;
    private int[] customer = new int[1024];
    private long[] seconds = new long[1024];
    private long[] amount = new long[1024];
    private final Map<String, Integer> named = new HashMap<>();

    /** An order is as late as its latest row. */
    @Override
    public void add(int who, long at, long tenThousandths, String order) {
        customers = Math.max(customers, who + 1);
        if (!order.isEmpty()) {
            Integer known = named.putIfAbsent(who + "\u0001" + order, size);
            if (known != null) {
                seconds[known] = Math.max(seconds[known], at);
                amount[known] += tenThousandths;
                return;
            }
        }
        if (size == customer.length) {
            customer = Arrays.copyOf(customer, size * 2);
            seconds = Arrays.copyOf(seconds, size * 2);
            amount = Arrays.copyOf(amount, size * 2);
        }
        customer[size] = who;
        seconds[size] = at;
        amount[size++] = tenThousandths;
    }

    long last() {
        return Arrays.stream(seconds, 0, size).max().orElse(0);
    }

    /**
     * Customers in the order of their places; who bought only later is left out.
     *
     * @param end seconds since 1970, not included
     */
    RfmTable table(int[] places, long end, long micros) {
        int[] frequency = new int[customers];
        long[] monetary = new long[customers];
        long[] first = new long[customers];
        long[] last = new long[customers];
        for (int row = 0; row < size; row++) {
            if (seconds[row] >= end) {
                continue;
            }
            int at = places[customer[row]];
            first[at] = frequency[at] == 0 ? seconds[row] : Math.min(first[at], seconds[row]);
            last[at] = frequency[at] == 0 ? seconds[row] : Math.max(last[at], seconds[row]);
            frequency[at]++;
            monetary[at] += amount[row];
        }
        RfmTable.Builder builder = RfmTable.of(end * micros);
        for (int at = 0; at < customers; at++) {
            if (frequency[at] > 0) {
                builder.add(
                        new UUID(0, at),
                        frequency[at],
                        monetary[at],
                        first[at] * micros,
                        last[at] * micros);
            }
        }
        return builder.build();
    }
}
