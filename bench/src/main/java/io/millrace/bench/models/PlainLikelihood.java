package io.millrace.bench.models;

/**
 * The likelihoods as the papers print them, written apart from the kernel's: every customer by
 * itself, gamma functions by Lanczos, the hypergeometric function by its power series.
 */
final class PlainLikelihood {
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private PlainLikelihood() {}

    /** Fader, Hardie and Lee (2005), equation 6. */
    static double bgNbd(SimulatedCustomers data, double r, double alpha, double a, double b) {
        double sum = 0;
        for (int i = 0; i < data.repeats.length; i++) {
            double x = data.repeats[i];
            double one = lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha);
            double two = lnGamma(a + b) + lnGamma(b + x) - lnGamma(b) - lnGamma(a + b + x);
            double three = -(r + x) * Math.log(alpha + data.observed[i]);
            double four =
                    x == 0
                            ? Double.NEGATIVE_INFINITY
                            : Math.log(a)
                                    - Math.log(b + x - 1)
                                    - (r + x) * Math.log(alpha + data.last[i]);
            double top = Math.max(three, four);
            sum += one + two + top + Math.log(Math.exp(three - top) + Math.exp(four - top));
        }
        return sum;
    }

    /** Fader and Hardie (2005), "A Note on Deriving the Pareto/NBD Model", equation 7. */
    static double paretoNbd(
            SimulatedCustomers data, double r, double alpha, double s, double beta) {
        double sum = 0;
        for (int i = 0; i < data.repeats.length; i++) {
            double x = data.repeats[i];
            double alive =
                    -(r + x) * Math.log(alpha + data.observed[i])
                            - s * Math.log(beta + data.observed[i]);
            double early = part(r, alpha, s, beta, x, data.last[i]);
            double late = part(r, alpha, s, beta, x, data.observed[i]);
            double left =
                    early > late
                            ? Math.log(s / (r + s + x))
                                    + early
                                    + Math.log(-Math.expm1(late - early))
                            : Double.NEGATIVE_INFINITY;
            double top = Math.max(alive, left);
            sum +=
                    lnGamma(r + x)
                            - lnGamma(r)
                            + r * Math.log(alpha)
                            + s * Math.log(beta)
                            + top
                            + Math.log(Math.exp(alive - top) + Math.exp(left - top));
        }
        return sum;
    }

    private static double part(double r, double alpha, double s, double beta, double x, double t) {
        double n = r + s + x;
        boolean fast = alpha >= beta;
        double base = (fast ? alpha : beta) + t;
        double z = Math.abs(alpha - beta) / base;
        return -n * Math.log(base) + Math.log(series(n, fast ? s + 1 : r + x, n + 1, z));
    }

    private static double series(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int k = 0; k < 100_000 && Math.abs(term) > 1e-17 * sum; k++) {
            term *= (a + k) * (b + k) / ((c + k) * (k + 1.0)) * z;
            sum += term;
        }
        return sum;
    }

    static double lnGamma(double x) {
        if (x < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
        }
        double y = x - 1;
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (y + i);
        }
        double t = y + 7.5;
        return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
