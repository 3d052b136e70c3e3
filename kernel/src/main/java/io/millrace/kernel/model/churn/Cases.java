package io.millrace.kernel.model.churn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Cases of which something is to be told: columns of numbers, in which NaN is missing, and of
 * words, in which the empty word is missing.
 */
public final class Cases {
    /** One column. */
    public sealed interface Column {
        String name();

        record Numeric(String name, double[] values) implements Column {}

        record Words(String name, String[] values) implements Column {
            /** All words but the empty one, sorted. */
            List<String> levels() {
                TreeSet<String> levels = new TreeSet<>(List.of(values));
                levels.remove("");
                return List.copyOf(levels);
            }
        }
    }

    private final int size;
    private final List<Column> columns = new ArrayList<>();

    public Cases(int size) {
        this.size = size;
    }

    public Cases numeric(String name, double[] values) {
        return add(new Column.Numeric(name, values), values.length);
    }

    public Cases words(String name, String[] values) {
        return add(new Column.Words(name, values), values.length);
    }

    public int size() {
        return size;
    }

    public List<Column> columns() {
        return List.copyOf(columns);
    }

    /** The cases with these numbers, in this order. */
    public Cases only(int[] rows) {
        Cases some = new Cases(rows.length);
        for (Column column : columns) {
            switch (column) {
                case Column.Numeric numeric -> {
                    double[] values = new double[rows.length];
                    for (int i = 0; i < rows.length; i++) {
                        values[i] = numeric.values[rows[i]];
                    }
                    some.numeric(numeric.name, values);
                }
                case Column.Words words -> {
                    String[] values = new String[rows.length];
                    for (int i = 0; i < rows.length; i++) {
                        values[i] = words.values[rows[i]];
                    }
                    some.words(words.name, values);
                }
            }
        }
        return some;
    }

    static boolean[] only(boolean[] all, int[] rows) {
        boolean[] some = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = all[rows[i]];
        }
        return some;
    }

    /** The cases by what they say, then by class: an order that does not tell how they came. */
    int[] order(boolean[] positive) {
        Comparator<Integer> order = Comparator.comparingInt(_ -> 0);
        for (Column column : columns) {
            order =
                    switch (column) {
                        case Column.Numeric numeric ->
                                order.thenComparingDouble(i -> numeric.values[i]);
                        case Column.Words words -> order.thenComparing(i -> words.values[i]);
                    };
        }
        return IntStream.range(0, size)
                .boxed()
                .sorted(order.thenComparing(i -> positive[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Cases add(Column column, int length) {
        if (length != size) {
            throw new IllegalArgumentException(length + " values for " + size + " cases");
        }
        columns.add(column);
        return this;
    }
}
