package io.millrace.models.offers;

import io.millrace.kernel.model.basket.ItemHistories;
import io.millrace.models.baskets.BoughtTogether.By;
import io.millrace.models.baskets.BoughtTogether.Item;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every known customer bought on which days, item by item. Cancelled orders do not count, nor
 * does what was given back.
 */
public interface BoughtItems {
    /**
     * @param asOf cut by occurredAt, inclusive; null means now
     */
    Items of(By by, @Nullable Instant asOf);

    /**
     * @param today the day of {@code asOf} in the workspace's zone, days since 1970-01-01
     * @param currency of all amounts
     * @param names by key, where another one is known
     * @param categories by sku, where one is known
     */
    record Items(
            Instant asOf,
            int today,
            @Nullable String currency,
            ItemHistories histories,
            Map<String, String> names,
            Map<String, String> categories) {
        public String key(int number) {
            return histories.items().get(number);
        }

        public Item item(int number) {
            return new Item(key(number), names.getOrDefault(key(number), key(number)));
        }

        public @Nullable String category(int number) {
            return categories.get(key(number));
        }
    }
}
