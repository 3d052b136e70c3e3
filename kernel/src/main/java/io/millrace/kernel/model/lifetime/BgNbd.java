package io.millrace.kernel.model.lifetime;

import static io.millrace.kernel.model.lifetime.Special.lnBeta;
import static io.millrace.kernel.model.lifetime.Special.lnGammaRatio;
import static io.millrace.kernel.model.lifetime.Special.lnSum;

/**
 * BG/NBD: buys at a gamma-distributed rate and may leave after any repeat purchase with a
 * beta-distributed probability. Fader, Hardie and Lee, "Counting Your Customers the Easy Way",
 * Marketing Science 24 (2005), equations 4, 9 and 10; the conditional expectation after Euler's
 * transformation, which has no power of x.
 *
 * @param r shape of the purchase rate
 * @param alpha its rate, in {@code unit}s of time
 * @param a first parameter of the drop-out probability
 * @param b second parameter of the drop-out probability
 */
public record BgNbd(double r, double alpha, double a, double b, TimeUnit unit)
        implements PurchaseModel {
    @Override
    public double logLikelihood(Summary customer) {
        long x = customer.repeats();
        double stayed = -(r + x) * Math.log(alpha + observed(customer));
        double left =
                x == 0
                        ? Double.NEGATIVE_INFINITY
                        : Math.log(a)
                                - Math.log(b + x - 1)
                                - (r + x) * Math.log(alpha + last(customer));
        return -lnGammaRatio(r, x)
                + r * Math.log(alpha)
                + lnBeta(a, b + x)
                - lnBeta(a, b)
                + lnSum(stayed, left);
    }

    @Override
    public double probabilityAlive(Summary customer) {
        long x = customer.repeats();
        if (x == 0) {
            return 1;
        }
        double odds =
                Math.log(a)
                        - Math.log(b + x - 1)
                        + (r + x)
                                * Math.log((alpha + observed(customer)) / (alpha + last(customer)));
        return 1 / (1 + Math.exp(odds));
    }

    @Override
    public double survival(Summary customer, Span ahead) {
        long x = customer.repeats();
        return Staying.beta(r + x, alpha + observed(customer), a, b + x, ahead.in(unit));
    }

    @Override
    public double expected(Summary customer, Span ahead) {
        double t = ahead.in(unit);
        double z = t / (alpha + observed(customer) + t);
        long x = customer.repeats();
        return DropOut.purchases(a, a + b - r - 1, a + b + x - 1, z) * probabilityAlive(customer);
    }

    @Override
    public double expected(Span sinceFirst) {
        return expected(new Summary(0, 0, 0, unit), sinceFirst);
    }

    /**
     * The probability of exactly {@code x} repeat purchases of a new customer within a span
     * (equation 8).
     */
    public double probability(long x, Span sinceFirst) {
        double t = sinceFirst.in(unit);
        double common = lnBeta(a, b + x) - lnBeta(a, b);
        double staying =
                common
                        - lnGammaRatio(r, x)
                        - Special.lnGamma(x + 1)
                        + r * Math.log(alpha / (alpha + t))
                        + x * Math.log(t / (alpha + t));
        if (x == 0) {
            return Math.exp(staying);
        }
        return Math.exp(staying)
                + Math.exp(lnBeta(a + 1, b + x - 1) - lnBeta(a, b))
                        * NegativeBinomial.atLeast(x, r, t / (alpha + t));
    }

    private double observed(Summary customer) {
        return new Span(customer.observed(), customer.unit()).in(unit);
    }

    private double last(Summary customer) {
        return new Span(customer.last(), customer.unit()).in(unit);
    }
}
