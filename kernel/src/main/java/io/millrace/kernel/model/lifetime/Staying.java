package io.millrace.kernel.model.lifetime;

/** Expected time as a customer: the chance of being one, integrated over the time ahead. */
final class Staying {
    /** Gauss–Legendre of eight points on [−1, 1] (Abramowitz and Stegun, table 25.4). */
    private static final double[] POINTS = {
        0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
    };

    private static final double[] WEIGHTS = {
        0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
    };

    private Staying() {}

    static double within(PurchaseModel model, Summary customer, Span ahead) {
        double half = ahead.length() / 2;
        double sum = 0;
        for (int i = 0; i < POINTS.length; i++) {
            double far = half * (1 + POINTS[i]);
            double near = half * (1 - POINTS[i]);
            sum +=
                    WEIGHTS[i]
                            * (model.survival(customer, new Span(far, ahead.unit()))
                                    + model.survival(customer, new Span(near, ahead.unit())));
        }
        return model.probabilityAlive(customer) * sum / 2 * ahead.in(model.unit());
    }

    /**
     * E[exp(−λpt)] with λ gamma (n, rate) and p beta (a, b): 2F1(n, a; a+b; −t/rate), after Pfaff's
     * transformation in the form whose terms are all of one sign.
     */
    static double beta(double n, double rate, double a, double b, double t) {
        double z = t / (rate + t);
        double ln = Math.log1p(t / rate);
        double c = a + b;
        return c - n > 0
                ? Math.exp(-a * ln + Special.lnSeries(a, c - n, c, z))
                : Math.exp(-n * ln + Special.lnSeries(n, b, c, z));
    }
}
