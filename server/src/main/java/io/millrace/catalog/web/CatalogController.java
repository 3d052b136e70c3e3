package io.millrace.catalog.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.catalog.Catalog;
import io.millrace.catalog.CatalogProblem;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Page;
import io.millrace.shared.Paging;
import io.millrace.shared.Refusal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class CatalogController {
    private final Catalog catalog;

    CatalogController(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping("/products")
    @Requires(Permission.CATALOG_READ)
    Page<Catalog.Listing> products(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String category,
            Paging paging) {
        return catalog.list(
                new Catalog.ProductQuery(q, category),
                paging.cursor(),
                paging.limit(),
                paging.total());
    }

    @PatchMapping("/products/{sku}")
    @Requires(Permission.CATALOG_WRITE)
    Catalog.Listing change(@PathVariable String sku, @RequestBody Catalog.Change change) {
        refuseNegative("/price", change.price());
        refuseNegative("/cost", change.cost());
        refuseUnknownCurrency(change.currency());
        return catalog.change(sku, change)
                .orElseThrow(() -> Refusal.of(CatalogProblem.UNKNOWN_PRODUCT, sku));
    }

    private static void refuseNegative(String pointer, @Nullable Long amount) {
        if (amount != null && amount < 0) {
            throw Refusal.of(
                    CatalogProblem.BAD_CHANGE,
                    List.of(FieldProblem.of(pointer, "catalog.negative-amount")));
        }
    }

    private static void refuseUnknownCurrency(@Nullable String currency) {
        boolean known =
                currency == null
                        || Currency.getAvailableCurrencies().stream()
                                .anyMatch(each -> each.getCurrencyCode().equals(currency));
        if (!known) {
            throw Refusal.of(
                    CatalogProblem.BAD_CHANGE,
                    List.of(FieldProblem.of("/currency", "catalog.unknown-currency")));
        }
    }

    @GetMapping("/categories")
    @Requires(Permission.CATALOG_READ)
    Page<Catalog.Category> categories() {
        return new Page<>(catalog.categories(), null, null);
    }

    @GetMapping("/channels")
    @Requires(Permission.CATALOG_READ)
    Page<Catalog.Place> channels() {
        return new Page<>(catalog.channels(), null, null);
    }

    @GetMapping("/stores")
    @Requires(Permission.CATALOG_READ)
    Page<Catalog.Place> stores() {
        return new Page<>(catalog.stores(), null, null);
    }
}
