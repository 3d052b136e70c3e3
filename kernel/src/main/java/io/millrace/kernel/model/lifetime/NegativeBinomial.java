package io.millrace.kernel.model.lifetime;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/** The negative binomial count with shape r and success odds q. */
final class NegativeBinomial {
    private NegativeBinomial() {}

    /** P(N ≥ x) where P(N = j) = Γ(r+j)/(Γ(r) j!) (1−q)^r q^j. */
    static double atLeast(long x, double r, double q) {
        return RegularizedBeta.value(q, x, r);
    }
}
