package io.millrace.sample;

import io.millrace.catalog.Catalog;
import io.millrace.orders.Orders;
import io.millrace.orders.Orders.Command;
import io.millrace.orders.Orders.Outcome;
import io.millrace.sample.brand.Happening;
import io.millrace.sample.brand.Product;
import io.millrace.sample.brand.SampleBrand;
import io.millrace.shared.ProfileId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings in what is sold, and the orders with all that follows from them. */
@Component
final class SampleLedger {
    private static final String CURRENCY = "CNY";
    private static final long MICROS_A_FEN = 10_000;

    private final Orders orders;

    SampleLedger(Orders orders) {
        this.orders = orders;
    }

    void learn(Catalog catalog) {
        catalog.learn(SampleBrand.products().stream().map(SampleLedger::product).toList());
    }

    /** Answers how many orders there were. */
    long record(SampleCast.Known known) {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < known.lives().size(); i++) {
            for (Happening happening : known.lives().get(i).happenings()) {
                Command command = command(happening, known.profiles().get(i));
                if (command != null) {
                    commands.add(command);
                }
            }
        }
        return carryOut(commands);
    }

    /** Records what strangers bought; answers how many orders that were. */
    long recordWalkIns(SampleBrand brand, int fromDay, int toDay) {
        List<Command> commands = new ArrayList<>();
        for (int day = fromDay; day < toDay; day++) {
            brand.walkIns(day).forEach(order -> commands.add(place(order, null)));
        }
        return carryOut(commands);
    }

    private long carryOut(List<Command> commands) {
        if (commands.isEmpty()) {
            return 0;
        }
        for (Outcome outcome : orders.record(commands)) {
            boolean expected =
                    outcome instanceof Outcome.Recorded || outcome instanceof Outcome.Unchanged;
            if (!expected) {
                throw new IllegalStateException("the brand contradicts itself: " + outcome);
            }
        }
        return commands.stream().filter(Command.Place.class::isInstance).count();
    }

    private static @Nullable Command command(Happening happening, ProfileId profile) {
        return switch (happening) {
            case Happening.Bought it -> place(it, profile);
            case Happening.Refunded it ->
                    new Command.Refund(
                            it.order(),
                            it.refund(),
                            profile,
                            it.at(),
                            CURRENCY,
                            it.amount(),
                            lines(it.items()),
                            false,
                            Sample.SOURCE,
                            true);
            case Happening.Cancelled it ->
                    new Command.Cancel(it.order(), it.at(), Sample.SOURCE, true);
            default -> null;
        };
    }

    private static Command place(Happening.Bought order, @Nullable ProfileId profile) {
        return new Command.Place(
                order.order(),
                profile,
                order.at(),
                CURRENCY,
                null,
                order.cost(),
                order.channel(),
                order.store(),
                lines(order.items()),
                Sample.SOURCE,
                true);
    }

    private static List<Orders.Line> lines(List<Happening.Item> items) {
        return items.stream()
                .map(item ->
                        new Orders.Line(
                                item.product().sku(),
                                item.product().name(),
                                item.product().category(),
                                item.quantity(),
                                item.unitPrice() * MICROS_A_FEN,
                                item.amount() * MICROS_A_FEN,
                                item.product().cost() * MICROS_A_FEN))
                .toList();
    }

    private static Catalog.Product product(Product product) {
        return new Catalog.Product(
                product.sku(),
                product.name(),
                product.category(),
                product.brand(),
                product.price(),
                product.cost(),
                CURRENCY,
                Sample.SOURCE);
    }
}
