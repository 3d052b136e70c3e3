package io.millrace.kernel.model.similar;

/**
 * What an offer to the best so many of a ranking is expected to bring (Bult and Wansbeek, Optimal
 * Selection for Direct Mail, 1995): each customer who is addressed costs a contact, each who
 * answers costs the offer and brings a margin. It pays to go on as long as the next customer is
 * expected to bring more than the contact costs.
 *
 * <p>Money is in minor units; sums are kept as fractions and rounded once.
 *
 * @param contactCost of one customer who is addressed
 * @param offerCost of one who answers
 */
public record Mailing(double contactCost, double offerCost) {
    /**
     * The sums after each customer of the ranking, the best first.
     *
     * @param answers expected answers of the best n; one longer than the ranking
     * @param profits expected profit of the best n, minor units
     * @param best how many to keep for the highest profit; 0 if none pays, the fewest of equals
     */
    public record Curve(double[] answers, double[] profits, int best) {
        /** Minor units. */
        public long profit(int kept) {
            return Math.round(profits[kept]);
        }
    }

    /**
     * @param chances that each answers, in the order of the ranking, 0 to 1
     * @param margins of each who answers, before the offer's cost, minor units
     */
    public Curve along(double[] chances, double[] margins) {
        double[] answers = new double[chances.length + 1];
        double[] profits = new double[chances.length + 1];
        int best = 0;
        for (int i = 0; i < chances.length; i++) {
            answers[i + 1] = answers[i] + chances[i];
            profits[i + 1] = profits[i] + chances[i] * (margins[i] - offerCost) - contactCost;
            best = profits[i + 1] > profits[best] ? i + 1 : best;
        }
        return new Curve(answers, profits, best);
    }

    /** What addressing so many costs, with the offers that they take up; minor units. */
    public long cost(Curve curve, int kept) {
        return Math.round(kept * contactCost + curve.answers()[kept] * offerCost);
    }
}
