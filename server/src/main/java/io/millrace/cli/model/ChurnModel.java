package io.millrace.cli.model;

import io.millrace.kernel.model.churn.Boosted;
import io.millrace.kernel.model.churn.Cases;
import io.millrace.kernel.model.churn.Design;
import io.millrace.kernel.model.churn.Logistic;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A model of who leaves, whichever it is. */
sealed interface ChurnModel {
    double[] probabilities(Cases cases);

    /** What each feature adds to each case's log-odds. */
    double[][] reasons(Cases cases);

    List<String> features();

    void write(ObjectNode result);

    record Line(Logistic model, Design design, double[] means) implements ChurnModel {
        static Line fit(Cases cases, boolean[] positive) {
            Design design = Design.of(cases);
            double[][] rows = design.rows(cases);
            return new Line(Logistic.fit(rows, positive), design, Design.means(rows));
        }

        @Override
        public double[] probabilities(Cases cases) {
            double[][] rows = design.rows(cases);
            double[] told = new double[rows.length];
            for (int i = 0; i < told.length; i++) {
                told[i] = model.probability(rows[i]);
            }
            return told;
        }

        @Override
        public double[][] reasons(Cases cases) {
            double[][] rows = design.rows(cases);
            double[][] reasons = new double[rows.length][features().size()];
            for (int i = 0; i < rows.length; i++) {
                double[] byTerm = model.contributions(rows[i], means);
                for (int term = 0; term < byTerm.length; term++) {
                    reasons[i][design.source(term)] += byTerm[term];
                }
            }
            return reasons;
        }

        @Override
        public List<String> features() {
            return design.features();
        }

        @Override
        public void write(ObjectNode result) {
            result.put("rank", model.rank()).put("separated", model.separated());
            if (model.separated()) {
                result.put(
                        "separation",
                        "the classes can be told apart without an error, so a weak ridge was added");
            }
            Json.put(result, "deviance", model.deviance());
            Json.put(result, "nullDeviance", model.nullDeviance());
            ArrayNode terms = Json.array();
            for (int term = -1; term < design.terms().size(); term++) {
                double coefficient = model.coefficients()[term + 1];
                ObjectNode row =
                        Json.object()
                                .put("term", term < 0 ? "(intercept)" : design.terms().get(term));
                Json.put(row, "coefficient", coefficient);
                Json.put(row, "oddsRatio", Math.exp(coefficient));
                terms.add(row);
            }
            result.set("coefficients", terms);
        }
    }

    record Trees(Boosted model) implements ChurnModel {
        static Trees fit(Cases cases, boolean[] positive, long seed) {
            return new Trees(Boosted.fit(cases, positive, Boosted.Settings.seeded(seed)));
        }

        @Override
        public double[] probabilities(Cases cases) {
            return model.probabilities(cases);
        }

        @Override
        public double[][] reasons(Cases cases) {
            return model.contributions(cases);
        }

        @Override
        public List<String> features() {
            return model.features();
        }

        @Override
        public void write(ObjectNode result) {
            Boosted.Settings settings = model.settings();
            result.put("trees", model.trees())
                    .put("depth", settings.depth())
                    .put("shrinkage", settings.shrinkage())
                    .put("seed", settings.seed());
            Json.put(result, "validationLogLoss", model.validationLoss());
            ArrayNode rows = Json.array();
            double[] importance = model.importance();
            java.util.stream.IntStream.range(0, importance.length)
                    .boxed()
                    .sorted(java.util.Comparator.comparingDouble(i -> -importance[i]))
                    .forEach(i ->
                            rows.add(
                                    Json.put(
                                            Json.object().put("feature", features().get(i)),
                                            "importance",
                                            importance[i])));
            result.set("importance", rows);
        }
    }
}
