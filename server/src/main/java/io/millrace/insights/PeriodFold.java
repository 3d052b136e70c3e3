package io.millrace.insights;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * Fills a {@link PeriodTable} in one walk over each known customer's facts; a second walk only for
 * those with a cancelled order, which counts as no purchase.
 */
final class PeriodFold implements Fold<PeriodTable> {
    private static final Set<String> KINDS =
            Set.of(
                    Kinds.CUSTOMER_KNOWN,
                    Kinds.ORDER_COMPLETED,
                    Kinds.ORDER_ADJUSTED,
                    Kinds.ORDER_REFUNDED,
                    Kinds.ORDER_CANCELLED,
                    Kinds.ORDER_ITEM,
                    Kinds.ORDER_ITEM_REFUNDED);
    private static final long MILLION = 1_000_000;

    private final Dictionary dictionary;
    private final Periods periods;
    private final OrderWords words;
    private final int currency;
    private final int[] otherCurrencies;
    private final long[] rates;

    /** The codes of the words that orders are told in. */
    private record OrderWords(
            int known,
            int completed,
            int adjusted,
            int refunded,
            int cancelled,
            int item,
            int itemRefunded,
            int cost,
            int channel,
            int sku,
            int quantity) {
        static OrderWords of(Dictionary in) {
            return new OrderWords(
                    in.code(Kinds.CUSTOMER_KNOWN),
                    in.code(Kinds.ORDER_COMPLETED),
                    in.code(Kinds.ORDER_ADJUSTED),
                    in.code(Kinds.ORDER_REFUNDED),
                    in.code(Kinds.ORDER_CANCELLED),
                    in.code(Kinds.ORDER_ITEM),
                    in.code(Kinds.ORDER_ITEM_REFUNDED),
                    in.code("cost"),
                    in.code("channel"),
                    in.code("sku"),
                    in.code("quantity"));
        }
    }

    /**
     * @param rates by currency, between minor units in millionths
     */
    PeriodFold(Dictionary dictionary, Periods periods, String currency, Map<String, Long> rates) {
        this.dictionary = dictionary;
        this.periods = periods;
        this.words = OrderWords.of(dictionary);
        this.currency = dictionary.code(currency);
        this.otherCurrencies = rates.keySet().stream().mapToInt(dictionary::code).toArray();
        this.rates = rates.values().stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public PeriodTable newAccumulator() {
        return new PeriodTable(dictionary, periods.months().size());
    }

    /** The first fact is shown in any case. */
    @Override
    public Set<String> kinds() {
        return KINDS;
    }

    @Override
    public PeriodTable merge(PeriodTable left, PeriodTable right) {
        return left.append(right);
    }

    @Override
    public void accept(Timeline timeline, PeriodTable into) {
        boolean known = false;
        long first = Long.MAX_VALUE;
        long[] cancelled = {};
        while (timeline.next()) {
            known |= timeline.kind() == words.known;
            if (timeline.occurredAt() > periods.asOf()) {
                continue;
            }
            first = Math.min(first, timeline.occurredAt());
            if (timeline.kind() == words.cancelled) {
                cancelled = Arrays.copyOf(cancelled, cancelled.length + 1);
                cancelled[cancelled.length - 1] = timeline.subjectHash();
            }
        }
        if (!known || first == Long.MAX_VALUE) {
            return;
        }
        Arrays.sort(cancelled);
        walk(timeline, first, cancelled, into);
    }

    private void walk(Timeline timeline, long first, long[] cancelled, PeriodTable into) {
        long[] lastOrder = new long[Periods.NUMBER + 1];
        long[] revenue = new long[Periods.NUMBER];
        Arrays.fill(lastOrder, PeriodTable.NEVER);
        timeline.rewind();
        while (timeline.next() && timeline.occurredAt() <= periods.asOf()) {
            int kind = timeline.kind();
            boolean stands =
                    cancelled.length == 0
                            || Arrays.binarySearch(cancelled, timeline.subjectHash()) < 0;
            if (kind == words.completed && stands) {
                for (int period = 0; period < lastOrder.length; period++) {
                    if (timeline.occurredAt() <= periods.end(period)) {
                        lastOrder[period] = timeline.occurredAt();
                    }
                }
            }
            if (isMoney(kind)) {
                money(timeline, stands, revenue, into.sums);
            } else if (kind == words.item || kind == words.itemRefunded) {
                item(timeline, into.sums);
            }
        }
        into.add(timeline.customerHigh(), timeline.customerLow(), first, lastOrder, revenue);
    }

    private boolean isMoney(int kind) {
        return kind == words.completed
                || kind == words.adjusted
                || kind == words.refunded
                || kind == words.cancelled;
    }

    private void money(Timeline timeline, boolean stands, long[] revenue, PeriodSums sums) {
        long amount = converted(timeline.amount(), timeline.currency());
        boolean order = timeline.kind() == words.completed && stands;
        boolean refund = timeline.kind() == words.refunded;
        int month = periods.month(timeline.occurredAt());
        if (month >= 0) {
            sums.monthRevenue[month] += amount;
            sums.monthOrders[month] += order ? 1 : 0;
            sums.monthRefunds[month] -= refund ? amount : 0;
        }
        int period = periods.of(timeline.occurredAt());
        if (period < 0) {
            return;
        }
        revenue[period] += amount;
        sums.revenue[period] += amount;
        sums.orders[period] += order ? 1 : 0;
        sums.unrated[period] += order && !isRated(timeline) ? 1 : 0;
        sums.refunds[period] -= refund ? amount : 0;
        if (stands && words.cost != Dictionary.NONE && timeline.has(words.cost)) {
            sums.cost[period] += converted(timeline.whole(words.cost, 0), timeline.currency());
            sums.ordersWithCost[period] += order ? 1 : 0;
        }
        if (period == 0) {
            channel(timeline, amount, order, sums);
        }
    }

    private void channel(Timeline timeline, long amount, boolean order, PeriodSums sums) {
        int channel =
                words.channel == Dictionary.NONE ? Dictionary.NONE : timeline.text(words.channel);
        if (channel != Dictionary.NONE) {
            PeriodSums.add(sums.channels, channel, amount, order ? 1 : 0);
        }
    }

    private void item(Timeline timeline, PeriodSums sums) {
        if (periods.of(timeline.occurredAt()) != 0 || words.sku == Dictionary.NONE) {
            return;
        }
        int sku = timeline.text(words.sku);
        if (sku != Dictionary.NONE) {
            int sign = timeline.kind() == words.item ? 1 : -1;
            PeriodSums.add(
                    sums.products,
                    sku,
                    converted(timeline.amount(), timeline.currency()),
                    sign * Math.abs(timeline.whole(words.quantity, 0)));
        }
    }

    private boolean isRated(Timeline timeline) {
        return timeline.currency() == currency
                || Arrays.stream(otherCurrencies).anyMatch(code -> code == timeline.currency());
    }

    /** In the reporting currency; money without a rate counts nothing. */
    private long converted(long amount, int code) {
        if (amount == 0 || code == currency) {
            return amount;
        }
        for (int i = 0; i < rates.length; i++) {
            if (otherCurrencies[i] == code) {
                long scaled = Math.multiplyExact(amount, rates[i]);
                return Math.floorDiv(scaled + MILLION / 2, MILLION);
            }
        }
        return 0;
    }
}
