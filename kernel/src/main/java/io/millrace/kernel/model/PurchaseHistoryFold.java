package io.millrace.kernel.model;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Timeline;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers every customer's purchases as of an instant, with the day on which each was cancelled, so
 * that what was known on any earlier day can be told without looking ahead. What counts as a
 * purchase, and money, are as in {@link RfmFold}.
 */
public final class PurchaseHistoryFold implements Fold<PurchaseHistories> {
    private static final int NEVER = Integer.MAX_VALUE;

    private final RfmQuery query;
    private final ZoneId zone;
    private final Reporting reporting;
    private final int completed;
    private final int adjusted;
    private final int refunded;
    private final int cancelled;
    private final int known;

    /**
     * @param zone in which a purchase has its day
     */
    public PurchaseHistoryFold(Dictionary dictionary, RfmQuery query, ZoneId zone) {
        this.query = query;
        this.zone = zone;
        this.reporting = new Reporting(dictionary, query);
        this.completed = dictionary.code(Kinds.ORDER_COMPLETED);
        this.adjusted = dictionary.code(Kinds.ORDER_ADJUSTED);
        this.refunded = dictionary.code(Kinds.ORDER_REFUNDED);
        this.cancelled = dictionary.code(Kinds.ORDER_CANCELLED);
        this.known = dictionary.code(Kinds.CUSTOMER_KNOWN);
    }

    @Override
    public PurchaseHistories newAccumulator() {
        return new PurchaseHistories();
    }

    @Override
    public void accept(Timeline timeline, PurchaseHistories into) {
        boolean counted = !query.knownOnly();
        boolean bought = false;
        Map<Long, Integer> cancellations = Map.of();
        while (timeline.next()) {
            int kind = timeline.kind();
            if (kind == known) {
                counted = true;
            } else if (timeline.occurredAt() <= query.asOf()) {
                bought |= kind == completed;
                if (kind == cancelled) {
                    cancellations =
                            with(
                                    cancellations,
                                    timeline.subjectHash(),
                                    Micros.day(timeline.occurredAt(), zone));
                }
            }
        }
        if (!counted || !bought) {
            return;
        }
        timeline.rewind();
        while (timeline.next() && timeline.occurredAt() <= query.asOf()) {
            int kind = timeline.kind();
            if (kind == completed) {
                int until = cancellations.getOrDefault(timeline.subjectHash(), NEVER);
                into.event(
                        Micros.day(timeline.occurredAt(), zone),
                        until,
                        reporting.amount(timeline),
                        true);
            } else if (kind == adjusted || kind == refunded || kind == cancelled) {
                into.event(
                        Micros.day(timeline.occurredAt(), zone),
                        NEVER,
                        reporting.amount(timeline),
                        false);
            }
        }
        into.customer(timeline.customerHigh(), timeline.customerLow());
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                Kinds.ORDER_COMPLETED,
                Kinds.ORDER_ADJUSTED,
                Kinds.ORDER_REFUNDED,
                Kinds.ORDER_CANCELLED,
                Kinds.CUSTOMER_KNOWN);
    }

    @Override
    public PurchaseHistories merge(PurchaseHistories left, PurchaseHistories right) {
        left.append(right);
        return left;
    }

    @Override
    public PurchaseHistories mergeAll(List<PurchaseHistories> parts) {
        PurchaseHistories all = new PurchaseHistories();
        parts.forEach(all::append);
        return all;
    }

    private static Map<Long, Integer> with(Map<Long, Integer> known, long order, int day) {
        Map<Long, Integer> more = known.isEmpty() ? new HashMap<>() : known;
        more.putIfAbsent(order, day);
        return more;
    }
}
