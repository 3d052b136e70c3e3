package io.millrace.intake.files;

import io.millrace.shared.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what an import comes to while it runs. */
final class Tally {
    long lines;
    long rows;
    long created;
    long updated;
    long unchanged;
    long customers;
    long customersCreated;
    long orders;
    long anonymousOrders;
    long refunds;
    private long errors;
    private final Map<String, Long> byCode = new TreeMap<>();
    private final Map<String, Sums> sums = new TreeMap<>();

    /** Sums of one currency: exact ones in millionths, rounded ones in minor units. */
    private record Sums(BigInteger exact, long rounded, BigInteger anonymous) {
        static final Sums NONE = new Sums(BigInteger.ZERO, 0, BigInteger.ZERO);
    }

    static Tally of(Imports.Report report) {
        Tally tally = new Tally();
        tally.lines = report.lines();
        tally.rows = report.rows();
        tally.created = report.created();
        tally.updated = report.updated();
        tally.unchanged = report.unchanged();
        tally.customers = report.customers();
        tally.customersCreated = report.customersCreated();
        tally.orders = report.orders();
        tally.anonymousOrders = report.anonymousOrders();
        tally.refunds = report.refunds();
        tally.errors = report.errors();
        tally.byCode.putAll(report.byCode());
        for (Imports.CurrencyTotal total : report.totals()) {
            tally.sums.put(
                    total.currency(),
                    new Sums(
                            micros(total.exact()),
                            total.rounded().amount(),
                            micros(total.anonymous())));
        }
        return tally;
    }

    void reject(RowError error) {
        errors++;
        byCode.merge(error.code(), 1L, Long::sum);
    }

    /** A customer's order or refund: what its lines come to, and what they were rounded to. */
    void add(String currency, long exactMicros, long rounded) {
        Sums known = sums.getOrDefault(currency, Sums.NONE);
        sums.put(
                currency,
                new Sums(
                        known.exact().add(BigInteger.valueOf(exactMicros)),
                        Math.addExact(known.rounded(), rounded),
                        known.anonymous()));
    }

    void addAnonymous(String currency, long exactMicros) {
        Sums known = sums.getOrDefault(currency, Sums.NONE);
        sums.put(
                currency,
                new Sums(
                        known.exact(),
                        known.rounded(),
                        known.anonymous().add(BigInteger.valueOf(exactMicros))));
    }

    Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        counts.put("lines", lines);
        counts.put("rows", rows);
        counts.put("created", created);
        counts.put("updated", updated);
        counts.put("unchanged", unchanged);
        counts.put("errors", errors);
        counts.put("customers", customers);
        counts.put("orders", orders);
        counts.put("anonymousOrders", anonymousOrders);
        counts.put("refunds", refunds);
        return counts;
    }

    Imports.Report report() {
        List<Imports.CurrencyTotal> totals = new ArrayList<>();
        sums.forEach((currency, sum) -> totals.add(total(currency, sum)));
        Imports.CurrencyTotal only = totals.size() == 1 ? totals.getFirst() : null;
        return new Imports.Report(
                lines,
                rows,
                created,
                updated,
                unchanged,
                errors,
                customers,
                customersCreated,
                orders,
                anonymousOrders,
                refunds,
                only == null ? null : only.exact(),
                only == null ? null : only.rounded(),
                only == null ? null : only.difference(),
                only == null ? null : only.anonymous(),
                totals,
                new TreeMap<>(byCode));
    }

    private static Imports.CurrencyTotal total(String currency, Sums sum) {
        BigInteger rounded =
                BigInteger.valueOf(sum.rounded())
                        .multiply(BigInteger.valueOf(Money.microsPerMinor(currency)));
        return new Imports.CurrencyTotal(
                currency,
                text(sum.exact()),
                new Money(sum.rounded(), currency),
                text(rounded.subtract(sum.exact())),
                text(sum.anonymous()));
    }

    private static String text(BigInteger micros) {
        return micros.signum() == 0
                ? "0"
                : new BigDecimal(micros, 6).stripTrailingZeros().toPlainString();
    }

    private static BigInteger micros(String text) {
        return new BigDecimal(text).movePointRight(6).toBigIntegerExact();
    }
}
