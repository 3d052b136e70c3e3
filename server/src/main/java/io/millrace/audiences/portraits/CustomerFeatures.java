package io.millrace.audiences.portraits;

import io.millrace.kernel.model.similar.Features;
import io.millrace.shared.Label;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * What is looked at of each customer to find similar ones: how they buy, as logarithms, and for
 * every value of a grouping that enough customers have whether they have it.
 */
final class CustomerFeatures implements Features {
    /** A value that fewer have is not looked at: nothing can be learnt of it. */
    private static final int FEWEST = 20;

    private static final double SMALLEST_SHARE = 0.005;
    private static final long DAY = 86_400_000_000L;

    /** What a column tells. */
    record Column(String grouping, Label label, boolean number) {}

    private record Bit(Grouping grouping, int place) {}

    private final Base base;
    private final List<Column> columns = new ArrayList<>();
    private final List<IntToDoubleFunction> numbers = new ArrayList<>();
    private final List<Bit> bits = new ArrayList<>();

    /**
     * @param excluded keys of groupings and numbers that are not looked at
     */
    CustomerFeatures(Base base, List<Grouping> groupings, Set<String> excluded) {
        this.base = base;
        number("orders", "Number of orders", "订单数", excluded, base::purchases);
        number("revenue", "Revenue so far", "累计收入", excluded, base::revenue);
        number("average", "Average order", "客单价", excluded, this::average);
        number("recency", "Days since the last order", "距最近购买天数", excluded, this::recency);
        number("tenure", "Days since the first contact", "成为客户天数", excluded, this::tenure);
        BitSet all = base.everybody();
        groupings.stream()
                .filter(one -> !excluded.contains(one.name.key()))
                .forEach(one -> bits(one, one.counts(all)));
    }

    private void number(
            String key, String en, String zh, Set<String> excluded, IntToDoubleFunction of) {
        if (!excluded.contains(key)) {
            columns.add(new Column(key, new Label(en, zh), true));
            numbers.add(row -> Math.log1p(Math.max(0, of.applyAsDouble(row))));
        }
    }

    private void bits(Grouping grouping, long[] counts) {
        double fewest = Math.max(FEWEST, SMALLEST_SHARE * base.size());
        for (int place = 0; place < counts.length; place++) {
            String key = grouping.values.get(place).key();
            boolean reference = key.equals(GroupValue.NONE);
            if (!reference && counts[place] >= fewest && counts[place] <= base.size() - fewest) {
                Label name = grouping.name.label();
                Label value = grouping.values.get(place).label();
                columns.add(
                        new Column(
                                grouping.name.key(),
                                new Label(
                                        name.en() + ": " + value.en(),
                                        name.zh() + "：" + value.zh()),
                                false));
                bits.add(new Bit(grouping, place));
            }
        }
    }

    private double average(int row) {
        return base.purchases(row) == 0 ? 0 : (double) base.revenue(row) / base.purchases(row);
    }

    /** Who never bought is as long ago as they are known. */
    private double recency(int row) {
        int days = base.purchases(row) == 0 ? -1 : base.orders().recencyDays(base.orderRows()[row]);
        return days < 0 ? tenure(row) : days;
    }

    private double tenure(int row) {
        return (double) ((base.people().asOf() - base.people().firstAt(row)) / DAY);
    }

    Column column(int place) {
        return columns.get(place);
    }

    @Override
    public int customers() {
        return base.size();
    }

    @Override
    public int columns() {
        return columns.size();
    }

    @Override
    public void read(int customer, double[] into) {
        int at = 0;
        for (IntToDoubleFunction number : numbers) {
            into[at++] = number.applyAsDouble(customer);
        }
        for (Bit bit : bits) {
            into[at++] = bit.grouping.bits(customer) >> bit.place & 1;
        }
    }
}
