package io.millrace.kernel.model.lifetime;

import static io.millrace.kernel.model.lifetime.Special.lnBeta;
import static io.millrace.kernel.model.lifetime.Special.lnSum;

/**
 * BG/BB: buys or not at each of n opportunities (a yearly appeal, an issue) until one silently
 * leaves. Fader, Hardie and Shang, Marketing Science 29 (2010), equations 5 and 13.
 */
public record BgBb(double alpha, double beta, double gamma, double delta) {
    /**
     * What is known of one customer.
     *
     * @param repeats opportunities taken
     * @param last the last one taken, 0 if none
     * @param opportunities how many there were
     */
    public record History(int repeats, int last, int opportunities) {
        public History {
            if (repeats < 0
                    || last < repeats
                    || opportunities < last
                    || (repeats == 0) != (last == 0)) {
                throw new IllegalArgumentException(
                        "not a history: " + repeats + "/" + last + "/" + opportunities);
            }
        }
    }

    public double logLikelihood(History h) {
        int x = h.repeats();
        double sum =
                lnBeta(alpha + x, beta + h.opportunities() - x)
                        + lnBeta(gamma, delta + h.opportunities());
        for (int i = 0; i < h.opportunities() - h.last(); i++) {
            sum =
                    lnSum(
                            sum,
                            lnBeta(alpha + x, beta + h.last() - x + i)
                                    + lnBeta(gamma + 1, delta + h.last() + i));
        }
        return sum - lnBeta(alpha, beta) - lnBeta(gamma, delta);
    }

    /** The chance of being there at the next opportunity. */
    public double probabilityAlive(History h) {
        return Math.exp(
                lnBeta(alpha + h.repeats(), beta + h.opportunities() - h.repeats())
                        - lnBeta(alpha, beta)
                        + lnBeta(gamma, delta + h.opportunities() + 1)
                        - lnBeta(gamma, delta)
                        - logLikelihood(h));
    }

    /** How many of the next {@code ahead} opportunities will be taken. */
    public double expected(History h, int ahead) {
        double sum = 0;
        double bought =
                lnBeta(alpha + h.repeats() + 1, beta + h.opportunities() - h.repeats())
                        - lnBeta(alpha, beta)
                        - logLikelihood(h);
        for (int i = 1; i <= ahead; i++) {
            sum +=
                    Math.exp(
                            bought
                                    + lnBeta(gamma, delta + h.opportunities() + i)
                                    - lnBeta(gamma, delta));
        }
        return sum;
    }
}
