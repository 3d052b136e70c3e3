package io.millrace.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.millrace.shared.Money;
import io.millrace.shared.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Takes note of channels and stores that were seen on orders, in the caller's transaction. */
    void learnPlaces(Set<String> channels, Set<String> stores);

    /** Forgets channels and stores that no order names any more, in the caller's transaction. */
    void forgetPlaces(Set<String> channels, Set<String> stores);

    /** Products by sku. */
    Page<Listing> list(ProductQuery query, @Nullable String cursor, int limit, boolean withTotal);

    /** Changes a product by hand, in a transaction of its own; null fields keep what is known. */
    Optional<Listing> change(String sku, Change change);

    /** The categories that products name, with how many products each has. */
    List<Category> categories();

    List<Place> channels();

    List<Place> stores();

    /** Forgets the products that this source was the first to name; for an import's undo. */
    long forget(String source);

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

    /**
     * What to list; null means no restriction.
     *
     * @param text part of a name, or the beginning of a sku
     */
    record ProductQuery(@Nullable String text, @Nullable String category) {}

    /** What somebody changes by hand. */
    record Change(
            @Nullable String name,
            @Nullable String category,
            @Nullable String brand,
            @Nullable Long price,
            @Nullable Long cost,
            @Nullable String currency) {}

    /**
     * A product as lists show it.
     *
     * @param sold units sold less units given back
     * @param revenue what they came to, less what was given back
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Listing(
            String sku,
            @Nullable String name,
            @Nullable String category,
            @Nullable String brand,
            @Nullable Money price,
            @Nullable Money cost,
            long sold,
            @Nullable Money revenue,
            String source) {}

    record Category(String name, long products) {}

    /** A channel or a store, by the code that orders name it with. */
    record Place(String code, @Nullable String name) {}
}
