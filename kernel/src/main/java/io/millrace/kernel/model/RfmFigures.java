package io.millrace.kernel.model;

import io.millrace.kernel.timeline.Micros;

/** What one customer's orders come to; reused for the next customer. */
final class RfmFigures {
    int frequency;
    int cancellations;
    int ordersWithCost;
    long monetary;
    long cost;
    long first;
    long last;
    long excluded;

    void reset() {
        frequency = 0;
        cancellations = 0;
        ordersWithCost = 0;
        monetary = 0;
        cost = 0;
        first = 0;
        last = 0;
        excluded = 0;
    }

    int recencyDays(long asOf) {
        return frequency == 0 ? RfmTable.NO_PURCHASE : (int) Micros.daysBetween(last, asOf);
    }

    boolean profitKnown() {
        return ordersWithCost == frequency;
    }
}
