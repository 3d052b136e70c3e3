package io.millrace.kernel.model.growth;

/** An S-curve of growth towards a ceiling. */
public sealed interface Curve {
    double at(double x);

    /** Where growth is fastest. */
    double inflection();

    double ceiling();

    /** asymptote / (1 + e^((middle − x)/scale)): Verhulst's logistic, as R's SSlogis. */
    record Logistic(double ceiling, double middle, double scale) implements Curve {
        @Override
        public double at(double x) {
            return ceiling / (1 + Math.exp((middle - x) / scale));
        }

        @Override
        public double inflection() {
            return middle;
        }
    }

    /** asymptote · e^(−b2 · b3^x): Gompertz, as R's SSgompertz. */
    record Gompertz(double ceiling, double b2, double b3) implements Curve {
        @Override
        public double at(double x) {
            return ceiling * Math.exp(-b2 * Math.pow(b3, x));
        }

        @Override
        public double inflection() {
            return -Math.log(b2) / Math.log(b3);
        }
    }

    /**
     * @param residualSumOfSquares in the square of y's unit
     */
    record Fit(Curve curve, double residualSumOfSquares, double[] standardErrors) {}

    /** Fits a logistic curve; y positive, at least four points. */
    static Fit logistic(double[] x, double[] y) {
        LeastSquares.Solution best =
                CurveStarts.best(
                        new LeastSquares(
                                x,
                                y,
                                (b, t) ->
                                        b[2] == 0
                                                ? Double.NaN
                                                : new Logistic(b[0], b[1], b[2]).at(t)),
                        CurveStarts.logistic(x, y));
        double[] b = best.parameters();
        return new Fit(
                new Logistic(b[0], b[1], b[2]), best.residualSumOfSquares(), best.standardErrors());
    }

    /** Fits a Gompertz curve; y positive, at least four points. */
    static Fit gompertz(double[] x, double[] y) {
        LeastSquares.Solution best =
                CurveStarts.best(
                        new LeastSquares(
                                x,
                                y,
                                (b, t) ->
                                        b[2] <= 0
                                                ? Double.NaN
                                                : new Gompertz(b[0], b[1], b[2]).at(t)),
                        CurveStarts.gompertz(x, y));
        double[] b = best.parameters();
        return new Fit(
                new Gompertz(b[0], b[1], b[2]), best.residualSumOfSquares(), best.standardErrors());
    }
}
