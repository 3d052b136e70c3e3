package io.millrace.kernel.model;

import java.util.ArrayList;
import java.util.List;

/** Who went from which stage to which, between two instants. */
public final class Migration {
    /** A stage is its place in the scheme or {@link LifecycleTable#NOT_YET}. */
    public record Link(int from, int to, int customers) {}

    private final int[][] customers;

    private Migration(int[][] customers) {
        this.customers = customers;
    }

    /**
     * Both tables come from the same run: the same customers in the same order.
     *
     * @throws IllegalArgumentException if they do not
     */
    public static Migration between(LifecycleTable before, LifecycleTable after) {
        if (before.size() != after.size()) {
            throw new IllegalArgumentException("tables of two different runs");
        }
        int[][] customers =
                new int[before.scheme().stages().size() + 1][after.scheme().stages().size() + 1];
        for (int row = 0; row < before.size(); row++) {
            if (before.customerHigh(row) != after.customerHigh(row)
                    || before.customerLow(row) != after.customerLow(row)) {
                throw new IllegalArgumentException("tables of two different runs");
            }
            customers[before.stage(row) + 1][after.stage(row) + 1]++;
        }
        return new Migration(customers);
    }

    /** How many customers went from one stage to another (or stayed). */
    public int customers(int from, int to) {
        return customers[from + 1][to + 1];
    }

    /** All links that at least one customer went; who was none at either instant is no link. */
    public List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (int from = 0; from < customers.length; from++) {
            for (int to = 0; to < customers[from].length; to++) {
                if (customers[from][to] > 0 && from + to > 0) {
                    links.add(new Link(from - 1, to - 1, customers[from][to]));
                }
            }
        }
        return links;
    }
}
