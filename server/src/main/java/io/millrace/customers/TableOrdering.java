package io.millrace.customers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.kernel.model.CustomerTable;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sorts once for each table. */
final class TableOrdering<T extends CustomerTable> implements Orderings {
    private final String name;
    private final TableOf<T> table;
    private final Function<T, IntToDoubleFunction> figure;
    private final Cache<T, List<ProfileId>> sorted =
            Caffeine.newBuilder().maximumSize(2).weakKeys().build();

    TableOrdering(String name, TableOf<T> table, Function<T, IntToDoubleFunction> figure) {
        this.name = name;
        this.table = table;
        this.figure = figure;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<ProfileId> ascending(@Nullable Instant asOf) {
        return sorted.get(table.asOf(asOf), this::sort);
    }

    private List<ProfileId> sort(T from) {
        IntToDoubleFunction of = figure.apply(from);
        int[] rows =
                IntStream.range(0, from.size())
                        .filter(row -> !Double.isNaN(of.applyAsDouble(row)))
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingDouble(of::applyAsDouble)
                                        .thenComparing(Comparator.naturalOrder()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return new Rows(from, rows);
    }

    /** Customers in the order of some rows of a table. */
    private static final class Rows extends AbstractList<ProfileId> {
        private final CustomerTable table;
        private final int[] rows;

        Rows(CustomerTable table, int[] rows) {
            this.table = table;
            this.rows = rows;
        }

        @Override
        public ProfileId get(int index) {
            return new ProfileId(table.customer(rows[index]));
        }

        @Override
        public int size() {
            return rows.length;
        }
    }
}
