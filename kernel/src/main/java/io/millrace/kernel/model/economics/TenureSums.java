package io.millrace.kernel.model.economics;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Map;

/**
 * What the customers who bought in each period of tenure did in it, and what the very same
 * customers did in their first: so that those who stay are compared with themselves and not with
 * those who left. Only periods that are over. All sums are whole numbers, so no order changes them.
 */
public final class TenureSums {
    /** Premiums and references are counted in thousandths of a minor unit. */
    private static final long FINE = 1_000;

    private final Tenures tenures;
    private final Sum[] sums;
    private final int[] starts;
    private final long[] premiums;
    private final long[] references;
    private final int[] contacts;
    private final long[] referred;

    /**
     * @param customers who bought in the period
     * @param orders of theirs in it, {@code firstOrders} in their first period
     * @param revenue net, minor units
     * @param premium paid above what everybody paid for the same products in the same quarter,
     *     minor units
     * @param reference what the lines would have come to at everybody's prices, minor units
     * @param contacts with the service
     * @param referred net revenue in this period from customers whom they had brought, minor units
     */
    public record Sum(
            int period,
            int customers,
            long orders,
            long firstOrders,
            long revenue,
            long firstRevenue,
            double premium,
            double firstPremium,
            double reference,
            long contacts,
            long firstContacts,
            long referred) {
        /** What is paid over what everybody pays for the same products; NaN without lines. */
        public double priceIndex() {
            return reference > 0 ? (reference + premium) / reference : Double.NaN;
        }
    }

    /** Who was brought by whom: rows of the histories. */
    public record Bringing(int by, int brought) {}

    private TenureSums(Tenures tenures) {
        this.tenures = tenures;
        this.sums = new Sum[tenures.longest()];
        this.starts = new int[tenures.size() + 1];
        for (int row = 0; row < tenures.size(); row++) {
            starts[row + 1] = starts[row] + tenures.complete(row);
        }
        int cells = starts[tenures.size()];
        this.premiums = new long[cells];
        this.references = new long[cells];
        this.contacts = new int[cells];
        this.referred = new long[cells];
    }

    public static Sum[] of(Tenures tenures, Dealings dealings, Iterable<Bringing> bringings) {
        TenureSums sums = new TenureSums(tenures);
        sums.deal(dealings);
        bringings.forEach(sums::bring);
        for (int period = 1; period <= sums.sums.length; period++) {
            sums.sums[period - 1] = sums.sum(period);
        }
        return sums.sums;
    }

    /** The place of a customer's period that is over, or -1. */
    private int cell(int row, int day) {
        int period = tenures.isBuyer(row) ? tenures.periodOf(row, day) : 0;
        return period >= 1 && period <= tenures.complete(row) ? starts[row] + period - 1 : -1;
    }

    private void deal(Dealings dealings) {
        Map<Long, long[]> prices = prices(dealings);
        for (int i = 0; i < dealings.size(); i++) {
            int row = tenures.histories().rowOf(dealings.customer(i));
            if (row < 0) {
                continue;
            }
            for (int line = dealings.linesFrom(i); line < dealings.linesTo(i); line++) {
                int cell = cell(row, dealings.day(line));
                if (cell >= 0) {
                    long[] all = prices.getOrDefault(key(dealings, line), new long[] {0, 1});
                    double price = (double) all[0] / all[1];
                    long usual = Math.round(dealings.quantity(line) * price * FINE);
                    references[cell] += usual;
                    premiums[cell] += dealings.amount(line) * FINE - usual;
                }
            }
            for (int one = dealings.contactsFrom(i); one < dealings.contactsTo(i); one++) {
                int cell = cell(row, dealings.contactDay(one));
                if (cell >= 0) {
                    contacts[cell]++;
                }
            }
        }
    }

    /** What was paid and for how many, by product and calendar quarter. */
    private static Map<Long, long[]> prices(Dealings dealings) {
        Map<Long, long[]> prices = new HashMap<>();
        for (int line = 0; line < dealings.lines(); line++) {
            long[] price = prices.computeIfAbsent(key(dealings, line), _ -> new long[2]);
            price[0] += dealings.amount(line);
            price[1] += dealings.quantity(line);
        }
        return prices;
    }

    private static long key(Dealings dealings, int line) {
        LocalDate day = LocalDate.ofEpochDay(dealings.day(line));
        long quarter = 4L * day.getYear() + day.get(IsoFields.QUARTER_OF_YEAR);
        return (long) dealings.product(line) << Integer.SIZE | quarter;
    }

    private void bring(Bringing link) {
        var histories = tenures.histories();
        for (int i = histories.from(link.brought()); i < histories.to(link.brought()); i++) {
            int cell = cell(link.by(), histories.day(i));
            if (cell >= 0) {
                referred[cell] += histories.amount(i);
            }
        }
    }

    private Sum sum(int period) {
        int customers = 0;
        long[] now = new long[6];
        long[] first = new long[6];
        for (int row = 0; row < tenures.size(); row++) {
            if (tenures.bought(row, period)) {
                customers++;
                add(row, period, now);
                add(row, 1, first);
            }
        }
        return new Sum(
                period,
                customers,
                now[0],
                first[0],
                now[1],
                first[1],
                (double) now[2] / FINE,
                (double) first[2] / FINE,
                (double) now[3] / FINE,
                now[4],
                first[4],
                now[5]);
    }

    private void add(int row, int period, long[] to) {
        int cell = starts[row] + period - 1;
        to[0] += tenures.orders(row, period);
        to[1] += tenures.revenue(row, period);
        to[2] += premiums[cell];
        to[3] += references[cell];
        to[4] += contacts[cell];
        to[5] += referred[cell];
    }
}
