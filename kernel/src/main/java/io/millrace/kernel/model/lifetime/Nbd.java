package io.millrace.kernel.model.lifetime;

import static io.millrace.kernel.model.lifetime.Special.lnGammaRatio;

/**
 * NBD: buys at a gamma-distributed rate and never leaves; the null model against which the others
 * are tested. Ehrenberg, Applied Statistics 8 (1959).
 */
public record Nbd(double r, double alpha, TimeUnit unit) implements PurchaseModel {
    /**
     * Of the purchase times, as the other models' likelihoods are, so that they can be compared.
     */
    @Override
    public double logLikelihood(Summary customer) {
        long x = customer.repeats();
        return -lnGammaRatio(r, x)
                + r * Math.log(alpha)
                - (r + x) * Math.log(alpha + observed(customer));
    }

    /** Of the count alone: the negative binomial probability. */
    public double countLogLikelihood(Summary customer) {
        long x = customer.repeats();
        double t = observed(customer);
        return logLikelihood(customer) + (x == 0 ? 0 : x * Math.log(t)) - Special.lnGamma(x + 1);
    }

    @Override
    public double probabilityAlive(Summary customer) {
        return 1;
    }

    @Override
    public double survival(Summary customer, Span ahead) {
        return 1;
    }

    @Override
    public double expected(Summary customer, Span ahead) {
        return (r + customer.repeats()) / (alpha + observed(customer)) * ahead.in(unit);
    }

    @Override
    public double expected(Span sinceFirst) {
        return r / alpha * sinceFirst.in(unit);
    }

    private double observed(Summary customer) {
        return new Span(customer.observed(), customer.unit()).in(unit);
    }
}
