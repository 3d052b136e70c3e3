package io.millrace.models.scores;

import io.millrace.catalog.Catalog;
import io.millrace.kernel.model.basket.ItemHistories;
import io.millrace.kernel.model.basket.NextOffer;
import io.millrace.kernel.model.basket.NextOffers;
import io.millrace.kernel.model.basket.NextQuality;
import io.millrace.kernel.model.basket.NextRules;
import io.millrace.models.PageSettings;
import io.millrace.models.baskets.BoughtTogether.By;
import io.millrace.models.offers.BoughtItems;
import io.millrace.shared.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The three products to offer each buyer next, with reasons; see {@link NextOffers}. Products that
 * customers have are offered only if many come back for them, and none that nobody bought lately.
 */
@Component
@Order(8)
final class NextModel implements ScoringModel {
    static final String KEY = "next";
    static final int OFFERS = 3;
    static final String SETTINGS = "next";
    private static final int EACH = 4;
    private static final int CATEGORY = OFFERS * EACH;
    private static final int TESTED = 50;
    private static final int EXAMPLES = 500;

    private static final List<Figure> FIGURES = figuresOfOffers();
    private static final Card CARD = new Card(KEY, new Label("Next offer", "下一个推荐"), 1, FIGURES);

    private final BoughtItems bought;
    private final Catalog catalog;
    private final PageSettings settings;

    NextModel(BoughtItems bought, Catalog catalog, PageSettings settings) {
        this.bought = bought;
        this.catalog = catalog;
        this.settings = settings;
    }

    private static List<Figure> figuresOfOffers() {
        List<Figure> figures = new ArrayList<>();
        for (int i = 1; i <= OFFERS; i++) {
            String n = i == 1 ? "" : Integer.toString(i);
            figures.add(Figure.text("product" + n, "Offer " + i, "推荐 " + i, List.of()));
            figures.add(
                    Figure.text(
                            "because" + n,
                            "Offer " + i + ": because they bought",
                            "推荐 " + i + "：因为买过",
                            List.of()));
            figures.add(
                    Figure.share(
                            "share" + n,
                            "Offer " + i + ": share who buy it too",
                            "推荐 " + i + "：同购比例"));
            figures.add(
                    Figure.number(
                            "lift" + n, 1, "Offer " + i + ": lift (times)", "推荐 " + i + "：提升度（倍）"));
        }
        figures.add(Figure.text("category", "Category of offer 1", "推荐 1 的品类", List.of()));
        return List.copyOf(figures);
    }

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Map<String, Label> called(Set<String> words) {
        Map<String, Label> called = new TreeMap<>();
        catalog.products(words)
                .forEach((sku, product) -> {
                    String name = product.name();
                    if (name != null) {
                        called.put(sku, new Label(name, name));
                    }
                });
        return called;
    }

    @Override
    public List<Figure.Word> examples(Figure figure) {
        if (!figure.isText()) {
            return List.of();
        }
        if (figure.key().equals("category")) {
            return catalog.categories().stream()
                    .map(one -> Figure.word(one.name(), one.name(), one.name()))
                    .toList();
        }
        return catalog
                .list(new Catalog.ProductQuery(null, null), null, EXAMPLES, false)
                .items()
                .stream()
                .map(one -> {
                    String name = one.name() == null ? one.sku() : one.name();
                    return Figure.word(one.sku(), name, name);
                })
                .toList();
    }

    @Override
    public Outcome score(Data data) {
        BoughtItems.Items items = bought.of(By.SKU, data.asOf());
        ItemHistories histories = items.histories();
        NextRules rules = NextRules.USUAL;
        NextSettings never = settings.read(SETTINGS, NextSettings.class, NextSettings.DEFAULT);
        IntPredicate barred = item -> never.bars(items.key(item), items.category(item));
        NextOffers offers = NextOffers.learn(histories, rules, items.today(), barred);
        if (offers.tested() < TESTED) {
            return new Outcome.Lacking(new Scores.Lack("second-visits", offers.tested(), TESTED));
        }
        NextReport report =
                new NextReport(
                        offers.method().key(),
                        offers.tested(),
                        histories.items().size(),
                        offers.products(),
                        offers.offered(),
                        rules.recentDays(),
                        offers.qualities(),
                        offers.chance(),
                        (int) IntStream.range(0, histories.items().size()).filter(barred).count());
        return new Outcome.Scored(scores(items, offers), List.of(), report);
    }

    private static ScoreColumns scores(BoughtItems.Items items, NextOffers offers) {
        ItemHistories histories = items.histories();
        ScoreColumns scores = new ScoreColumns(FIGURES, histories.size());
        NextOffers.Offering offering = offers.offering();
        for (int customer = 0; customer < histories.size(); customer++) {
            List<NextOffer> best = offering.of(customer, OFFERS);
            if (best.isEmpty()) {
                continue;
            }
            int row = scores.add(histories.customerHigh(customer), histories.customerLow(customer));
            for (int i = 0; i < best.size(); i++) {
                NextOffer offer = best.get(i);
                scores.set(i * EACH, row, items.key(offer.item()));
                scores.set(
                        i * EACH + 1, row, offer.because() < 0 ? null : items.key(offer.because()));
                scores.set(i * EACH + 2, row, offer.share());
                scores.set(i * EACH + 3, row, offer.lift());
            }
            scores.set(CATEGORY, row, items.category(best.getFirst().item()));
        }
        return scores;
    }

    /**
     * What a run of this model leaves.
     *
     * @param tested customers whose last visit told how good each way is; as many others chose
     * @param products that were ever bought
     * @param compared bought by enough customers to be compared
     * @param offered bought within the recent days by anybody, so that they may be offered
     * @param chance what offering any of them at random would come to
     * @param barred products that are never offered, by the settings
     */
    record NextReport(
            String method,
            int tested,
            int products,
            int compared,
            int offered,
            int recentDays,
            List<NextQuality> qualities,
            NextQuality chance,
            int barred)
            implements Report {}
}
