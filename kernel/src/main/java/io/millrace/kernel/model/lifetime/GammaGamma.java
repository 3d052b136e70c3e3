package io.millrace.kernel.model.lifetime;

/**
 * Gamma-Gamma: what a purchase is worth varies around a mean of the customer's own, which is
 * independent of how often one buys. Fader and Hardie, "The Gamma-Gamma Model of Monetary Value"
 * (2013), equations 1 and 5. Money is in major units here; the caller rounds.
 *
 * @param p shape of a purchase's value
 * @param q shape of its rate; above 1, or the population has no mean
 * @param gamma rate of that rate, in money
 */
public record GammaGamma(double p, double q, double gamma) {
    /** The mean value of a purchase of a customer of whom nothing is known. */
    public double mean() {
        return p * gamma / (q - 1);
    }

    /**
     * The expected mean value of a customer's purchases.
     *
     * @param repeats how many purchases {@code mean} is of; 0 gives the population's mean
     */
    public double expected(long repeats, double mean) {
        return repeats == 0 ? mean() : p * (gamma + repeats * mean) / (p * repeats + q - 1);
    }

    public double logLikelihood(long repeats, double mean) {
        double px = p * repeats;
        return -Special.lnGammaRatio(px, q)
                - Special.lnGamma(q)
                + q * Math.log(gamma)
                + (px - 1) * Math.log(mean)
                + px * Math.log(repeats)
                - (px + q) * Math.log(gamma + repeats * mean);
    }
}
