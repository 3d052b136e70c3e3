package io.millrace.kernel.model;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Recency, frequency and monetary value of every customer as of an instant.
 *
 * <p>A purchase is an {@code order.completed} whose order has no {@code order.cancelled} by the
 * instant (joined by subject). Recency counts full days of 24 hours since the last purchase,
 * frequency counts purchases, monetary is the sum of {@code order.completed}, {@code
 * order.adjusted}, {@code order.refunded} and {@code order.cancelled} in the reporting currency;
 * each amount of another currency is converted by itself and rounded half up. Cost is the sum of
 * the attribute {@code cost} (whole, minor units, signed like the amount: a refund that brings
 * goods back carries a negative one) of orders that were not cancelled, in the currency of its
 * fact.
 *
 * <p>Source: Bult and Wansbeek 1995; Hughes 1994.
 */
public final class RfmFold implements Fold<RfmTable> {
    private static final byte COMPLETED = 1;
    private static final byte MONEY = 2;
    private static final byte CANCELLED = 3;
    private static final byte KNOWN = 4;

    private static final Set<String> READ =
            Set.of(
                    Kinds.ORDER_COMPLETED,
                    Kinds.ORDER_ADJUSTED,
                    Kinds.ORDER_REFUNDED,
                    Kinds.ORDER_CANCELLED,
                    Kinds.CUSTOMER_KNOWN);

    private final RfmQuery query;
    private final long asOf;
    private final byte[] roles;
    private final Reporting reporting;
    private final int cost;

    public RfmFold(Dictionary dictionary, RfmQuery query) {
        this.query = query;
        this.asOf = query.asOf();
        this.roles = roles(dictionary);
        this.reporting = new Reporting(dictionary, query);
        this.cost = dictionary.code("cost");
    }

    @Override
    public RfmTable newAccumulator() {
        return new RfmTable(query.asOf());
    }

    @Override
    public void accept(Timeline timeline, RfmTable into) {
        RfmFigures figures = into.figures();
        figures.reset();
        boolean known = !query.knownOnly();
        boolean ordered = false;
        while (timeline.next()) {
            int kind = timeline.kind();
            byte role = kind < roles.length ? roles[kind] : 0;
            if (role == 0) {
                continue;
            }
            if (role == KNOWN) {
                known = true;
            } else if (timeline.occurredAt() <= asOf) {
                ordered = true;
                figures.cancellations += role == CANCELLED ? 1 : 0;
                order(timeline, role == COMPLETED, figures);
            }
        }
        if (!known || !ordered) {
            return;
        }
        if (figures.cancellations > 0) {
            againWithout(cancelled(timeline, figures.cancellations), timeline, figures);
        }
        into.add(timeline.customerHigh(), timeline.customerLow(), figures);
    }

    @Override
    public Set<String> kinds() {
        return READ;
    }

    @Override
    public RfmTable merge(RfmTable left, RfmTable right) {
        left.append(right);
        return left;
    }

    @Override
    public RfmTable mergeAll(List<RfmTable> parts) {
        RfmTable all = new RfmTable(asOf);
        all.reserve(parts.stream().mapToInt(RfmTable::size).sum());
        parts.forEach(all::append);
        return all;
    }

    private void order(Timeline timeline, boolean completed, RfmFigures figures) {
        figures.monetary += money(timeline, figures);
        if (completed) {
            long at = timeline.occurredAt();
            if (figures.frequency++ == 0) {
                figures.first = at;
            }
            figures.last = at;
        }
        if (!query.withCost()) {
            figures.ordersWithCost = -1;
        } else {
            cost(timeline, completed, figures);
        }
    }

    private void cost(Timeline timeline, boolean completed, RfmFigures figures) {
        if (cost == Dictionary.NONE || !timeline.has(cost)) {
            return;
        }
        long rate = reporting.rate(timeline.currency());
        figures.cost += Reporting.converted(timeline.whole(cost, 0), rate);
        figures.ordersWithCost += completed && rate != 0 ? 1 : 0;
    }

    /** Money stays as it was summed; what was cancelled is no purchase and has no cost. */
    private void againWithout(long[] cancelled, Timeline timeline, RfmFigures figures) {
        long monetary = figures.monetary;
        long excluded = figures.excluded;
        figures.reset();
        timeline.rewind();
        while (timeline.next() && timeline.occurredAt() <= asOf) {
            int kind = timeline.kind();
            byte role = kind < roles.length ? roles[kind] : 0;
            if ((role == COMPLETED || role == MONEY)
                    && Arrays.binarySearch(cancelled, timeline.subjectHash()) < 0) {
                order(timeline, role == COMPLETED, figures);
            }
        }
        figures.monetary = monetary;
        figures.excluded = excluded;
    }

    private long[] cancelled(Timeline timeline, int count) {
        long[] hashes = new long[count];
        int at = 0;
        timeline.rewind();
        while (at < count && timeline.next()) {
            int kind = timeline.kind();
            if (kind < roles.length && roles[kind] == CANCELLED) {
                hashes[at++] = timeline.subjectHash();
            }
        }
        Arrays.sort(hashes);
        return hashes;
    }

    private long money(Timeline timeline, RfmFigures figures) {
        figures.excluded += reporting.convertible(timeline) ? 0 : 1;
        return reporting.amount(timeline);
    }

    private static byte[] roles(Dictionary dictionary) {
        byte[] roles = {};
        roles = role(roles, dictionary.code(Kinds.ORDER_COMPLETED), COMPLETED);
        roles = role(roles, dictionary.code(Kinds.ORDER_ADJUSTED), MONEY);
        roles = role(roles, dictionary.code(Kinds.ORDER_REFUNDED), MONEY);
        roles = role(roles, dictionary.code(Kinds.ORDER_CANCELLED), CANCELLED);
        return role(roles, dictionary.code(Kinds.CUSTOMER_KNOWN), KNOWN);
    }

    private static byte[] role(byte[] roles, int kind, byte role) {
        if (kind == Dictionary.NONE) {
            return roles;
        }
        byte[] longer = Arrays.copyOf(roles, Math.max(roles.length, kind + 1));
        longer[kind] = role;
        return longer;
    }
}
