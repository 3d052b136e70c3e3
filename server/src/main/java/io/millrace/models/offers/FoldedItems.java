package io.millrace.models.offers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.catalog.Catalog;
import io.millrace.kernel.model.RfmQuery;
import io.millrace.kernel.model.basket.ItemHistories;
import io.millrace.kernel.model.basket.ItemHistoryFold;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Micros;
import io.millrace.models.baskets.BoughtTogether.By;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the items from the timelines; the last ones are kept until a fact arrives. */
@Component
final class FoldedItems implements BoughtItems {
    /** Stands for a currency where there is none yet, so that no order is in it. */
    private static final String NO_CURRENCY = "XTS";

    /** The cut is in the fold: who a buyer is may be learnt after the purchase. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private static final int KEPT = 2;

    private record Key(By by, Instant asOf, long version) {}

    private final Timelines timelines;
    private final Workspace workspace;
    private final Catalog catalog;
    private final Clock clock;
    private final Cache<Key, Items> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

    FoldedItems(Timelines timelines, Workspace workspace, Catalog catalog, Clock clock) {
        this.timelines = timelines;
        this.workspace = workspace;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    public Items of(By by, @Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        return kept.get(new Key(by, instant, timelines.version()), _ -> read(by, instant));
    }

    private Items read(By by, Instant asOf) {
        Workspace.Settings house = workspace.settings();
        String currency = house.currency() == null ? NO_CURRENCY : house.currency();
        RfmQuery query = new RfmQuery(Micros.of(asOf), currency, house.minorRates(), true);
        String attribute = by.name().toLowerCase(Locale.ROOT);
        AtomicReference<Dictionary> words = new AtomicReference<>();
        ItemHistoryFold.Gathered gathered =
                timelines
                        .fold(
                                dictionary -> {
                                    words.set(dictionary);
                                    return new ItemHistoryFold(
                                            dictionary, query, house.zone(), attribute);
                                },
                                END_OF_TIME)
                        .value();
        ItemHistories histories = gathered.log.histories(words.get()::word);
        Map<String, String> names = new HashMap<>();
        Map<String, String> categories = new HashMap<>();
        if (by == By.SKU) {
            spell(gathered.names, words.get(), names);
            spell(gathered.categories, words.get(), categories);
            ask(histories, names, categories);
        }
        return new Items(
                asOf,
                Math.toIntExact(asOf.atZone(house.zone()).toLocalDate().toEpochDay()),
                house.currency(),
                histories,
                Map.copyOf(names),
                Map.copyOf(categories));
    }

    private static void spell(
            Map<Integer, Integer> codes, Dictionary words, Map<String, String> into) {
        codes.forEach((code, told) -> into.put(words.word(code), words.word(told)));
    }

    /** What the catalogue says comes first: names there are corrected by hand. */
    private void ask(
            ItemHistories histories, Map<String, String> names, Map<String, String> categories) {
        catalog.products(Set.copyOf(histories.items()))
                .forEach((sku, product) -> {
                    if (product.name() != null) {
                        names.put(sku, product.name());
                    }
                    if (product.category() != null) {
                        categories.put(sku, product.category());
                    }
                });
    }
}
