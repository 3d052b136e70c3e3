package io.millrace.kernel.model.economics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Profit per customer in a period of tenure, taken apart as by Reichheld and Sasser, "Zero
 * defections", Harvard Business Review 68 (1990), 105–111: what those customers brought in their
 * first period already, what they buy more often and more at once, what they cost less in service,
 * whom they bring, and what they pay above others.
 *
 * <p>With margin m, orders f and order value v net of the premium p per customer, base is m·f₁v₁;
 * growth m·(fv − f₁v₁) is split between often and much by the mean of both orders of counting
 * (Shapley); the premium counts whole, for it costs nothing. The parts are whole minor units and
 * sum to the profit exactly: floors, and what is left goes to the largest remainders.
 *
 * @param profit per customer, minor units
 * @param parts of it, those that data and settings allow
 */
public record TenureProfit(int period, long profit, Map<Part, Long> parts) {
    /** What profit is made of. */
    public enum Part {
        ACQUISITION,
        BASE,
        FREQUENCY,
        ORDER_VALUE,
        COST_SAVING,
        REFERRAL,
        PRICE_PREMIUM
    }

    /**
     * @param margin share of revenue that is earned, 0 to 1
     * @param contactCost of one contact with the service, minor units; NaN if it is not known
     * @param premium true if lines tell prices
     * @param referral true if facts tell who brought whom
     */
    public record Basis(double margin, double contactCost, boolean premium, boolean referral) {}

    /**
     * @param sum of at least one customer
     */
    public static TenureProfit of(TenureSums.Sum sum, Basis basis) {
        double n = sum.customers();
        double m = basis.margin();
        double premium = basis.premium() ? sum.premium() / n : 0;
        double often = sum.orders() / n;
        double oftenFirst = sum.firstOrders() / n;
        double much = (sum.revenue() / n - premium) / often;
        double muchFirst =
                (sum.firstRevenue() - (basis.premium() ? sum.firstPremium() : 0))
                        / (double) sum.firstOrders();
        boolean service = !Double.isNaN(basis.contactCost());
        double contact = service ? basis.contactCost() / n : 0;
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        parts.put(Part.BASE, m * oftenFirst * muchFirst - contact * sum.firstContacts());
        parts.put(Part.FREQUENCY, m * (often - oftenFirst) * (much + muchFirst) / 2);
        parts.put(Part.ORDER_VALUE, m * (much - muchFirst) * (often + oftenFirst) / 2);
        if (service) {
            parts.put(Part.COST_SAVING, contact * (sum.firstContacts() - sum.contacts()));
        }
        if (basis.referral()) {
            parts.put(Part.REFERRAL, m * sum.referred() / n);
        }
        if (basis.premium()) {
            parts.put(Part.PRICE_PREMIUM, premium);
        }
        return whole(sum.period(), parts);
    }

    private static TenureProfit whole(int period, Map<Part, Double> parts) {
        double sum = 0;
        Map<Part, Long> whole = new EnumMap<>(Part.class);
        long floors = 0;
        for (Map.Entry<Part, Double> part : parts.entrySet()) {
            sum += part.getValue();
            long floor = (long) Math.floor(part.getValue());
            whole.put(part.getKey(), floor);
            floors += floor;
        }
        long profit = Math.round(sum);
        List<Part> byRemainder = new ArrayList<>(parts.keySet());
        byRemainder.sort((a, b) ->
                Double.compare(
                        parts.getOrDefault(b, 0.0) - Math.floor(parts.getOrDefault(b, 0.0)),
                        parts.getOrDefault(a, 0.0) - Math.floor(parts.getOrDefault(a, 0.0))));
        long left = profit - floors;
        for (int i = 0; i < left; i++) {
            whole.merge(byRemainder.get(i), 1L, Long::sum);
        }
        return new TenureProfit(period, profit, Map.copyOf(whole));
    }
}
