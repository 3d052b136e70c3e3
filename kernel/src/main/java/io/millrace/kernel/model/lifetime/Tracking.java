package io.millrace.kernel.model.lifetime;

/**
 * Repeat purchases of a whole cohort as time goes on: what a model expected, to be drawn beside
 * what happened. Fader and Hardie's tracking plot.
 */
public final class Tracking {
    private Tracking() {}

    /**
     * Cumulative repeat purchases expected by the end of each period.
     *
     * @param births customers whose first purchase was on day 0, 1, 2 …
     * @param periodDays length of a period
     * @param periods how many
     */
    public static double[] cumulative(
            PurchaseModel model, int[] births, int periodDays, int periods) {
        double[] expected = new double[periods];
        double[] since = new double[periods * periodDays];
        for (int days = 1; days < since.length; days++) {
            since[days] = model.expected(Span.days(days));
        }
        for (int period = 0; period < periods; period++) {
            int end = (period + 1) * periodDays;
            for (int born = 0; born < births.length && born < end; born++) {
                int days = end - 1 - born;
                expected[period] += births[born] == 0 ? 0 : births[born] * since[days];
            }
        }
        return expected;
    }
}
