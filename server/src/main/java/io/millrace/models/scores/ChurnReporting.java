package io.millrace.models.scores;

import io.millrace.kernel.model.churn.Quality;
import io.millrace.models.scores.ChurnReport.Bin;
import io.millrace.models.scores.ChurnReport.Candidate;
import io.millrace.models.scores.ChurnReport.Effect;
import io.millrace.models.scores.ChurnReport.Validation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds told risks against what happened. */
final class ChurnReporting {
    private static final int TENTHS = 10;

    private ChurnReporting() {}

    static Validation validation(RiskModel model, ChurnModel.Sample sample, int trainedOn) {
        int n = sample.size();
        double[] told = model.probabilities(sample.rows());
        for (int i = 0; i < n; i++) {
            // A risk of exactly 0 or 1 would make one wrong answer infinitely bad.
            told[i] = Math.clamp(told[i], 1e-9, 1 - 1e-9);
        }
        Quality quality = Quality.of(told, sample.left());
        double left = (double) sample.leavers() / n;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> told[i]));
        List<Bin> bins = new ArrayList<>();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            int from = (int) ((long) n * tenth / TENTHS);
            int to = (int) ((long) n * (tenth + 1) / TENTHS);
            bins.add(bin(order, from, to, told, sample.left()));
        }
        return new Validation(
                trainedOn,
                n,
                left,
                quality.auc(),
                quality.brier(),
                left * (1 - left),
                quality.logLoss(),
                quality.topDecileLift(),
                bins,
                bins.reversed().stream().map(bin -> bin.happened() / left).toList());
    }

    private static Bin bin(Integer[] order, int from, int to, double[] told, boolean[] left) {
        double sum = 0;
        double hits = 0;
        for (int i = from; i < to; i++) {
            sum += told[order[i]];
            hits += left[order[i]] ? 1 : 0;
        }
        int size = Math.max(1, to - from);
        return new Bin(to - from, sum / size, hits / size);
    }

    static double[] means(double[][] rows) {
        double[] means = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < means.length; i++) {
                means[i] += row[i] / rows.length;
            }
        }
        return means;
    }

    /**
     * What a standard deviation more of a feature goes along with, in log-odds: the mean product of
     * its contribution and its standard score. Of a linear model that is the coefficient times the
     * standard deviation.
     */
    static List<Effect> effects(RiskModel model, double[][] rows) {
        double[] means = means(rows);
        double[][] contributions = model.contributions(rows);
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            double square = 0;
            double product = 0;
            for (int row = 0; row < rows.length; row++) {
                double from = rows[row][i] - means[i];
                square += from * from;
                product += contributions[row][i] * from;
            }
            double deviation = Math.sqrt(square / rows.length);
            effects.add(
                    new Effect(
                            ChurnFeatures.NAMES.get(i).key(),
                            deviation > 0 ? product / rows.length / deviation : 0));
        }
        return effects;
    }

    /** A method as fitted on the earlier time, held against the later one. */
    record Trial(RiskModel.Method method, Validation validation) {}

    static List<Trial> trials(ChurnModel.Sample earlier, ChurnModel.Sample later, int trainedOn) {
        return Arrays.stream(RiskModel.Method.values())
                .map(method -> new Trial(method, validation(method.fit(earlier), later, trainedOn)))
                .toList();
    }

    static List<Candidate> candidates(List<Trial> trials) {
        return trials.stream()
                .map(one ->
                        new Candidate(
                                one.method().key,
                                one.validation().auc(),
                                one.validation().brier(),
                                one.validation().logLoss()))
                .toList();
    }

    /** The wanted one, or the one whose log-loss is least; of equals the simpler one. */
    static Trial chosen(List<Trial> trials, @Nullable String wanted) {
        return trials.stream()
                .filter(one -> wanted == null || one.method().key.equals(wanted))
                .min(Comparator.comparingDouble(one -> one.validation().logLoss()))
                .orElseThrow();
    }
}
