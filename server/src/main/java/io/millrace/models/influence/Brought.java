package io.millrace.models.influence;

import io.millrace.kernel.model.PurchaseHistories;
import java.util.UUID;

/** What the invited did before and since. */
final class Brought {
    private static final int NEVER = Integer.MAX_VALUE;

    private final UUID[] people;
    private final PurchaseHistories histories;
    private final int today;
    private final boolean[] invited;
    private final boolean[] before;
    private final int[] orders;
    private final long[] revenue;

    Brought(UUID[] people, PurchaseHistories histories, int today) {
        this.people = people;
        this.histories = histories;
        this.today = today;
        this.invited = new boolean[people.length];
        this.before = new boolean[people.length];
        this.orders = new int[people.length];
        this.revenue = new long[people.length];
    }

    /**
     * @param day the first day on which anybody invited them
     */
    void invited(int node, int day) {
        invited[node] = true;
        int row = histories.rowOf(people[node]);
        if (row < 0) {
            return;
        }
        int first = NEVER;
        for (int event = histories.from(row); event < histories.to(row); event++) {
            if (histories.isPurchase(event, today)) {
                first = Math.min(first, histories.day(event));
                orders[node]++;
            }
            revenue[node] += histories.isKnown(event, today) ? histories.amount(event) : 0;
        }
        before[node] = first < day;
    }

    boolean wasInvited(int node) {
        return invited[node];
    }

    /** True if they had bought before anybody invited them. */
    boolean before(int node) {
        return before[node];
    }

    int orders(int node) {
        return orders[node];
    }

    long revenue(int node) {
        return revenue[node];
    }
}
