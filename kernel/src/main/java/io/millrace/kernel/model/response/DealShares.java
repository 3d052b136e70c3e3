package io.millrace.kernel.model.response;

/**
 * How much more often than expected each customer buys on a deal. The share of a customer's
 * purchases on a deal is beta distributed around the share that is expected of them, with one
 * precision for everybody: deals ~ beta-binomial(purchases, expected · precision, (1 − expected) ·
 * precision), the beta-binomial of Skellam (1948) with the means given, as in Williams (Biometrics
 * 31, 1975). The precision is found by maximum likelihood, to four digits of its logarithm.
 *
 * @param precision so many purchases weigh as much as what is known of everybody
 */
public record DealShares(double precision) {
    private static final double LEAST = Math.log(0.05);
    private static final double MOST = Math.log(1e5);
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /**
     * @param deals how many of each customer's purchases were on a deal
     * @param purchases of each customer
     * @param expected the share expected of each, above 0 and below 1
     */
    public static DealShares fit(int[] deals, int[] purchases, double[] expected) {
        double low = LEAST;
        double high = MOST;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = likelihood(deals, purchases, expected, Math.exp(left));
        double atRight = likelihood(deals, purchases, expected, Math.exp(right));
        while (high - low > 1e-4) {
            if (atLeft > atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = likelihood(deals, purchases, expected, Math.exp(left));
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = likelihood(deals, purchases, expected, Math.exp(right));
            }
        }
        return new DealShares(Math.exp((low + high) / 2));
    }

    /** Without the binomial coefficients, which do not depend on the precision. */
    static double likelihood(int[] deals, int[] purchases, double[] expected, double precision) {
        double sum = 0;
        for (int i = 0; i < deals.length; i++) {
            double a = expected[i] * precision;
            sum += rising(a, deals[i]);
            sum += rising(precision - a, purchases[i] - deals[i]);
            sum -= rising(precision, purchases[i]);
        }
        return sum;
    }

    /** The logarithm of {@code from (from + 1) … (from + times − 1)}. */
    private static double rising(double from, int times) {
        double sum = 0;
        for (int i = 0; i < times; i++) {
            sum += Math.log(from + i);
        }
        return sum;
    }

    /** The share on a deal that is to be believed of a customer. */
    public double share(int deals, int purchases, double expected) {
        return (deals + precision * expected) / (purchases + precision);
    }

    /** How many times as often as expected; 1 is as everybody. */
    public double index(int deals, int purchases, double expected) {
        return share(deals, purchases, expected) / expected;
    }

    /** How much of the index is the customer's own, 0 to 1. */
    public double reliability(int purchases) {
        return purchases / (purchases + precision);
    }
}
