package io.millrace.kernel.model.lifetime;

import static io.millrace.kernel.model.lifetime.Special.lnGammaRatio;
import static io.millrace.kernel.model.lifetime.Special.lnSum;

/**
 * Pareto/NBD: buys at a gamma-distributed rate during an exponential lifetime whose rate is
 * gamma-distributed. Schmittlein, Morrison and Colombo, Management Science 33 (1987); Fader and
 * Hardie, "A Note on Deriving the Pareto/NBD Model" (2005); DERT: Fader, Hardie and Lee, Journal of
 * Marketing Research 42 (2005). The two hypergeometric functions after Euler's transformation, by
 * Gauss's continued fraction.
 *
 * @param r shape of the purchase rate
 * @param alpha its rate
 * @param s shape of the drop-out rate
 * @param beta its rate
 */
public record ParetoNbd(double r, double alpha, double s, double beta, TimeUnit unit)
        implements PurchaseModel {
    @Override
    public double logLikelihood(Summary customer) {
        long x = customer.repeats();
        double alive = lnAlive(customer);
        return -lnGammaRatio(r, x)
                + r * Math.log(alpha)
                + s * Math.log(beta)
                + lnSum(alive, lnLeft(customer));
    }

    @Override
    public double probabilityAlive(Summary customer) {
        return 1 / (1 + Math.exp(lnLeft(customer) - lnAlive(customer)));
    }

    @Override
    public double survival(Summary customer, Span ahead) {
        return Math.exp(-s * Math.log1p(ahead.in(unit) / (beta + observed(customer))));
    }

    @Override
    public double expected(Summary customer, Span ahead) {
        double t = observed(customer);
        return (r + customer.repeats())
                * (beta + t)
                / (alpha + t)
                * shrinking(s - 1, Math.log1p(ahead.in(unit) / (beta + t)))
                * probabilityAlive(customer);
    }

    @Override
    public double expected(Span sinceFirst) {
        return r * beta / alpha * shrinking(s - 1, Math.log1p(sinceFirst.in(unit) / beta));
    }

    @Override
    public double discounted(Summary customer, Discount rate) {
        double delta = rate.per(unit);
        double t = observed(customer);
        double ln =
                s * Math.log(beta + t)
                        + (s - 1) * Math.log(delta)
                        + Special.lnTricomi(s, delta * (beta + t));
        return probabilityAlive(customer) * (r + customer.repeats()) / (alpha + t) * Math.exp(ln);
    }

    /** (1 − e^(−k·length)) / k, continuous at k = 0. */
    private static double shrinking(double k, double length) {
        double y = k * length;
        return Math.abs(y) < 1e-12 ? length * (1 - y / 2) : length * -Math.expm1(-y) / y;
    }

    private double lnAlive(Summary customer) {
        double t = observed(customer);
        return -(r + customer.repeats()) * Math.log(alpha + t) - s * Math.log(beta + t);
    }

    private double lnLeft(Summary customer) {
        double tx = last(customer);
        double t = observed(customer);
        if (t == tx) {
            return Double.NEGATIVE_INFINITY;
        }
        long x = customer.repeats();
        return Math.log(s / (r + s + x)) + Special.lnDifference(lnG(x, tx), lnG(x, t));
    }

    private double lnG(long x, double t) {
        double n = r + s + x;
        if (alpha >= beta) {
            return -n * Math.log(alpha + t)
                    - s * Math.log((beta + t) / (alpha + t))
                    + Special.lnHyp1(r + x, n + 1, (alpha - beta) / (alpha + t));
        }
        return -n * Math.log(beta + t)
                + (1 - r - x) * Math.log((alpha + t) / (beta + t))
                + Special.lnHyp1(s + 1, n + 1, (beta - alpha) / (beta + t));
    }

    private double observed(Summary customer) {
        return new Span(customer.observed(), customer.unit()).in(unit);
    }

    private double last(Summary customer) {
        return new Span(customer.last(), customer.unit()).in(unit);
    }
}
