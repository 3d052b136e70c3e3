package io.millrace.sample.brand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Fills baskets: favourites at their prices, and things that go together. */
final class Baskets {
    /** If the first is in the basket, the second comes along with this chance at its list price. */
    private record Companion(String sku, double chance) {}

    private static final Map<String, Companion> COMPANIONS =
            Map.ofEntries(
                    Map.entry("XS-POT", new Companion("XS-RP-M", 0.45)),
                    Map.entry("XS-GWN", new Companion("XS-DH-M", 0.38)),
                    Map.entry("XS-CUP", new Companion("XS-GWN", 0.25)),
                    Map.entry("XS-RP-M", new Companion("XS-SP-S", 0.22)),
                    Map.entry("XS-LJ-M", new Companion("XS-BL-S", 0.24)),
                    Map.entry("XS-CL1", new Companion("XS-TN1", 0.48)),
                    Map.entry("XS-TN1", new Companion("XS-CR1", 0.36)),
                    Map.entry("XS-TN2", new Companion("XS-SE1", 0.33)),
                    Map.entry("XS-SH1", new Companion("XS-SH2", 0.62)),
                    Map.entry("XS-SN1", new Companion("XS-CL2", 0.30)),
                    Map.entry("XS-LP2", new Companion("XS-LP1", 0.28)));
    private static final Map<String, Product> BY_SKU =
            Assortment.PRODUCTS.stream().collect(Collectors.toMap(Product::sku, p -> p));

    private Baskets() {}

    static List<Happening.Item> fill(long at, Habits habits, Story story, Draws draws) {
        List<Happening.Item> items = new ArrayList<>(4);
        int wanted = 1 + draws.poisson(0.55);
        for (int i = 0; i < wanted; i++) {
            Product product = favourite(habits, draws);
            while (!Deals.takes(product, at, habits, story, draws)) {
                product = favourite(habits, draws);
            }
            add(items, product, at, story, draws);
            Companion companion = COMPANIONS.get(product.sku());
            if (companion != null) {
                Product along = Objects.requireNonNull(BY_SKU.get(companion.sku()));
                double strength = Deals.strength(along, at, habits, story);
                if (draws.chance(companion.chance() * strength)) {
                    add(items, along, at, story, draws);
                }
            }
        }
        return List.copyOf(items);
    }

    static List<Happening.Item> trial() {
        return List.of(new Happening.Item(Assortment.TRIAL, 1, 990, 990));
    }

    static long total(List<Happening.Item> items) {
        return items.stream().mapToLong(Happening.Item::amount).sum();
    }

    static long cost(List<Happening.Item> items) {
        return items.stream().mapToLong(item -> item.product().cost() * item.quantity()).sum();
    }

    /** Products at the head of the list are liked best. */
    private static Product favourite(Habits habits, Draws draws) {
        List<Product> range =
                draws.chance(habits.tea()) ? Assortment.TEAS_AND_WARE : Assortment.BEAUTY;
        double towardsHead = draws.uniform() * draws.uniform();
        int step = 17 % range.size();
        return range.get((int) (towardsHead * range.size()) * step % range.size());
    }

    private static void add(
            List<Happening.Item> items, Product product, long at, Story story, Draws draws) {
        boolean there = items.stream().anyMatch(item -> item.product() == product);
        if (there) {
            return;
        }
        long quantity = draws.chance(0.84) ? 1 : draws.between(2, 4);
        long asked = product.priceAt(at, story);
        double share = Seasons.priceShare(at) * Deals.share(product, at);
        long paid = Math.round(asked * share / 10) * 10;
        items.add(new Happening.Item(product, quantity, asked, paid * quantity));
    }
}
