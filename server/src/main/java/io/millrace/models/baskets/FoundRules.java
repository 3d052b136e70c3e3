package io.millrace.models.baskets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.catalog.Catalog;
import io.millrace.kernel.model.basket.Baskets;
import io.millrace.kernel.model.basket.FrequentItemsets;
import io.millrace.kernel.model.basket.Itemset;
import io.millrace.kernel.model.basket.Rules;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Micros;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks for rules in the items of all orders or of all customers; each answer is kept until a fact
 * arrives.
 */
@Component
final class FoundRules implements BoughtTogether {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LONGEST = 3;
    private static final int SHOWN = 100;

    private record Key(Question question, Instant asOf, long version) {}

    private final Timelines timelines;
    private final Catalog catalog;
    private final Clock clock;
    private final Cache<Key, Found> kept = Caffeine.newBuilder().maximumSize(20).build();

    FoundRules(Timelines timelines, Catalog catalog, Clock clock) {
        this.timelines = timelines;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    public Found rules(Question question, @Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        return kept.get(
                new Key(question, instant, timelines.version()), _ -> look(question, instant));
    }

    private Found look(Question question, Instant asOf) {
        Mined mined = mine(question, asOf);
        return new Found(
                asOf,
                mined.baskets.count(),
                mined.baskets.items().size(),
                mined.frequent,
                mined.rules.size(),
                told(mined));
    }

    @Override
    public List<Line> lines(Question question, @Nullable Instant asOf) {
        Mined mined = mine(question, AsOf.orThisMinute(asOf, clock));
        return mined.rules.stream()
                .map(rule ->
                        new Line(
                                rule.left().stream().map(mined::item).toList(),
                                mined.item(rule.right()),
                                rule.count(),
                                rule.support(),
                                rule.confidence(),
                                rule.lift(),
                                rule.leverage(),
                                rule.conviction()))
                .toList();
    }

    /** Rules and what they were found in. */
    private record Mined(
            String attribute,
            OrderItems items,
            Dictionary words,
            Baskets baskets,
            int frequent,
            List<io.millrace.kernel.model.basket.Rule> rules,
            Map<String, Item> called) {
        Item item(String key) {
            return called.getOrDefault(key, new Item(key, key));
        }
    }

    private Mined mine(Question question, Instant asOf) {
        String attribute = question.by().name().toLowerCase(Locale.ROOT);
        AtomicReference<Dictionary> words = new AtomicReference<>();
        OrderItems items =
                timelines
                        .fold(
                                dictionary -> {
                                    words.set(dictionary);
                                    return new OrderItems.Gathering(
                                            dictionary, attribute, Micros.of(asOf));
                                },
                                END_OF_TIME)
                        .value();
        Baskets baskets =
                Baskets.of(
                        texts(
                                question.over() == Over.ORDERS ? items.baskets : items.customers,
                                words.get()));
        List<Itemset> sets =
                baskets.count() == 0
                        ? List.of()
                        : FrequentItemsets.of(baskets, question.support(), LONGEST);
        // They come by lift already.
        List<io.millrace.kernel.model.basket.Rule> rules =
                Rules.of(baskets, sets, question.confidence(), 2).stream()
                        .sorted(Comparator.comparingDouble(measure(question.order())).reversed())
                        .toList();
        Map<String, Item> called =
                question.by() == By.SKU ? called(baskets, items, words.get()) : Map.of();
        return new Mined(attribute, items, words.get(), baskets, sets.size(), rules, called);
    }

    private static ToDoubleFunction<io.millrace.kernel.model.basket.Rule> measure(Order order) {
        return switch (order) {
            case LIFT -> io.millrace.kernel.model.basket.Rule::lift;
            case SUPPORT -> io.millrace.kernel.model.basket.Rule::support;
            case CONFIDENCE -> io.millrace.kernel.model.basket.Rule::confidence;
            case LEVERAGE -> io.millrace.kernel.model.basket.Rule::leverage;
            case CONVICTION -> io.millrace.kernel.model.basket.Rule::conviction;
        };
    }

    /** What the catalogue calls an item; else the name under which it was last sold. */
    private Map<String, Item> called(Baskets baskets, OrderItems items, Dictionary words) {
        Map<String, Item> called = new HashMap<>();
        items.names.forEach((code, name) ->
                called.put(words.word(code), new Item(words.word(code), words.word(name))));
        catalog.products(Set.copyOf(baskets.items()))
                .forEach((sku, product) -> {
                    if (product.name() != null) {
                        called.put(sku, new Item(sku, product.name()));
                    }
                });
        return called;
    }

    private static List<List<String>> texts(List<int[]> baskets, Dictionary words) {
        return baskets.stream()
                .map(basket -> Arrays.stream(basket).mapToObj(words::word).toList())
                .toList();
    }

    private static List<Rule> told(Mined mined) {
        List<Rule> told = new ArrayList<>();
        for (var rule : mined.rules.subList(0, Math.min(SHOWN, mined.rules.size()))) {
            int[] left = rule.left().stream().mapToInt(mined.words::code).sorted().toArray();
            int right = mined.words.code(rule.right());
            told.add(
                    new Rule(
                            rule.left().stream().map(mined::item).toList(),
                            mined.item(rule.right()),
                            rule.count(),
                            rule.support(),
                            rule.confidence(),
                            rule.lift(),
                            rule.leverage(),
                            Double.isFinite(rule.conviction()) ? rule.conviction() : null,
                            waiting(mined.items.customers, left, right),
                            Opening.of(mined.attribute, rule.left(), rule.right())));
        }
        return told;
    }

    /** Customers with all of the left side but not the right one. */
    private static int waiting(List<int[]> customers, int[] left, int right) {
        int count = 0;
        for (int[] bought : customers) {
            boolean all = Arrays.binarySearch(bought, right) < 0;
            for (int i = 0; all && i < left.length; i++) {
                all = Arrays.binarySearch(bought, left[i]) >= 0;
            }
            count += all ? 1 : 0;
        }
        return count;
    }
}
