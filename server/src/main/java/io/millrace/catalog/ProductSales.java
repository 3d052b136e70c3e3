package io.millrace.catalog;

import io.millrace.shared.Money;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a higher module implements so that the catalogue can show how products sell. */
public interface ProductSales {
    /** By sku; products that were never sold are absent. */
    Map<String, Sold> of(Set<String> skus);

    /**
     * @param units sold less given back
     * @param revenue in the reporting currency, less what was given back; null if sold in others
     *     only
     */
    record Sold(long units, @Nullable Money revenue) {}
}
