package io.millrace.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Products with their costs, and the stores and channels through which they are sold. */
public interface Catalog {
    /**
     * Adds or updates products by sku, in the caller's transaction; null fields keep what is known.
     */
    void learn(Collection<Product> products);

    /** What is known of these products, by sku. */
    Map<String, Product> products(Set<String> skus);

    /**
     * @param price list price in minor units
     * @param cost unit cost in minor units; null if unknown, then profit is unknown too
     * @param source who said so
     */
    record Product(
            String sku,
            @Nullable String name,
            @Nullable String category,
            @Nullable String brand,
            @Nullable Long price,
            @Nullable Long cost,
            @Nullable String currency,
            String source) {}
}
