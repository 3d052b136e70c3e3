package io.millrace.kernel.model.lifetime;

/**
 * DERT where it has no closed form: the integral of discounted increments of the conditional
 * expectation.
 */
final class Residual {
    private static final double NEGLIGIBLE = 40;
    private static final int STEPS = 400;

    private Residual() {}

    /**
     * ∫₀^∞ e^(−δt) dE(t) = δ ∫₀^∞ e^(−δt) E(t) dt. Simpson's rule on δt = v² resolves the steep
     * start.
     */
    static double sum(PurchaseModel model, Summary customer, Discount rate) {
        double delta = rate.per(model.unit());
        double top = Math.sqrt(NEGLIGIBLE);
        double width = top / STEPS;
        double sum = 0;
        for (int i = 1; i <= STEPS; i++) {
            double v = i * width;
            double weight = i == STEPS ? 1 : (i & 1) == 1 ? 4 : 2;
            sum +=
                    weight
                            * 2
                            * v
                            * Math.exp(-v * v)
                            * model.expected(customer, new Span(v * v / delta, model.unit()));
        }
        return sum * width / 3;
    }
}
