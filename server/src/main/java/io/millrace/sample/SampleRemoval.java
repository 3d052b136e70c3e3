package io.millrace.sample;

import io.millrace.catalog.Catalog;
import io.millrace.customers.Customers;
import io.millrace.jobs.Jobs;
import io.millrace.orders.Orders;
import io.millrace.timelines.Timelines;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes back everything that the brand brought, in one transaction. */
@Component
final class SampleRemoval {
    private final SampleRow row;
    private final Timelines timelines;
    private final Orders orders;
    private final Catalog catalog;
    private final Customers customers;
    private final TransactionTemplate transactions;

    SampleRemoval(
            SampleRow row,
            Timelines timelines,
            Orders orders,
            Catalog catalog,
            Customers customers,
            TransactionTemplate transactions) {
        this.row = row;
        this.timelines = timelines;
        this.orders = orders;
        this.catalog = catalog;
        this.customers = customers;
        this.transactions = transactions;
    }

    private sealed interface Outcome {
        record Removed(Map<String, Long> counts) implements Outcome {}

        record Kept() implements Outcome {}
    }

    void run(Jobs.Run run) throws Jobs.Stopped {
        run.step(0, 1L, Map.of(), null);
        Outcome outcome = transactions.execute(_ -> remove());
        switch (outcome) {
            case Outcome.Removed(Map<String, Long> counts) -> {
                timelines.catchUp();
                run.step(1, 1L, counts, null);
            }
            case Outcome.Kept() -> run.fail(SampleProblem.LATER_CHANGES.code());
        }
    }

    private Outcome remove() {
        return switch (orders.takeBack(Sample.SOURCE)) {
            case Orders.TakenBack.LaterChanges _ -> new Outcome.Kept();
            case Orders.TakenBack.Done done -> {
                long facts = timelines.removeSource(Sample.SOURCE);
                long products = catalog.forget(Sample.SOURCE);
                long profiles = customers.removeSource(Sample.SOURCE);
                row.end();
                yield new Outcome.Removed(
                        Map.of(
                                "facts", facts,
                                "orders", done.orders(),
                                "products", products,
                                "profiles", profiles));
            }
        };
    }
}
