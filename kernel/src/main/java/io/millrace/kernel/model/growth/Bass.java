package io.millrace.kernel.model.growth;

/**
 * Bass's diffusion model: of m who will ever adopt, some by themselves and some because others did.
 * Bass, Management Science 15 (1969).
 *
 * @param m market potential, in the unit of the sales
 * @param p coefficient of innovation, per period
 * @param q coefficient of imitation, per period
 */
public record Bass(double m, double p, double q) {
    /** Share of the market that has adopted by t. */
    public double adopted(double t) {
        double e = Math.exp(-(p + q) * t);
        return (1 - e) / (1 + q / p * e);
    }

    /** Adoptions per period at t, as a density times m. */
    public double rate(double t) {
        double e = Math.exp(-(p + q) * t);
        double d = 1 + q / p * e;
        return m * (p + q) * (p + q) / p * e / (d * d);
    }

    /** When the rate peaks; negative if it only falls. */
    public double peakTime() {
        return Math.log(q / p) / (p + q);
    }

    public double peakRate() {
        return rate(peakTime());
    }

    /** How the sales per period of a series are matched. */
    public enum Form {
        /** Sales at t = m f(t). */
        DENSITY,
        /**
         * Sales of period t = m (F(t) − F(t−1)): Srinivasan and Mason, Marketing Science 5 (1986).
         */
        INCREMENT,
        /** Sales regressed on cumulative sales and their square: Bass (1969). */
        REGRESSION
    }

    /**
     * @param residualSumOfSquares of the sales per period
     */
    public record Fit(Bass model, double residualSumOfSquares, double[] standardErrors) {}

    /** Fits a series of sales in periods 1, 2, … n; at least four of them, all finite. */
    public static Fit fit(double[] sales, Form form) {
        if (sales.length < 4) {
            throw new IllegalArgumentException("four periods at least, not " + sales.length);
        }
        return switch (form) {
            case REGRESSION -> regression(sales);
            case DENSITY -> nonlinear(sales, (model, t) -> model.rate(t));
            case INCREMENT ->
                    nonlinear(
                            sales,
                            (model, t) -> model.m * (model.adopted(t) - model.adopted(t - 1)));
        };
    }

    private interface Curve {
        double at(Bass model, double t);
    }

    private static Fit nonlinear(double[] sales, Curve curve) {
        double[] t = new double[sales.length];
        double total = 0;
        for (int i = 0; i < t.length; i++) {
            t[i] = i + 1;
            total += sales[i];
        }
        LeastSquares squares =
                new LeastSquares(
                        t,
                        sales,
                        (b, x) ->
                                b[0] <= 0 || b[1] <= 0 || b[2] < 0
                                        ? Double.NaN
                                        : curve.at(new Bass(b[0], b[1], b[2]), x));
        LeastSquares.Solution best = squares.from(total * 1.5, 0.01, 0.4);
        for (double[] start : new double[][] {{total * 1.1, 0.03, 0.2}, {total * 3, 0.003, 0.5}}) {
            LeastSquares.Solution other = squares.from(start);
            best =
                    other.residualSumOfSquares() < best.residualSumOfSquares() * (1 - 1e-9)
                            ? other
                            : best;
        }
        double[] b = best.parameters();
        return new Fit(
                new Bass(b[0], b[1], b[2]), best.residualSumOfSquares(), best.standardErrors());
    }

    private static Fit regression(double[] sales) {
        double[][] normal = new double[3][4];
        double before = 0;
        for (double sale : sales) {
            double[] row = {1, before, before * before};
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    normal[i][j] += row[i] * row[j];
                }
                normal[i][3] += row[i] * sale;
            }
            before += sale;
        }
        double[] abc = Linear.solve(normal);
        double m = (-abc[1] - Math.sqrt(abc[1] * abc[1] - 4 * abc[0] * abc[2])) / (2 * abc[2]);
        double p = abc[0] / m;
        double sum = 0;
        before = 0;
        for (double sale : sales) {
            double residual = sale - abc[0] - abc[1] * before - abc[2] * before * before;
            sum += residual * residual;
            before += sale;
        }
        return new Fit(new Bass(m, p, -m * abc[2]), sum, new double[0]);
    }
}
