package io.millrace.kernel.model.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Newcomers of the periods to come, with an interval by parametric bootstrap (Efron and Tibshirani
 * 1993, §6.5): series are drawn around the fitted form with the deviation of its residuals, the
 * form is fitted to each anew, and its periods ahead get residuals of their own.
 *
 * @param ahead the periods after the last
 * @param ceilingLow of all who will ever come; infinite without a ceiling
 * @param draws that gave a fit
 */
public record GrowthForecast(
        GrowthFit fit, List<Point> ahead, double ceilingLow, double ceilingHigh, int draws) {
    /** The interval holds so much. */
    public static final double LEVEL = 0.9;

    private static final int DRAWS = 120;

    /**
     * @param expected newcomers of the period; {@code low} and {@code high} bound the interval
     * @param total all until then; {@code totalLow} and {@code totalHigh} bound its interval
     */
    public record Point(
            double expected,
            double low,
            double high,
            double total,
            double totalLow,
            double totalHigh) {}

    /**
     * @param newcomers the series that was fitted
     * @param before who had come before its first period
     */
    public static GrowthForecast of(
            GrowthFit fit, double[] newcomers, double before, int periods, long seed) {
        double so = before + Arrays.stream(newcomers).sum();
        SplittableRandom random = new SplittableRandom(seed);
        double sigma = fit.sigma();
        List<double[]> futures = new ArrayList<>();
        List<Double> ceilings = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] series = new double[newcomers.length];
            for (int i = 0; i < series.length; i++) {
                series[i] = Math.max(0, fit.newcomers(i + 1) + sigma * normal(random));
            }
            GrowthFit again = GrowthFit.fit(fit.form(), series, fit.parameters()).orElse(null);
            double[] future = new double[periods];
            for (int i = 0; i < periods; i++) {
                double noise = sigma * normal(random);
                future[i] =
                        again == null
                                ? Double.NaN
                                : Math.max(0, again.newcomers(newcomers.length + i + 1) + noise);
            }
            if (again != null && Arrays.stream(future).allMatch(Double::isFinite)) {
                futures.add(future);
                ceilings.add(so + again.left());
            }
        }
        double[] ceiling = ceilings.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        boolean told = fit.form().hasCeiling() && ceiling.length > 0;
        return new GrowthForecast(
                fit,
                points(fit, so, futures, periods),
                told ? quantile(ceiling, (1 - LEVEL) / 2) : Double.POSITIVE_INFINITY,
                told ? quantile(ceiling, (1 + LEVEL) / 2) : Double.POSITIVE_INFINITY,
                futures.size());
    }

    private static List<Point> points(
            GrowthFit fit, double so, List<double[]> futures, int periods) {
        List<Point> points = new ArrayList<>();
        double[] totals = new double[futures.size()];
        double total = so;
        for (int i = 0; i < periods; i++) {
            int period = i;
            double expected = Math.max(0, fit.newcomers(fit.periods() + i + 1));
            total += expected;
            double[] drawn = futures.stream().mapToDouble(one -> one[period]).sorted().toArray();
            for (int d = 0; d < totals.length; d++) {
                totals[d] += futures.get(d)[i];
            }
            double[] sorted = totals.clone();
            Arrays.sort(sorted);
            points.add(
                    new Point(
                            expected,
                            Math.min(expected, quantile(drawn, (1 - LEVEL) / 2)),
                            Math.max(expected, quantile(drawn, (1 + LEVEL) / 2)),
                            total,
                            Math.min(total, so + quantile(sorted, (1 - LEVEL) / 2)),
                            Math.max(total, so + quantile(sorted, (1 + LEVEL) / 2))));
        }
        return points;
    }

    /** Linear between the neighbours (type 7 of Hyndman and Fan 1996); NaN of nothing. */
    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int low = (int) at;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
                * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** Everybody who will have come in the end, as the fit has it; infinite without a ceiling. */
    public double ceiling(double so) {
        return so + fit.left();
    }
}
