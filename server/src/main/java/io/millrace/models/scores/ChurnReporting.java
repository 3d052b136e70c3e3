package io.millrace.models.scores;

import io.millrace.kernel.model.churn.Logistic;
import io.millrace.kernel.model.churn.Quality;
import io.millrace.models.scores.ChurnReport.Bin;
import io.millrace.models.scores.ChurnReport.Effect;
import io.millrace.models.scores.ChurnReport.Validation;
import io.millrace.models.scores.ScoringModel.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Holds told risks against what happened. */
final class ChurnReporting {
    private static final int TENTHS = 10;

    private ChurnReporting() {}

    static Validation validation(Logistic model, ChurnModel.Sample sample, int trainedOn) {
        int n = sample.rows().length;
        double[] told = new double[n];
        for (int i = 0; i < n; i++) {
            // A risk of exactly 0 or 1 would make one wrong answer infinitely bad.
            told[i] = Math.clamp(model.probability(sample.rows()[i]), 1e-9, 1 - 1e-9);
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

    static List<Effect> effects(Logistic model, double[][] rows, double[] means) {
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            double square = 0;
            for (double[] row : rows) {
                square += (row[i] - means[i]) * (row[i] - means[i]);
            }
            effects.add(
                    new Effect(
                            ChurnFeatures.NAMES.get(i).key(),
                            model.coefficients()[i + 1] * Math.sqrt(square / rows.length)));
        }
        return effects;
    }

    static List<Parameter> parameters(Logistic model) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.of("intercept", model.coefficients()[0]));
        for (int i = 0; i < ChurnFeatures.NAMES.size(); i++) {
            parameters.add(
                    Parameter.of(ChurnFeatures.NAMES.get(i).key(), model.coefficients()[i + 1]));
        }
        return parameters;
    }
}
