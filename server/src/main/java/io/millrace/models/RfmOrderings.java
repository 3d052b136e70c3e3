package io.millrace.models;

import io.millrace.customers.Orderings;
import io.millrace.kernel.model.RfmTable;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lists of customers by revenue, number of orders and last order. */
@Configuration
class RfmOrderings {
    @Bean
    Orderings byRevenue(Models models) {
        return by("revenue", models, table -> table::monetary);
    }

    @Bean
    Orderings byOrders(Models models) {
        return by("orders", models, table -> table::frequency);
    }

    @Bean
    Orderings byLastOrder(Models models) {
        return by("lastOrder", models, table -> row -> lastOrder(table, row));
    }

    private static Orderings by(
            String name, Models models, Function<RfmTable, IntToDoubleFunction> figure) {
        return Orderings.by(name, asOf -> models.figures(asOf).table(), figure);
    }

    private static double lastOrder(RfmTable table, int row) {
        return table.recencyDays(row) == RfmTable.NO_PURCHASE
                ? Double.NEGATIVE_INFINITY
                : table.lastPurchaseAt(row);
    }
}
