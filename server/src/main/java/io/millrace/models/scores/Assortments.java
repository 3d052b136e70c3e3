package io.millrace.models.scores;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How broad each customer buys as of an instant, and how often at a discount. */
final class Assortments implements Fold<ScoreColumns> {
    static final int CATEGORIES = 0;
    static final int PRODUCTS = 1;
    static final int DISCOUNTED = 2;

    private static final List<Figure> COLUMNS =
            List.of(
                    Figure.number("categories", 0, "", ""),
                    Figure.number("products", 0, "", ""),
                    Figure.number("discounted", 6, "", ""));

    /** A discount smaller than this share of the price is rounding. */
    private static final double ROUNDING = 0.005;

    private final Dictionary words;
    private final long asOf;
    private final int item;
    private final int category;
    private final int sku;
    private final int price;
    private final int quantity;

    Assortments(Dictionary words, long asOf) {
        this.words = words;
        this.asOf = asOf;
        this.item = words.code(Kinds.ORDER_ITEM);
        this.category = words.code("category");
        this.sku = words.code("sku");
        this.price = words.code("price");
        this.quantity = words.code("quantity");
    }

    @Override
    public ScoreColumns newAccumulator() {
        return new ScoreColumns(COLUMNS, 16);
    }

    @Override
    public void accept(Timeline timeline, ScoreColumns into) {
        Set<Integer> categories = new HashSet<>();
        Set<Integer> products = new HashSet<>();
        int items = 0;
        int cheaper = 0;
        while (timeline.next() && timeline.occurredAt() <= asOf) {
            if (timeline.kind() != item) {
                continue;
            }
            items++;
            cheaper += isCheaper(timeline) ? 1 : 0;
            add(timeline, category, categories);
            add(timeline, sku, products);
        }
        if (items == 0) {
            return;
        }
        int row = into.add(timeline.customerHigh(), timeline.customerLow());
        into.set(CATEGORIES, row, categories.size());
        into.set(PRODUCTS, row, products.size());
        into.set(DISCOUNTED, row, (double) cheaper / items);
    }

    private static void add(Timeline fact, int attribute, Set<Integer> to) {
        int word = attribute == Dictionary.NONE ? Dictionary.NONE : fact.text(attribute);
        if (word != Dictionary.NONE) {
            to.add(word);
        }
    }

    private boolean isCheaper(Timeline fact) {
        if (price == Dictionary.NONE || quantity == Dictionary.NONE || !fact.has(price)) {
            return false;
        }
        double asked = fact.real(price) * fact.whole(quantity, 0) * minor(fact.currency());
        return asked > 0 && fact.amount() < asked * (1 - ROUNDING) - 0.5;
    }

    private double minor(int currency) {
        int digits =
                currency == Dictionary.NONE
                        ? 2
                        : Currency.getInstance(words.word(currency)).getDefaultFractionDigits();
        return Math.pow(10, digits);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Kinds.ORDER_ITEM);
    }

    @Override
    public ScoreColumns merge(ScoreColumns left, ScoreColumns right) {
        left.append(right);
        return left;
    }
}
