package io.millrace.kernel.model.lifetime;

import java.util.HashMap;
import java.util.Map;

/**
 * A model's answers for many customers, computed once for equal histories. Not safe for use by
 * several threads.
 */
public final class Predictions {
    private static final int REMEMBERED = 200_000;

    private final PurchaseModel model;
    private final Span ahead;
    private final Map<Summary, Double> known = new HashMap<>();

    public Predictions(PurchaseModel model, Span ahead) {
        this.model = model;
        this.ahead = ahead;
    }

    /** Purchases expected of a customer in the time ahead. */
    public double expected(Summary customer) {
        Double before = known.get(customer);
        if (before != null) {
            return before;
        }
        double expected = model.expected(customer, ahead);
        if (known.size() < REMEMBERED) {
            known.put(customer, expected);
        }
        return expected;
    }
}
