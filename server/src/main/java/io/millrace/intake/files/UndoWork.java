package io.millrace.intake.files;

import io.millrace.catalog.Catalog;
import io.millrace.customers.Customers;
import io.millrace.jobs.Jobs;
import io.millrace.jobs.Jobs.Run;
import io.millrace.orders.Orders;
import io.millrace.orders.Orders.TakenBack;
import io.millrace.timelines.Timelines;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Takes back what an import did: in one transaction, or not at all. */
@Component
final class UndoWork implements Jobs.Work {
    static final String KIND = "import-undo";

    private final ImportTable imports;
    private final Staging staging;
    private final Customers customers;
    private final Orders orders;
    private final Catalog catalog;
    private final Timelines timelines;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Clock clock;

    UndoWork(
            ImportTable imports,
            Staging staging,
            Customers customers,
            Orders orders,
            Catalog catalog,
            Timelines timelines,
            TransactionTemplate transactions,
            JsonMapper json,
            Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.customers = customers;
        this.orders = orders;
        this.catalog = catalog;
        this.timelines = timelines;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Run run) {
        ImportWork.Input input = json.readValue(run.input(), ImportWork.Input.class);
        ImportTable.Stored imported = imports.find(input.id()).orElse(null);
        if (imported == null) {
            run.fail(ImportProblem.UNKNOWN_IMPORT.code());
            return;
        }
        transactions.executeWithoutResult(status -> {
            if (orders.takeBack(imported.source()) instanceof TakenBack.LaterChanges) {
                status.setRollbackOnly();
                run.fail(ImportProblem.LATER_CHANGES.code());
                return;
            }
            catalog.forget(imported.source());
            timelines.removeSource(imported.source());
            customers.removeSource(imported.source());
            imports.undone(imported.id(), clock.instant());
            staging.drop(imported.id());
        });
    }
}
