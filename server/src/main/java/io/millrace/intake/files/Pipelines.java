package io.millrace.intake.files;

import io.millrace.catalog.Catalog;
import io.millrace.customers.Customers;
import io.millrace.intake.Intake;
import io.millrace.orders.Orders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The pipeline for each kind of rows. */
@Component
final class Pipelines {
    private final Customers customers;
    private final Catalog catalog;
    private final Orders orders;
    private final Intake intake;
    private final JsonMapper json;

    Pipelines(Customers customers, Catalog catalog, Orders orders, Intake intake, JsonMapper json) {
        this.customers = customers;
        this.catalog = catalog;
        this.orders = orders;
        this.intake = intake;
        this.json = json;
    }

    Pipeline of(ImportPlan plan) {
        return switch (plan.kind()) {
            case ORDERS -> new OrderPipeline(plan, customers, catalog, orders);
            case CUSTOMERS -> new CustomerPipeline(plan, customers);
            case PRODUCTS -> new ProductPipeline(plan, catalog);
            case EVENTS -> new EventPipeline(plan, intake, json);
        };
    }
}
