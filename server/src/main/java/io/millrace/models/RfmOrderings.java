package io.millrace.models;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.customers.Orderings;
import io.millrace.kernel.model.RfmTable;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lists of customers by revenue, number of orders and last order. */
@Configuration
class RfmOrderings {
    /** The figure by which a row is placed. */
    @FunctionalInterface
    interface Figure {
        long of(RfmTable table, int row);
    }

    @Bean
    Orderings byRevenue(Models models) {
        return new ByFigure("revenue", RfmTable::monetary, models);
    }

    @Bean
    Orderings byOrders(Models models) {
        return new ByFigure("orders", RfmTable::frequency, models);
    }

    @Bean
    Orderings byLastOrder(Models models) {
        return new ByFigure("lastOrder", RfmOrderings::lastOrder, models);
    }

    private static long lastOrder(RfmTable table, int row) {
        return table.recencyDays(row) == RfmTable.NO_PURCHASE
                ? Long.MIN_VALUE
                : table.lastPurchaseAt(row);
    }

    /** Sorts once for each table. */
    static final class ByFigure implements Orderings {
        private final String name;
        private final Figure figure;
        private final Models models;
        private final Cache<RfmTable, List<ProfileId>> sorted =
                Caffeine.newBuilder().maximumSize(2).weakKeys().build();

        ByFigure(String name, Figure figure, Models models) {
            this.name = name;
            this.figure = figure;
            this.models = models;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<ProfileId> ascending(@Nullable Instant asOf) {
            return sorted.get(models.figures(asOf).table(), this::sort);
        }

        private List<ProfileId> sort(RfmTable table) {
            record Placed(long figure, int row) {}
            int[] rows =
                    IntStream.range(0, table.size())
                            .mapToObj(row -> new Placed(figure.of(table, row), row))
                            .sorted(
                                    Comparator.comparingLong(Placed::figure)
                                            .thenComparingInt(Placed::row))
                            .mapToInt(Placed::row)
                            .toArray();
            return new Rows(table, rows);
        }
    }

    /** Customers in the order of some rows of a table. */
    private static final class Rows extends AbstractList<ProfileId> {
        private final RfmTable table;
        private final int[] rows;

        Rows(RfmTable table, int[] rows) {
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
