package io.millrace.audiences.portraits;

import io.millrace.audiences.portraits.Portraits.GroupingName;
import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.timeline.Micros;
import io.millrace.shared.Label;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.springframework.stereotype.Component;

/** How much, how often and since when customers buy. */
@Component
class BuyingGroups implements GroupingMaker {
    private static final GroupValue NO_ORDER =
            GroupValue.of(GroupValue.NONE, "Without an order", "没有订单");

    /** Months shown one by one; earlier ones are together. */
    private static final int MONTHS = 36;

    private static final long DAY = 86_400_000_000L;

    private static final List<GroupingName> OFFERED =
            List.of(
                    name("orders", "Number of orders", "订单数"),
                    name("revenue", "Revenue so far", "累计收入"),
                    name("average", "Average order", "客单价"),
                    name("recency", "Last order", "最近一次购买"),
                    name("first", "Month of the first order", "首单月份"),
                    name("tenure", "Known for", "成为客户时长"));

    /** The least of each group, and how it is written. */
    private record Steps(int[] from, List<GroupValue> values) {
        int of(long number) {
            int step = from.length - 1;
            while (step > 0 && number < from[step]) {
                step--;
            }
            return step;
        }
    }

    private static final Steps ORDERS =
            new Steps(
                    new int[] {0, 1, 2, 3, 5, 10},
                    List.of(
                            NO_ORDER,
                            GroupValue.of("o1", "1", "1"),
                            GroupValue.of("o2", "2", "2"),
                            GroupValue.of("o3", "3–4", "3–4"),
                            GroupValue.of("o5", "5–9", "5–9"),
                            GroupValue.of("o10", "10+", "10+")));

    private static final Steps RECENCY =
            new Steps(
                    new int[] {0, 31, 91, 181, 366},
                    List.of(
                            GroupValue.of("d0", "Within 30 days", "30 天内"),
                            GroupValue.of("d31", "31–90 days ago", "31–90 天前"),
                            GroupValue.of("d91", "91–180 days ago", "91–180 天前"),
                            GroupValue.of("d181", "181–365 days ago", "181–365 天前"),
                            GroupValue.of("d366", "Longer ago", "一年以前"),
                            NO_ORDER));

    private static final int[] TENURES = {0, 31, 91, 181, 366, 731};

    private static final Steps TENURE =
            new Steps(
                    TENURES,
                    List.of(
                            tenure(0, "Up to 30 days", "30 天以内"),
                            tenure(1, "31–90 days", "31–90 天"),
                            tenure(2, "91–180 days", "91–180 天"),
                            tenure(3, "181–365 days", "181–365 天"),
                            tenure(4, "1–2 years", "1–2 年"),
                            tenure(5, "Over 2 years", "2 年以上")));

    private static GroupingName name(String key, String en, String zh) {
        return new GroupingName(key, new Label(en, zh), "buying", false);
    }

    private static GroupValue tenure(int step, String en, String zh) {
        List<Condition> bounds = new ArrayList<>();
        bounds.add(new Condition.CustomerAge(Comparison.AT_LEAST, TENURES[step]));
        if (step + 1 < TENURES.length) {
            bounds.add(new Condition.CustomerAge(Comparison.LESS_THAN, TENURES[step + 1]));
        }
        return new GroupValue("t" + TENURES[step], new Label(en, zh), new Condition.All(bounds));
    }

    @Override
    public List<GroupingName> offered(Base base) {
        return OFFERED;
    }

    @Override
    public Grouping make(GroupingName name, Base base) {
        return switch (name.key()) {
            case "orders" -> steps(name, base, ORDERS, row -> ORDERS.of(base.purchases(row)));
            case "revenue" ->
                    money(name, base, row -> buyer(base, row) ? base.revenue(row) : Double.NaN);
            case "average" ->
                    money(
                            name,
                            base,
                            row ->
                                    base.purchases(row) == 0
                                            ? Double.NaN
                                            : Math.rint(
                                                    (double) base.revenue(row)
                                                            / base.purchases(row)));
            case "recency" -> steps(name, base, RECENCY, row -> recency(base, row));
            case "first" -> months(name, base);
            default ->
                    steps(
                            name,
                            base,
                            TENURE,
                            row ->
                                    TENURE.of(
                                            (base.people().asOf() - base.people().firstAt(row))
                                                    / DAY));
        };
    }

    private static boolean buyer(Base base, int row) {
        return base.orderRows()[row] >= 0;
    }

    private static int recency(Base base, int row) {
        int days = base.purchases(row) == 0 ? -1 : base.orders().recencyDays(base.orderRows()[row]);
        return days < 0 ? RECENCY.values.size() - 1 : RECENCY.of(days);
    }

    private static Grouping steps(
            GroupingName name, Base base, Steps steps, java.util.function.IntUnaryOperator place) {
        return Grouping.single(name, steps.values, base.size(), place);
    }

    private static Grouping money(GroupingName name, Base base, IntToDoubleFunction minor) {
        String currency = base.currency();
        int digits =
                currency == null
                        ? 2
                        : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        double unit = Math.pow(10, digits);
        return BandValues.grouping(
                name,
                base,
                minor,
                amount -> String.format(java.util.Locale.ROOT, "%,.0f", Math.floor(amount / unit)),
                NO_ORDER);
    }

    private static Grouping months(GroupingName name, Base base) {
        YearMonth now = YearMonth.from(base.today());
        List<GroupValue> values = new ArrayList<>();
        values.add(GroupValue.of(GroupValue.OTHER, "Earlier", "更早"));
        for (int back = MONTHS - 1; back >= 0; back--) {
            String month = now.minusMonths(back).toString();
            values.add(GroupValue.of(month, month, month));
        }
        values.add(NO_ORDER);
        int none = values.size() - 1;
        return Grouping.single(
                name,
                values,
                base.size(),
                row -> base.purchases(row) == 0 ? none : month(base, row, now));
    }

    private static int month(Base base, int row, YearMonth now) {
        long at = base.orders().firstPurchaseAt(base.orderRows()[row]);
        YearMonth first = YearMonth.from(Micros.toInstant(at).atZone(base.zone()));
        long back = first.until(now, java.time.temporal.ChronoUnit.MONTHS);
        return back >= MONTHS ? 0 : (int) (MONTHS - Math.max(0, back));
    }
}
