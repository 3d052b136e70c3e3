package io.millrace.kernel.model.lifetime;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Special functions in the logarithmic forms in which the likelihoods need them; all finite where
 * the result is.
 */
final class Special {
    private static final int TERMS = 20_000;
    private static final double TINY = 1e-300;
    private static final double LN_1E200 = 200 * Math.log(10);

    private Special() {}

    static double lnGamma(double x) {
        return LogGamma.value(x);
    }

    static double digamma(double x) {
        return Digamma.value(x);
    }

    static double lnBeta(double a, double b) {
        return lnGammaRatio(b, a) + lnGamma(a);
    }

    /** ln Γ(z) − ln Γ(z + d), without the cancellation of two large logarithms. */
    static double lnGammaRatio(double z, double d) {
        if (z < 1e4 || d == 0) {
            return lnGamma(z) - lnGamma(z + d);
        }
        double w = z + d;
        return (z - 0.5) * -Math.log1p(d / z)
                - d * Math.log(w)
                + d
                + stirlingTail(z)
                - stirlingTail(w);
    }

    private static double stirlingTail(double z) {
        double inverse = 1 / z;
        double square = inverse * inverse;
        return inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
    }

    /** ln(e^a + e^b). */
    static double lnSum(double a, double b) {
        if (a == Double.NEGATIVE_INFINITY) {
            return b;
        }
        if (b == Double.NEGATIVE_INFINITY) {
            return a;
        }
        return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
    }

    /** ln(e^a − e^b) for a ≥ b. */
    static double lnDifference(double a, double b) {
        if (a == b) {
            return Double.NEGATIVE_INFINITY;
        }
        double d = b - a;
        return a + (d > -0.6931471805599453 ? Math.log(-Math.expm1(d)) : Math.log1p(-Math.exp(d)));
    }

    /**
     * ln 2F1(1, b; c; z) for 0 ≤ z < 1, c > b > 0: Gauss's continued fraction by the modified Lentz
     * method (Abramowitz and Stegun 15.2; Press et al., Numerical Recipes §5.2). All terms are of
     * one sign, so nothing cancels.
     */
    static double lnHyp1(double b, double c, double z) {
        if (z == 0) {
            return 0;
        }
        double f = 1;
        double upper = 1;
        double lower = 0;
        for (int k = 1; k <= TERMS; k++) {
            double a = -z * coefficient(k, b, c);
            lower = guard(1 + a * lower);
            upper = guard(1 + a / upper);
            lower = 1 / lower;
            double change = upper * lower;
            f *= change;
            if (Math.abs(change - 1) < 1e-15) {
                break;
            }
        }
        return -Math.log(f);
    }

    private static double coefficient(int k, double b, double c) {
        double m = k / 2;
        return (k & 1) == 1
                ? (b + m) * (c + m - 1) / ((c + 2 * m - 1) * (c + 2 * m))
                : m * (c - b + m - 1) / ((c + 2 * m - 2) * (c + 2 * m - 1));
    }

    private static double guard(double x) {
        return Math.abs(x) < TINY ? TINY : x;
    }

    /**
     * 2F1(a, b; c; z) for 0 ≤ z < 1, c > 0, by its series; Euler's transformation where that
     * converges faster.
     */
    static double hyp2f1(double a, double b, double c, double z) {
        if (z > 0.5 && c - a - b < 0) {
            return Math.exp((c - a - b) * Math.log1p(-z)) * series(c - a, c - b, c, z);
        }
        return series(a, b, c, z);
    }

    private static double series(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int k = 0; k < 5_000_000; k++) {
            term *= (a + k) * (b + k) / ((c + k) * (k + 1.0)) * z;
            sum += term;
            if (Math.abs(term) <= 1e-17 * Math.abs(sum)) {
                return sum;
            }
        }
        return sum;
    }

    /** ln 2F1(a, b; c; z) for 0 ≤ z < 1 and a, b, c > 0, by its series; it cannot overflow. */
    static double lnSeries(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        double ln = 0;
        for (int k = 0; k < 5_000_000; k++) {
            term *= (a + k) * (b + k) / ((c + k) * (k + 1.0)) * z;
            sum += term;
            if (term <= 1e-17 * sum) {
                break;
            }
            if (sum > 1e200) {
                term *= 1e-200;
                sum *= 1e-200;
                ln += LN_1E200;
            }
        }
        return ln + Math.log(sum);
    }

    /**
     * ln U(s, s, z), Tricomi's confluent hypergeometric function, for s, z > 0: U(s,s,z) = 1/Γ(s)
     * ∫₀^∞ e^(−zt) t^(s−1) / (1+t) dt (Abramowitz and Stegun 13.2.5). With t = e^u the integrand is
     * analytic and decays at both ends, so that the trapezoidal rule converges geometrically.
     */
    static double lnTricomi(double s, double z) {
        double step = 0.125 * Math.min(1, Math.max(0.2, 2 / Math.sqrt(1 + s)));
        double top = Math.log(s + 750) - Math.log(z) + 1;
        double bottom = Math.min(-45 / Math.min(s, 1), Math.log(Math.max(s, 1e-3) / (1 + z)) - 60);
        double largest = Double.NEGATIVE_INFINITY;
        for (double u = bottom; u <= top; u += step) {
            largest = Math.max(largest, s * u - z * Math.exp(u) - softplus(u));
        }
        double sum = 0;
        for (double u = bottom; u <= top; u += step) {
            sum += Math.exp(s * u - z * Math.exp(u) - softplus(u) - largest);
        }
        return largest + Math.log(sum * step) - lnGamma(s);
    }

    private static double softplus(double u) {
        return u > 0 ? u + Math.log1p(Math.exp(-u)) : Math.log1p(Math.exp(u));
    }
}
