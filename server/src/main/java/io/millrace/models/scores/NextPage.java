package io.millrace.models.scores;

import io.millrace.models.PageSettings;
import io.millrace.models.baskets.BoughtTogether.Item;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import io.millrace.workspace.AsOf;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the offers straight from the timelines. */
@Component
final class NextPage implements NextPages {
    private static final int SHOWN = 100;
    private static final List<String> PRODUCTS = List.of("product", "product2", "product3");

    private final NextModel model;
    private final Tables tables;
    private final Scores scores;
    private final PageSettings settings;
    private final Clock clock;

    NextPage(NextModel model, Tables tables, Scores scores, PageSettings settings, Clock clock) {
        this.model = model;
        this.tables = tables;
        this.scores = scores;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Page page(@Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        ScoreColumns table = tables.of(model, instant);
        Tally tally = new Tally();
        tally.count(table);
        List<Product> products = tally.products();
        List<Product> shown = products.subList(0, Math.min(SHOWN, products.size()));
        return new Page(
                instant,
                scores.latest(NextModel.KEY, instant).orElse(null),
                table.size(),
                Opening.of(PagesOfScores.everybody(NextModel.KEY, "product")),
                tally.reasoned,
                named(shown),
                products.size() - shown.size(),
                tally.categories());
    }

    @Override
    public NextSettings settings() {
        return settings.read(NextModel.SETTINGS, NextSettings.class, NextSettings.DEFAULT);
    }

    @Override
    public Change change(NextSettings changed) {
        List<FieldProblem> problems = changed.problems();
        if (!problems.isEmpty()) {
            return new Change.Invalid(problems);
        }
        settings.write(NextModel.SETTINGS, changed);
        return new Change.Done(changed);
    }

    private List<Product> named(List<Product> products) {
        Set<String> words = new HashSet<>();
        for (Product product : products) {
            words.add(product.product().key());
            Item because = product.because();
            if (because != null) {
                words.add(because.key());
            }
        }
        Map<String, Label> called = model.called(words);
        return products.stream()
                .map(one ->
                        new Product(
                                named(one.product(), called),
                                one.category(),
                                one.first(),
                                one.openFirst(),
                                one.any(),
                                one.openAny(),
                                one.because() == null ? null : named(one.because(), called),
                                one.becauseCustomers(),
                                one.openBecause()))
                .toList();
    }

    private static Item named(Item item, Map<String, Label> called) {
        Label label = called.get(item.key());
        return label == null ? item : new Item(item.key(), label.en());
    }

    /** Sums over the table. */
    private static final class Tally {
        private final Map<String, Integer> first = new HashMap<>();
        private final Map<String, Integer> any = new HashMap<>();
        private final Map<String, Map<String, Integer>> because = new HashMap<>();
        private final Map<String, String> categoryOf = new HashMap<>();
        private final Map<String, Integer> categories = new TreeMap<>();
        private int reasoned;

        void count(ScoreColumns table) {
            int category = table.place("category");
            int reason = table.place("because");
            int[] places = PRODUCTS.stream().mapToInt(table::place).toArray();
            for (int row = 0; row < table.size(); row++) {
                String best = table.text(places[0], row);
                if (best == null) {
                    continue;
                }
                first.merge(best, 1, Integer::sum);
                for (int place : places) {
                    String offered = table.text(place, row);
                    if (offered != null) {
                        any.merge(offered, 1, Integer::sum);
                    }
                }
                told(best, table.text(category, row), table.text(reason, row));
            }
        }

        private void told(String best, @Nullable String category, @Nullable String reason) {
            if (category != null) {
                categories.merge(category, 1, Integer::sum);
                categoryOf.put(best, category);
            }
            if (reason != null) {
                reasoned++;
                because.computeIfAbsent(best, _ -> new TreeMap<>()).merge(reason, 1, Integer::sum);
            }
        }

        List<Product> products() {
            return any.keySet().stream()
                    .map(this::product)
                    .sorted(
                            Comparator.comparingInt(Product::first)
                                    .thenComparingInt(Product::any)
                                    .reversed()
                                    .thenComparing(one -> one.product().key()))
                    .toList();
        }

        private Product product(String sku) {
            Map.Entry<String, Integer> most =
                    because.getOrDefault(sku, Map.of()).entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .orElse(null);
            String isFirst = Clauses.is(NextModel.KEY, "product", sku);
            return new Product(
                    new Item(sku, sku),
                    categoryOf.get(sku),
                    first.getOrDefault(sku, 0),
                    Opening.of(isFirst),
                    any.getOrDefault(sku, 0),
                    Opening.of(
                            Clauses.any(
                                    PRODUCTS.stream()
                                            .map(figure -> Clauses.is(NextModel.KEY, figure, sku))
                                            .toArray(String[]::new))),
                    most == null ? null : new Item(most.getKey(), most.getKey()),
                    most == null ? 0 : most.getValue(),
                    most == null
                            ? null
                            : Opening.of(
                                    Clauses.all(
                                            isFirst,
                                            Clauses.is(NextModel.KEY, "because", most.getKey()))));
        }

        List<Category> categories() {
            return categories.entrySet().stream()
                    .map(one ->
                            new Category(
                                    one.getKey(),
                                    one.getValue(),
                                    Opening.of(
                                            Clauses.is(NextModel.KEY, "category", one.getKey()))))
                    .sorted(
                            Comparator.comparingInt(Category::customers)
                                    .reversed()
                                    .thenComparing(Category::category))
                    .toList();
        }
    }
}
