package io.millrace.intake.files;

import io.millrace.catalog.Catalog;
import io.millrace.catalog.Catalog.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Products with their prices and unit costs. */
final class ProductPipeline implements Pipeline {
    private static final int TEXT_CHARS = 2_000;
    private static final List<String> TEXTS = List.of("name", "category", "brand");

    private final ImportPlan plan;
    private final Catalog catalog;
    private final NumberText numbers;

    ProductPipeline(ImportPlan plan, Catalog catalog) {
        this.plan = plan;
        this.catalog = catalog;
        this.numbers = new NumberText(plan.decimalComma());
    }

    @Override
    public Reading read(Rows.Row row) {
        String sku = Texts.identifier(plan.cell(row, "sku"));
        if (sku.isEmpty()) {
            return OrderRows.rejected(row, "sku", "imports.missing");
        }
        for (String field : TEXTS) {
            if (plan.cell(row, field).length() > TEXT_CHARS) {
                return OrderRows.rejected(row, field, "imports.text-too-long");
            }
        }
        Long price = number(row, "price");
        Long cost = number(row, "cost");
        for (String field : List.of("price", "cost")) {
            String text = plan.cell(row, field);
            Long read = field.equals("price") ? price : cost;
            if (!text.isEmpty() && (read == null || read < 0)) {
                String shown = OrderRows.shown(text);
                return OrderRows.rejected(row, field, "imports.number-unreadable", shown);
            }
        }
        String currency = currency(row);
        if (currency == null && (price != null || cost != null)) {
            return OrderRows.rejected(row, "currency", "imports.missing");
        }
        if (currency != null && !OrderRows.exists(currency)) {
            String shown = OrderRows.shown(currency);
            return OrderRows.rejected(row, "currency", "imports.unknown-currency", shown);
        }
        String[] cells = {plan.cell(row, "brand"), price == null ? "" : Long.toString(price)};
        return new Reading.Taken(
                new StagedRow(
                        row.number(),
                        sku,
                        null,
                        null,
                        null,
                        0,
                        sku,
                        Texts.orNull(plan.cell(row, "name")),
                        Texts.orNull(plan.cell(row, "category")),
                        0,
                        0,
                        0,
                        cost,
                        currency,
                        null,
                        null,
                        cells));
    }

    private @Nullable Long number(Rows.Row row, String field) {
        String text = plan.cell(row, field);
        long micros = text.isEmpty() ? NumberText.NONE : numbers.micros(text);
        return micros == NumberText.NONE ? null : (Long) micros;
    }

    private @Nullable String currency(Rows.Row row) {
        String given = plan.cell(row, "currency");
        return given.isEmpty() ? plan.currency() : given.toUpperCase(Locale.ROOT);
    }

    @Override
    public void apply(List<StagedRow> rows, Applied into) {
        Map<String, StagedRow> firsts = new LinkedHashMap<>();
        for (StagedRow row : rows) {
            StagedRow first = firsts.putIfAbsent(row.key(), row);
            if (first != null) {
                String at = Long.toString(first.row());
                into.reject(RowError.of(row.row(), "sku", "imports.duplicate-row", at));
            }
        }
        Map<String, Product> before = catalog.products(firsts.keySet());
        catalog.learn(firsts.values().stream().map(this::product).toList());
        Map<String, Product> after = catalog.products(firsts.keySet());
        for (String sku : firsts.keySet()) {
            into.tally.rows++;
            Product known = before.get(sku);
            if (known == null) {
                into.tally.created++;
            } else if (known.equals(after.get(sku))) {
                into.tally.unchanged++;
            } else {
                into.tally.updated++;
            }
        }
    }

    private Product product(StagedRow row) {
        String currency = row.currency();
        Long cost = row.cost();
        String price = row.cells()[1];
        return new Product(
                row.key(),
                row.name(),
                row.category(),
                Texts.orNull(row.cells()[0]),
                currency == null || price.isEmpty()
                        ? null
                        : OrderPipeline.minor(Long.parseLong(price), currency),
                cost == null || currency == null ? null : OrderPipeline.minor(cost, currency),
                currency,
                plan.source());
    }
}
