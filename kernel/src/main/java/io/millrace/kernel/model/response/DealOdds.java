package io.millrace.kernel.model.response;

/**
 * How much more readily than expected each customer takes a deal. Every purchase has a chance of
 * its own to be on a deal; the logarithm of a customer's odds is shifted against it by a number of
 * their own, normal around 0. Of a customer with so many deals over expectation ({@code over}) and
 * with the variance of that expectation ({@code information}, the sum of chance · (1 − chance)),
 * the likelihood of a shift is, to the second order, {@code exp(shift · over − shift² · information
 * / 2)}: {@code over / information} is Peto's estimate (Yusuf et al., Progress in Cardiovascular
 * Diseases 27, 1985). The spread of the shifts is found by maximum likelihood over all customers,
 * which has a closed form under this likelihood; the shift is the mean given what is known.
 *
 * @param spread variance of the shifts, at least 0
 */
public record DealOdds(double spread) {
    private static final double LEAST = Math.log(1e-4);
    private static final double MOST = Math.log(25);
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /**
     * @param over of each customer with any information
     * @param information of each, above 0
     */
    public static DealOdds fit(double[] over, double[] information) {
        double low = LEAST;
        double high = MOST;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = likelihood(over, information, Math.exp(left));
        double atRight = likelihood(over, information, Math.exp(right));
        while (high - low > 1e-5) {
            if (atLeft > atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = likelihood(over, information, Math.exp(left));
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = likelihood(over, information, Math.exp(right));
            }
        }
        double best = Math.exp((low + high) / 2);
        return new DealOdds(likelihood(over, information, best) > 0 ? best : 0);
    }

    /** The logarithm, against that of no spread. */
    static double likelihood(double[] over, double[] information, double spread) {
        double sum = 0;
        for (int i = 0; i < over.length; i++) {
            double grown = 1 + spread * information[i];
            sum += (over[i] * over[i] * spread / grown - Math.log(grown)) / 2;
        }
        return sum;
    }

    /** The shift to be believed of a customer. */
    public double shift(double over, double information) {
        return spread * over / (1 + spread * information);
    }

    /** How much of the shift is the customer's own, 0 to 1. */
    public double reliability(double information) {
        return spread * information / (1 + spread * information);
    }

    /** A chance with its odds shifted. */
    public static double shifted(double chance, double shift) {
        return chance / (chance + (1 - chance) * Math.exp(-shift));
    }
}
