package io.millrace.kernel.model.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form fitted to the newcomers of periods 1 to n by least squares.
 *
 * @param residualSumOfSquares of the newcomers per period
 * @param standardErrors empty for the form that is fitted by regression
 * @param aicc Akaike's criterion for few data, n ln(RSS/n) + 2k + 2k(k+1)/(n−k−1) with the variance
 *     among the k (Hurvich and Tsai, Biometrika 76, 1989); the smallest is the best
 */
public record GrowthFit(
        GrowthForm form,
        double[] parameters,
        double[] standardErrors,
        double residualSumOfSquares,
        double aicc,
        int periods) {
    /** So many periods are needed at least. */
    public static final int FEWEST = 8;

    /** Every form that can be fitted, the best first. */
    public static List<GrowthFit> all(double[] newcomers) {
        if (newcomers.length < FEWEST) {
            throw new IllegalArgumentException(FEWEST + " periods, not " + newcomers.length);
        }
        List<GrowthFit> fits = new ArrayList<>();
        for (GrowthForm form : GrowthForm.values()) {
            fit(form, newcomers, null).ifPresent(fits::add);
        }
        fits.sort(Comparator.comparingDouble(GrowthFit::aicc).thenComparing(GrowthFit::form));
        return fits;
    }

    /**
     * One form.
     *
     * @param start where to begin, null for several places
     * @return empty if the numbers follow no such form
     */
    static Optional<GrowthFit> fit(GrowthForm form, double[] newcomers, double @Nullable [] start) {
        if (form == GrowthForm.BASS_REGRESSION) {
            Bass bass = Bass.fit(newcomers, Bass.Form.REGRESSION).model();
            double[] b = {bass.m(), bass.p(), bass.q()};
            return made(form, b, new double[0], newcomers);
        }
        double[] t = new double[newcomers.length];
        Arrays.setAll(t, i -> i + 1);
        LeastSquares squares = new LeastSquares(t, newcomers, form::newcomers);
        LeastSquares.@Nullable Solution best = null;
        for (double[] from : start == null ? form.starts(newcomers) : List.of(start)) {
            LeastSquares.Solution next = squares.from(from);
            boolean better =
                    best == null
                            || !Double.isFinite(best.residualSumOfSquares())
                            || next.residualSumOfSquares()
                                    < best.residualSumOfSquares() * (1 - 1e-9);
            best = better ? next : best;
        }
        return best == null
                ? Optional.empty()
                : made(form, best.parameters(), best.standardErrors(), newcomers);
    }

    private static Optional<GrowthFit> made(
            GrowthForm form, double[] b, double[] errors, double[] newcomers) {
        int n = newcomers.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double off = newcomers[i] - form.newcomers(b, i + 1);
            sum += off * off;
        }
        int k = form.parameters() + 1;
        double aicc =
                n * Math.log(Math.max(sum, Double.MIN_NORMAL) / n)
                        + 2.0 * k
                        + 2.0 * k * (k + 1) / (n - k - 1);
        boolean sane = Double.isFinite(sum) && form.left(b, n) >= 0;
        for (double one : b) {
            sane &= Double.isFinite(one);
        }
        return sane ? Optional.of(new GrowthFit(form, b, errors, sum, aicc, n)) : Optional.empty();
    }

    /** Newcomers of a period as the form has it; the first period is 1. */
    public double newcomers(int period) {
        return form.newcomers(parameters, period);
    }

    /** What is still to come after the last period; infinite without a ceiling. */
    public double left() {
        return form.left(parameters, periods);
    }

    /** The period in which newcomers are most; NaN without a ceiling. */
    public double peak() {
        return form.peak(parameters);
    }

    /** Deviation of a period's newcomers from the form. */
    public double sigma() {
        return Math.sqrt(residualSumOfSquares / Math.max(1, periods - form.parameters()));
    }
}
