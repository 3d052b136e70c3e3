package io.millrace.intake.files;

import io.millrace.catalog.Catalog;
import io.millrace.customers.Customers;
import io.millrace.customers.Customers.Resolution;
import io.millrace.orders.Orders;
import io.millrace.orders.Orders.Command;
import io.millrace.orders.Orders.Outcome;
import io.millrace.shared.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders by line or as a whole. */
final class OrderPipeline implements Pipeline {
    private final ImportPlan plan;
    private final OrderRows rows;
    private final Customers customers;
    private final Catalog catalog;
    private final Orders orders;

    OrderPipeline(ImportPlan plan, Customers customers, Catalog catalog, Orders orders) {
        this.plan = plan;
        this.rows = new OrderRows(plan);
        this.customers = customers;
        this.catalog = catalog;
        this.orders = orders;
    }

    @Override
    public Reading read(Rows.Row row) {
        return rows.read(row);
    }

    @Override
    public void apply(List<StagedRow> staged, Applied into) {
        List<OrderGroup> groups = resolved(groups(staged, into), into);
        describe(groups);
        learn(groups);
        List<Command> commands = new ArrayList<>();
        for (OrderGroup group : groups) {
            if (!group.bought.isEmpty()) {
                commands.add(group.place(plan));
            }
            if (!group.returned.isEmpty()) {
                commands.add(group.refund(plan));
            }
        }
        List<Outcome> outcomes = orders.record(commands);
        int i = 0;
        for (OrderGroup group : groups) {
            if (!group.bought.isEmpty()) {
                count(group, true, outcomes.get(i++), into);
            }
            if (!group.returned.isEmpty()) {
                count(group, false, outcomes.get(i++), into);
            }
        }
    }

    private List<OrderGroup> groups(List<StagedRow> staged, Applied into) {
        List<OrderGroup> groups = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= staged.size(); i++) {
            if (i == staged.size() || !staged.get(i).key().equals(staged.get(from).key())) {
                OrderGroup group = OrderGroup.of(plan, staged.subList(from, i), into);
                if (!group.empty()) {
                    groups.add(group);
                }
                from = i;
            }
        }
        return groups;
    }

    private List<OrderGroup> resolved(List<OrderGroup> groups, Applied into) {
        Claims claims = new Claims();
        groups.forEach(group -> claims.ask(group.who, group.at()));
        claims.resolve(customers, plan.source(), into);
        List<OrderGroup> kept = new ArrayList<>(groups.size());
        for (OrderGroup group : groups) {
            switch (claims.of(group.who)) {
                case null -> kept.add(group);
                case Resolution.Resolved(var profile, _, _) -> {
                    group.profile = profile;
                    kept.add(group);
                }
                case Resolution.Invalid(var wrong, var code) ->
                        into.reject(group.rows(), Claims.field(wrong.type()), code);
                case Resolution.Erased() ->
                        into.reject(group.rows(), "customer", "imports.customer-erased");
            }
        }
        return kept;
    }

    private void describe(List<OrderGroup> groups) {
        if (plan.attributes().isEmpty()) {
            return;
        }
        List<Customers.Description> descriptions = new ArrayList<>();
        for (OrderGroup group : groups) {
            var profile = group.profile;
            if (profile != null) {
                StagedRow last = group.rows().getLast();
                descriptions.add(Cells.description(plan, profile, last, group.at()));
            }
        }
        customers.describe(descriptions);
    }

    /** Orders name products that nobody has described; what is known already stays. */
    private void learn(List<OrderGroup> groups) {
        Map<String, Catalog.Product> named = new HashMap<>();
        for (OrderGroup group : groups) {
            for (StagedRow row : group.bought) {
                String sku = row.sku();
                if (sku != null && (row.amount() > 0 || !named.containsKey(sku))) {
                    named.putIfAbsent(sku, product(sku, row));
                }
            }
        }
        if (named.isEmpty()) {
            return;
        }
        catalog.products(named.keySet())
                .forEach((sku, known) -> {
                    if (known.name() != null) {
                        named.remove(sku);
                    }
                });
        catalog.learn(named.values());
    }

    private Catalog.Product product(String sku, StagedRow row) {
        Long cost = row.cost();
        String currency = row.currency();
        return new Catalog.Product(
                sku,
                row.name(),
                row.category(),
                null,
                null,
                cost == null || currency == null ? null : minor(cost, currency),
                cost == null ? null : currency,
                plan.source());
    }

    static Long minor(long micros, String currency) {
        return Money.ofMicros(micros, currency).amount();
    }

    static void count(OrderGroup group, boolean bought, Outcome outcome, Applied into) {
        List<StagedRow> rows = bought ? group.bought : group.returned;
        Tally tally = into.tally;
        switch (outcome) {
            case Outcome.Recorded(long amount) -> {
                tally.created++;
                taken(group, bought, rows, tally);
            }
            case Outcome.Adjusted(long difference) -> {
                tally.updated++;
                taken(group, bought, rows, tally);
            }
            case Outcome.Unchanged() -> {
                tally.unchanged++;
                taken(group, bought, rows, tally);
            }
            case Outcome.UnknownOrder(String order) ->
                    into.reject(rows, "order", "imports.unknown-order", order);
            case Outcome.RefundExceedsOrder(long asked, long left) ->
                    into.reject(
                            rows,
                            "amount",
                            "imports.refund-exceeds-order",
                            amount(asked, group),
                            amount(left, group));
            case Outcome.AlreadyCancelled() ->
                    into.reject(rows, "order", "imports.order-cancelled");
            case Outcome.CurrencyDiffers(String asked, String has) ->
                    into.reject(rows, "currency", "imports.currency-differs", asked, has);
        }
    }

    private static String amount(long minor, OrderGroup group) {
        return new Money(minor, group.currency).toDecimal().toPlainString() + " " + group.currency;
    }

    private static void taken(OrderGroup group, boolean bought, List<StagedRow> rows, Tally tally) {
        tally.rows += rows.size();
        long micros = bought ? group.boughtMicros() : group.returnedMicros();
        int sign = bought ? 1 : -1;
        if (group.profile == null) {
            tally.addAnonymous(group.currency, sign * micros);
            tally.anonymousOrders += bought ? 1 : 0;
        } else {
            tally.add(group.currency, sign * micros, sign * group.rounded(micros));
        }
        tally.orders += bought ? 1 : 0;
        tally.refunds += bought ? 0 : 1;
    }
}
