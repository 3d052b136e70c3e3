package io.millrace.models.scores;

import io.millrace.kernel.model.churn.Boosted;
import io.millrace.kernel.model.churn.Cases;
import io.millrace.kernel.model.churn.Logistic;
import io.millrace.models.scores.ScoringModel.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A fitted model of leaving. */
sealed interface RiskModel {
    /** How it can be fitted. */
    enum Method {
        LOGISTIC("logistic"),
        BOOSTED("boosted");

        final String key;

        Method(String key) {
            this.key = key;
        }

        RiskModel fit(ChurnModel.Sample sample) {
            return switch (this) {
                case LOGISTIC -> Linear.of(sample);
                case BOOSTED -> Trees.of(sample);
            };
        }
    }

    Method method();

    double[] probabilities(double[][] rows);

    /** What each feature adds to the log-odds of each row, beyond what is usual. */
    double[][] contributions(double[][] rows);

    List<Parameter> parameters();

    /** True if a weak ridge was needed. */
    boolean separated();

    /** Logistic regression. */
    record Linear(Logistic model, double[] means) implements RiskModel {
        public Linear {
            means = means.clone();
        }

        @Override
        public double[] means() {
            return means.clone();
        }

        static Linear of(ChurnModel.Sample sample) {
            return new Linear(
                    Logistic.fit(sample.rows(), sample.left()),
                    ChurnReporting.means(sample.rows()));
        }

        @Override
        public Method method() {
            return Method.LOGISTIC;
        }

        @Override
        public double[] probabilities(double[][] rows) {
            return Arrays.stream(rows).mapToDouble(model::probability).toArray();
        }

        @Override
        public double[][] contributions(double[][] rows) {
            return Arrays.stream(rows)
                    .map(row -> model.contributions(row, means))
                    .toArray(double[][]::new);
        }

        @Override
        public List<Parameter> parameters() {
            List<Parameter> parameters = new ArrayList<>();
            parameters.add(Parameter.of("intercept", model.coefficients()[0]));
            for (int i = 0; i < ChurnFeatures.NAMES.size(); i++) {
                parameters.add(
                        Parameter.of(
                                ChurnFeatures.NAMES.get(i).key(), model.coefficients()[i + 1]));
            }
            return parameters;
        }

        @Override
        public boolean separated() {
            return model.separated();
        }
    }

    /** Gradient-boosted trees. */
    record Trees(Boosted model) implements RiskModel {
        /** More would take minutes to learn from and tell nothing more. */
        private static final int LEARNT_FROM = 100_000;

        static Trees of(ChurnModel.Sample sample) {
            ChurnModel.Sample some = sample.every((sample.size() - 1) / LEARNT_FROM + 1);
            return new Trees(
                    Boosted.fit(cases(some.rows()), some.left(), Boosted.Settings.DEFAULT));
        }

        private static Cases cases(double[][] rows) {
            Cases cases = new Cases(rows.length);
            for (int i = 0; i < ChurnFeatures.NAMES.size(); i++) {
                int column = i;
                cases =
                        cases.numeric(
                                ChurnFeatures.NAMES.get(i).key(),
                                Arrays.stream(rows).mapToDouble(row -> row[column]).toArray());
            }
            return cases;
        }

        @Override
        public Method method() {
            return Method.BOOSTED;
        }

        @Override
        public double[] probabilities(double[][] rows) {
            return model.probabilities(cases(rows));
        }

        @Override
        public double[][] contributions(double[][] rows) {
            return model.contributions(cases(rows));
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    Parameter.of("trees", model.trees()),
                    Parameter.of("depth", model.settings().depth()),
                    Parameter.of("shrinkage", model.settings().shrinkage()),
                    Parameter.of("seed", model.settings().seed()));
        }

        @Override
        public boolean separated() {
            return false;
        }
    }
}
