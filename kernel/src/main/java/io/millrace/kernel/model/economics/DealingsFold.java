package io.millrace.kernel.model.economics;

import io.millrace.kernel.model.Reporting;
import io.millrace.kernel.model.RfmQuery;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Timeline;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

/**
 * Gathers the lines of orders that stand, and contacts with the service, as of the query's instant.
 * A line counts with a {@code sku}, a quantity above 0 and an amount of at least 0, as it was
 * bought: what came back later stays in it.
 */
public final class DealingsFold implements Fold<Dealings> {
    private final RfmQuery query;
    private final ZoneId zone;
    private final Reporting reporting;
    private final int known;
    private final int item;
    private final int cancelled;
    private final int contact;
    private final int sku;
    private final int quantity;

    /**
     * @param zone in which a fact has its day
     */
    public DealingsFold(Dictionary words, RfmQuery query, ZoneId zone) {
        this.query = query;
        this.zone = zone;
        this.reporting = new Reporting(words, query);
        this.known = words.code(Kinds.CUSTOMER_KNOWN);
        this.item = words.code(Kinds.ORDER_ITEM);
        this.cancelled = words.code(Kinds.ORDER_CANCELLED);
        this.contact = words.code(Kinds.SERVICE_CONTACT);
        this.sku = words.code("sku");
        this.quantity = words.code("quantity");
    }

    @Override
    public Dealings newAccumulator() {
        return new Dealings();
    }

    @Override
    public void accept(Timeline timeline, Dealings into) {
        boolean counted = !query.knownOnly();
        Set<Long> gone = Set.of();
        while (timeline.next()) {
            counted |= timeline.kind() == known;
            if (timeline.kind() == cancelled && timeline.occurredAt() <= query.asOf()) {
                gone = with(gone, timeline.subjectHash());
            }
        }
        if (!counted) {
            return;
        }
        timeline.rewind();
        while (timeline.next() && timeline.occurredAt() <= query.asOf()) {
            if (timeline.kind() == item && !gone.contains(timeline.subjectHash())) {
                line(timeline, into);
            } else if (timeline.kind() == contact) {
                into.contact(Micros.day(timeline.occurredAt(), zone));
            }
        }
        into.customer(timeline.customerHigh(), timeline.customerLow());
    }

    private void line(Timeline timeline, Dealings into) {
        if (sku == Dictionary.NONE || quantity == Dictionary.NONE) {
            return;
        }
        int product = timeline.text(sku);
        long pieces = timeline.whole(quantity, 0);
        long amount = reporting.amount(timeline);
        if (product != Dictionary.NONE && pieces > 0 && amount >= 0) {
            into.line(Micros.day(timeline.occurredAt(), zone), product, pieces, amount);
        }
    }

    private static Set<Long> with(Set<Long> some, long order) {
        Set<Long> more = some.isEmpty() ? new HashSet<>() : some;
        more.add(order);
        return more;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                Kinds.CUSTOMER_KNOWN,
                Kinds.ORDER_ITEM,
                Kinds.ORDER_CANCELLED,
                Kinds.SERVICE_CONTACT);
    }

    @Override
    public Dealings merge(Dealings left, Dealings right) {
        left.append(right);
        return left;
    }
}
