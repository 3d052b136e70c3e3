package io.millrace.kernel.model.lifetime;

import static io.millrace.kernel.model.lifetime.Special.lnBeta;
import static io.millrace.kernel.model.lifetime.Special.lnGammaRatio;
import static io.millrace.kernel.model.lifetime.Special.lnSum;

/**
 * MBG/NBD: as BG/NBD, but one may leave after the very first purchase too, so that a customer
 * without a repeat is not alive for ever. Batislam, Denizel and Filiztekin, International Journal
 * of Research in Marketing 24 (2007); Wagner and Hoppe, 25 (2008).
 */
public record MbgNbd(double r, double alpha, double a, double b, TimeUnit unit)
        implements PurchaseModel {
    @Override
    public double logLikelihood(Summary customer) {
        long x = customer.repeats();
        double stayed = Math.log(b + x) - (r + x) * Math.log(alpha + observed(customer));
        double left = Math.log(a) - (r + x) * Math.log(alpha + last(customer));
        return -lnGammaRatio(r, x)
                + r * Math.log(alpha)
                + lnBeta(a, b + x)
                - lnBeta(a, b)
                - Math.log(a + b + x)
                + lnSum(stayed, left);
    }

    @Override
    public double probabilityAlive(Summary customer) {
        long x = customer.repeats();
        double odds =
                Math.log(a / (b + x))
                        + (r + x)
                                * Math.log((alpha + observed(customer)) / (alpha + last(customer)));
        return 1 / (1 + Math.exp(odds));
    }

    @Override
    public double survival(Summary customer, Span ahead) {
        long x = customer.repeats();
        return Staying.beta(r + x, alpha + observed(customer), a, b + x + 1, ahead.in(unit));
    }

    @Override
    public double expected(Summary customer, Span ahead) {
        double t = ahead.in(unit);
        double z = t / (alpha + observed(customer) + t);
        long x = customer.repeats();
        return DropOut.purchases(a, a + b - r, a + b + x, z) * probabilityAlive(customer);
    }

    @Override
    public double expected(Span sinceFirst) {
        return expected(new Summary(0, 0, 0, unit), sinceFirst);
    }

    private double observed(Summary customer) {
        return new Span(customer.observed(), customer.unit()).in(unit);
    }

    private double last(Summary customer) {
        return new Span(customer.last(), customer.unit()).in(unit);
    }
}
