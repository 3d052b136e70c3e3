package io.millrace.intake.files;

import io.millrace.customers.Customers;
import io.millrace.orders.Orders;
import io.millrace.orders.Orders.Command;
import io.millrace.orders.Orders.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A line of an order that comes after the others, because it had to be put right first: it is added
 * to what is there, where a line in a file of its own would replace it.
 */
@Component
final class LaterRows {
    private final Customers customers;
    private final Orders orders;

    LaterRows(Customers customers, Orders orders) {
        this.customers = customers;
        this.orders = orders;
    }

    void add(ImportPlan plan, StagedRow row, Applied into) {
        OrderGroup group = OrderGroup.of(plan, List.of(row), into);
        Claims claims = new Claims();
        claims.ask(group.who, group.at());
        claims.resolve(customers, plan.source(), into);
        switch (claims.of(group.who)) {
            case null -> record(plan, group, into);
            case Customers.Resolution.Resolved(var profile, _, _) -> {
                group.profile = profile;
                record(plan, group, into);
            }
            case Customers.Resolution.Invalid(var wrong, var code) ->
                    into.reject(group.rows(), Claims.field(wrong.type()), code);
            case Customers.Resolution.Erased() ->
                    into.reject(group.rows(), "customer", "imports.customer-erased");
        }
    }

    private void record(ImportPlan plan, OrderGroup group, Applied into) {
        Orders.OrderHistory known = orders.find(group.number).orElse(null);
        Command command =
                group.bought.isEmpty()
                        ? back(group.refund(plan), group, known)
                        : added(group.place(plan), known);
        OrderPipeline.count(
                group, !group.bought.isEmpty(), orders.record(List.of(command)).getFirst(), into);
    }

    private static Command.Place added(Command.Place line, Orders.@Nullable OrderHistory known) {
        if (known == null) {
            return line;
        }
        List<Line> lines = new ArrayList<>(known.lines());
        lines.addAll(line.lines());
        Instant at = line.at().isBefore(known.order().at()) ? known.order().at() : line.at();
        return new Command.Place(
                line.order(),
                line.profile(),
                at,
                line.currency(),
                null,
                null,
                line.channel(),
                line.store(),
                lines,
                line.source(),
                line.historical());
    }

    /** Under a number of its own: the one of the order is taken by the rows that came before. */
    private static Command.Refund back(
            Command.Refund line, OrderGroup group, Orders.@Nullable OrderHistory known) {
        return new Command.Refund(
                line.order(),
                line.refund() + "/" + group.rows().getFirst().row(),
                line.profile(),
                line.at(),
                line.currency(),
                line.amount(),
                line.lines(),
                known == null || known.order().total().amount() == 0,
                line.source(),
                line.historical());
    }
}
