package io.millrace.kernel.model.lifetime;

/**
 * What a customer is worth from the end of the observation on: purchases expected in each period
 * ahead, times the value of a purchase, times the margin, discounted to today, less what winning
 * the customer cost. Money is in major units; the caller rounds.
 *
 * @param periods how many periods ahead count
 * @param period the length of one
 * @param discount per period, such as 0.01 for 1 %; above −1
 * @param margin share of a purchase's value that is earned, 0 to 1
 */
public record LifetimeValue(int periods, Span period, double discount, double margin) {
    /** Weeks of a month as the published twelve-month values count them. */
    public static final Span MONTH_OF_WEEKS = Span.weeks(4.345);

    public LifetimeValue {
        if (periods < 1 || !(discount > -1) || !(margin >= 0 && margin <= 1)) {
            throw new IllegalArgumentException(
                    "periods %d, discount %s, margin %s".formatted(periods, discount, margin));
        }
    }

    /** Discounted purchases over all periods. */
    public double purchases(PurchaseModel model, Summary customer) {
        double sum = 0;
        double before = 0;
        double worth = 1;
        for (int i = 1; i <= periods; i++) {
            double until = model.expected(customer, new Span(period.length() * i, period.unit()));
            worth /= 1 + discount;
            sum += (until - before) * worth;
            before = until;
        }
        return sum;
    }

    /**
     * @param spend expected value of a purchase, such as {@link GammaGamma#expected}
     * @param acquisitionCost what winning the customer cost, 0 if that is past or unknown
     */
    public double of(PurchaseModel model, Summary customer, double spend, double acquisitionCost) {
        return purchases(model, customer) * spend * margin - acquisitionCost;
    }
}
