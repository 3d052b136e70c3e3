package io.millrace.orders;

import io.millrace.catalog.Catalog;
import io.millrace.orders.Orders.Command;
import io.millrace.orders.Orders.Line;
import io.millrace.shared.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the catalogue says now that a unit costs, for lines that do not say it themselves. */
final class UnitCosts {
    private final Map<String, Catalog.Product> products;

    UnitCosts(Map<String, Catalog.Product> products) {
        this.products = products;
    }

    static UnitCosts of(Catalog catalog, List<Command> commands) {
        Set<String> skus = new HashSet<>();
        for (Command command : commands) {
            for (Line line : lines(command)) {
                String sku = line.sku();
                if (sku != null && line.unitCostMicros() == null) {
                    skus.add(sku);
                }
            }
        }
        return new UnitCosts(skus.isEmpty() ? Map.of() : catalog.products(skus));
    }

    private static List<Line> lines(Command command) {
        return switch (command) {
            case Command.Place place -> place.lines();
            case Command.Refund refund -> refund.lines();
            case Command.Cancel cancel -> List.of();
        };
    }

    List<Line> fill(List<Line> lines, String currency) {
        if (products.isEmpty()) {
            return lines;
        }
        return lines.stream().map(line -> fill(line, currency)).toList();
    }

    private Line fill(Line line, String currency) {
        Long cost = line.unitCostMicros() == null ? of(line.sku(), currency) : null;
        return cost == null
                ? line
                : new Line(
                        line.sku(),
                        line.name(),
                        line.category(),
                        line.quantity(),
                        line.unitPriceMicros(),
                        line.amountMicros(),
                        cost);
    }

    private @Nullable Long of(@Nullable String sku, String currency) {
        Catalog.Product product = sku == null ? null : products.get(sku);
        if (product == null) {
            return null;
        }
        Long cost = product.cost();
        String in = product.currency();
        boolean comparable = in == null || in.equals(currency);
        return cost == null || !comparable
                ? null
                : (Long) Math.multiplyExact(cost, Money.microsPerMinor(currency));
    }
}
