package io.millrace.models.baskets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for rules in the items of all orders; each answer is kept until a fact arrives. */
@Component
final class FoundRules implements BoughtTogether {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LONGEST = 3;
    private static final int SHOWN = 100;

    private record Key(Question question, Instant asOf, long version) {}

    private final Timelines timelines;
    private final Clock clock;
    private final Cache<Key, Found> kept = Caffeine.newBuilder().maximumSize(20).build();

    FoundRules(Timelines timelines, Clock clock) {
        this.timelines = timelines;
        this.clock = clock;
    }

    @Override
    public Found rules(Question question, @Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        return kept.get(
                new Key(question, instant, timelines.version()), _ -> look(question, instant));
    }

    private Found look(Question question, Instant asOf) {
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
        Baskets baskets = Baskets.of(texts(items.baskets, words.get()));
        List<Itemset> sets =
                baskets.count() == 0
                        ? List.of()
                        : FrequentItemsets.of(baskets, question.support(), LONGEST);
        List<io.millrace.kernel.model.basket.Rule> rules =
                Rules.of(baskets, sets, question.confidence(), 2);
        return new Found(
                asOf,
                baskets.count(),
                baskets.items().size(),
                sets.size(),
                rules.size(),
                told(rules, items, words.get(), attribute));
    }

    private static List<List<String>> texts(List<int[]> baskets, Dictionary words) {
        return baskets.stream()
                .map(basket -> Arrays.stream(basket).mapToObj(words::word).toList())
                .toList();
    }

    private static List<Rule> told(
            List<io.millrace.kernel.model.basket.Rule> rules,
            OrderItems items,
            Dictionary words,
            String attribute) {
        Map<String, Item> called = new HashMap<>();
        items.names.forEach((code, name) ->
                called.put(words.word(code), new Item(words.word(code), words.word(name))));
        boolean byName = attribute.equals("sku");
        List<Rule> told = new ArrayList<>();
        for (var rule : rules.subList(0, Math.min(SHOWN, rules.size()))) {
            int[] left = rule.left().stream().mapToInt(words::code).sorted().toArray();
            int right = words.code(rule.right());
            told.add(
                    new Rule(
                            rule.left().stream().map(item -> item(item, called, byName)).toList(),
                            item(rule.right(), called, byName),
                            rule.count(),
                            rule.support(),
                            rule.confidence(),
                            rule.lift(),
                            rule.leverage(),
                            Double.isFinite(rule.conviction()) ? rule.conviction() : null,
                            waiting(items.customers, left, right),
                            Opening.of(attribute, rule.left(), rule.right())));
        }
        return told;
    }

    private static Item item(String key, Map<String, Item> called, boolean byName) {
        return byName ? called.getOrDefault(key, new Item(key, key)) : new Item(key, key);
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
