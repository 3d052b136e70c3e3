package io.millrace.models.offers;

import io.millrace.catalog.Catalog;
import io.millrace.kernel.model.basket.Bundle;
import io.millrace.kernel.model.basket.Ladder;
import io.millrace.kernel.model.basket.Sequence;
import io.millrace.models.baskets.BoughtTogether.By;
import io.millrace.models.baskets.BoughtTogether.Item;
import io.millrace.models.offers.FollowSelection.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes what follows what from the items as they were. */
@Component
final class ReadFollowing implements Following {
    private static final int MOST_ITEMS = 4_000;
    private static final int SEQUENCES = 200;
    private static final int BUNDLES = 100;
    private static final int LONGEST = 4;

    private final BoughtItems bought;
    private final Catalog catalog;

    ReadFollowing(BoughtItems bought, Catalog catalog) {
        this.bought = bought;
        this.catalog = catalog;
    }

    @Override
    public Sequences sequences(SequenceQuestion question, @Nullable Instant asOf) {
        BoughtItems.Items items = bought.of(question.by(), asOf);
        List<Sequence> found =
                io.millrace.kernel.model.basket.Sequences.of(
                        items.histories(),
                        question.days(),
                        items.today(),
                        question.least(),
                        MOST_ITEMS,
                        question.confidence());
        Waiting waiting = new Waiting(items, question.days());
        List<SequenceRow> rows =
                found.stream()
                        .sorted(
                                Comparator.comparingDouble(measure(question.order(), waiting))
                                        .thenComparingInt(Sequence::followed)
                                        .reversed()
                                        .thenComparingInt(Sequence::first)
                                        .thenComparingInt(Sequence::then))
                        .limit(SEQUENCES)
                        .map(one -> row(items, question, one, waiting))
                        .toList();
        return new Sequences(
                items.asOf(),
                question.days(),
                items.histories().size(),
                items.histories().items().size(),
                found.size(),
                rows);
    }

    private static ToDoubleFunction<Sequence> measure(Order order, Waiting waiting) {
        return switch (order) {
            case LIFT -> Sequence::lift;
            case CONFIDENCE -> Sequence::confidence;
            case FOLLOWED -> Sequence::followed;
            case WAITING -> one -> waiting.count(one.first(), one.then());
        };
    }

    private static SequenceRow row(
            BoughtItems.Items items, SequenceQuestion question, Sequence one, Waiting waiting) {
        String first = items.key(one.first());
        String then = items.key(one.then());
        By by = question.by();
        int days = question.days();
        return new SequenceRow(
                items.item(one.first()),
                items.item(one.then()),
                one.began(),
                FollowSelection.open(What.BEGAN, by, days, first, then),
                one.followed(),
                FollowSelection.open(What.FOLLOWED, by, days, first, then),
                one.support(),
                one.confidence(),
                one.chance(),
                one.lift(),
                waiting.count(one.first(), one.then()),
                FollowSelection.open(What.WAITING, by, days, first, then));
    }

    @Override
    public Ladders ladders(@Nullable Instant asOf) {
        BoughtItems.Items items = bought.of(By.SKU, asOf);
        LadderSelection.Named named = LadderSelection.Named.of(items);
        List<LadderOf> ladders =
                named.ladders().stream()
                        .map(ladder -> ladder(ladder, named, items))
                        .sorted(
                                Comparator.comparingInt(LadderOf::customers)
                                        .reversed()
                                        .thenComparing(LadderOf::category))
                        .toList();
        return new Ladders(items.asOf(), items.currency(), ladders);
    }

    private static LadderOf ladder(
            Ladder ladder, LadderSelection.Named named, BoughtItems.Items items) {
        String category = named.categories().get(ladder.category());
        int[][] moves = ladder.moves();
        int[] once = ladder.once();
        List<Tier> tiers = new ArrayList<>();
        List<List<Count>> counts = new ArrayList<>();
        List<Count> alone = new ArrayList<>();
        double risen = 0;
        double fallen = 0;
        int moved = 0;
        for (int first = 0; first < Ladder.TIERS; first++) {
            tiers.add(tier(ladder, first, items));
            alone.add(new Count(once[first], LadderSelection.once(category, first)));
            List<Count> row = new ArrayList<>();
            for (int last = 0; last < Ladder.TIERS; last++) {
                int customers = moves[first][last];
                row.add(new Count(customers, LadderSelection.move(category, first, last)));
                moved += customers;
                risen += last > first ? customers : 0;
                fallen += last < first ? customers : 0;
            }
            counts.add(row);
        }
        return new LadderOf(
                category,
                moved + Arrays.stream(once).sum(),
                tiers,
                counts,
                alone,
                moved == 0 ? null : (Double) (risen / moved),
                moved == 0 ? null : (Double) (fallen / moved));
    }

    private static Tier tier(Ladder ladder, int tier, BoughtItems.Items items) {
        int products = 0;
        for (int item = 0; item < items.histories().items().size(); item++) {
            products += ladder.tier(item) == tier ? 1 : 0;
        }
        return new Tier(
                products, Math.round(ladder.lowest(tier)), Math.round(ladder.highest(tier)));
    }

    @Override
    public Bundles bundles(By by, double support, @Nullable Instant asOf) {
        BoughtItems.Items items = bought.of(by, asOf);
        List<Bundle> found =
                io.millrace.kernel.model.basket.Bundles.of(items.histories(), support, LONGEST);
        List<Bundle> shown = found.subList(0, Math.min(BUNDLES, found.size()));
        Set<String> skus = new HashSet<>();
        for (Bundle bundle : shown) {
            Arrays.stream(bundle.items()).mapToObj(items::key).forEach(skus::add);
        }
        Map<String, Catalog.Product> known = by == By.SKU ? catalog.products(skus) : Map.of();
        return new Bundles(
                items.asOf(),
                items.currency(),
                items.histories().visits(),
                found.size(),
                shown.stream().map(one -> row(items, by, one, known)).toList());
    }

    private static BundleRow row(
            BoughtItems.Items items, By by, Bundle one, Map<String, Catalog.Product> known) {
        List<Item> parts = Arrays.stream(one.items()).mapToObj(items::item).toList();
        List<String> keys = parts.stream().map(Item::key).toList();
        int[] missing = BundleSelection.missing(items.histories(), one.items());
        return new BundleRow(
                parts,
                one.count(),
                one.support(),
                one.lift(),
                one.maximal(),
                Math.round(one.singles()),
                Math.round(one.together()),
                margin(one, keys, known, items.currency()),
                (int) Arrays.stream(missing).filter(count -> count == 0).count(),
                BundleSelection.open(0, by, keys),
                (int) Arrays.stream(missing).filter(count -> count == 1).count(),
                BundleSelection.open(1, by, keys));
    }

    private static @Nullable Long margin(
            Bundle one,
            List<String> keys,
            Map<String, Catalog.Product> known,
            @Nullable String currency) {
        long costs = 0;
        for (String key : keys) {
            Catalog.Product product = known.get(key);
            Long cost = product == null ? null : product.cost();
            if (product == null || cost == null || !Objects.equals(product.currency(), currency)) {
                return null;
            }
            costs += cost;
        }
        return Math.round(one.singles()) - costs;
    }
}
