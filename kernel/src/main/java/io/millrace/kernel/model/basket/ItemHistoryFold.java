package io.millrace.kernel.model.basket;

import io.millrace.kernel.model.Reporting;
import io.millrace.kernel.model.RfmQuery;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Timeline;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers what each known customer bought on which days: the lines of orders that were not
 * cancelled, less what was given back of the same order.
 */
public final class ItemHistoryFold implements Fold<ItemHistoryFold.Gathered> {
    private final RfmQuery query;
    private final ZoneId zone;
    private final Reporting reporting;
    private final int item;
    private final int back;
    private final int cancelled;
    private final int known;
    private final int key;
    private final int quantity;
    private final int price;
    private final Dictionary words;
    private final int name;
    private final int category;

    /**
     * @param attribute what counts as one item: {@code sku} or {@code category}
     * @param zone in which a purchase has its day
     */
    public ItemHistoryFold(Dictionary words, RfmQuery query, ZoneId zone, String attribute) {
        this.query = query;
        this.zone = zone;
        this.reporting = new Reporting(words, query);
        this.item = words.code(Kinds.ORDER_ITEM);
        this.back = words.code(Kinds.ORDER_ITEM_REFUNDED);
        this.cancelled = words.code(Kinds.ORDER_CANCELLED);
        this.known = words.code(Kinds.CUSTOMER_KNOWN);
        this.key = words.code(attribute);
        this.quantity = words.code("quantity");
        this.price = words.code("price");
        this.words = words;
        this.name = words.code("name");
        this.category = words.code("category");
    }

    /** Lines and words by their codes. */
    public static final class Gathered {
        public final ItemLog log = new ItemLog();

        /** The last name under which an item was sold. */
        public final Map<Integer, Integer> names = new HashMap<>();

        /** The last category in which it was sold. */
        public final Map<Integer, Integer> categories = new HashMap<>();

        private Gathered() {}

        private Gathered append(Gathered other) {
            log.append(other.log);
            names.putAll(other.names);
            categories.putAll(other.categories);
            return this;
        }
    }

    private record Sold(long order, int code) {}

    /**
     * @param share what was asked for one that was paid
     */
    private record First(int day, double share) {}

    @Override
    public Gathered newAccumulator() {
        return new Gathered();
    }

    @Override
    public void accept(Timeline timeline, Gathered into) {
        boolean counted = !query.knownOnly();
        boolean bought = false;
        Set<Long> gone = Set.of();
        while (timeline.next()) {
            int kind = timeline.kind();
            counted |= kind == known;
            if (timeline.occurredAt() <= query.asOf()) {
                bought |= kind == item;
                if (kind == cancelled) {
                    gone = gone.isEmpty() ? new HashSet<>() : gone;
                    gone.add(timeline.subjectHash());
                }
            }
        }
        if (counted && bought && key != Dictionary.NONE) {
            timeline.rewind();
            lines(timeline, gone, into);
            into.log.customer(timeline.customerHigh(), timeline.customerLow());
        }
    }

    private void lines(Timeline timeline, Set<Long> gone, Gathered into) {
        Map<Sold, First> firsts = new HashMap<>();
        while (timeline.next() && timeline.occurredAt() <= query.asOf()) {
            int kind = timeline.kind();
            int code = kind == item || kind == back ? timeline.text(key) : Dictionary.NONE;
            if (code == Dictionary.NONE || gone.contains(timeline.subjectHash())) {
                continue;
            }
            Sold sold = new Sold(timeline.subjectHash(), code);
            First first = firsts.get(sold);
            int units = units(timeline);
            long amount = reporting.amount(timeline);
            if (kind == item) {
                double share = asked(timeline, units);
                int day = first == null ? Micros.day(timeline.occurredAt(), zone) : first.day;
                firsts.put(sold, new First(day, share));
                into.log.line(day, code, units, amount, Math.round(amount * share));
                told(timeline, name, code, into.names);
                told(timeline, category, code, into.categories);
            } else if (first != null) {
                into.log.line(first.day, code, -units, amount, Math.round(amount * first.share));
            }
        }
    }

    /** How many times what was paid was asked for by the list; 1 where it is not known. */
    private double asked(Timeline timeline, int units) {
        if (price == Dictionary.NONE || timeline.amount() <= 0 || !timeline.has(price)) {
            return 1;
        }
        int digits =
                Currency.getInstance(words.word(timeline.currency())).getDefaultFractionDigits();
        double list = timeline.real(price) * units * Math.pow(10, Math.max(0, digits));
        return Math.max(1, list / timeline.amount());
    }

    private int units(Timeline timeline) {
        long units = quantity == Dictionary.NONE ? 1 : Math.abs(timeline.whole(quantity, 1));
        return (int) Math.clamp(units, 1, 1_000_000);
    }

    private static void told(
            Timeline timeline, int attribute, int code, Map<Integer, Integer> into) {
        int word = attribute == Dictionary.NONE ? Dictionary.NONE : timeline.text(attribute);
        if (word != Dictionary.NONE) {
            into.put(code, word);
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                Kinds.ORDER_ITEM,
                Kinds.ORDER_ITEM_REFUNDED,
                Kinds.ORDER_CANCELLED,
                Kinds.CUSTOMER_KNOWN);
    }

    @Override
    public Gathered merge(Gathered left, Gathered right) {
        return left.append(right);
    }

    @Override
    public Gathered mergeAll(List<Gathered> parts) {
        Gathered all = new Gathered();
        parts.forEach(all::append);
        return all;
    }
}
