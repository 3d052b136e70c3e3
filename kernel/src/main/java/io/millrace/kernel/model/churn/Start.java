package io.millrace.kernel.model.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The log-odds from which trees go on. */
sealed interface Start {
    /** A line where both classes are there to draw it between, else a constant. */
    static Start of(Cases cases, boolean[] positive) {
        boolean both = false;
        for (boolean one : positive) {
            both |= one != positive[0];
        }
        return both ? Line.of(cases, positive) : Constant.of(positive);
    }

    double[] logOdds(Cases cases);

    /** The mean of the cases it was learnt from, or near it. */
    double mean();

    /** Adds what each column of the cases does to the log-odds beyond the mean. */
    void explain(Cases cases, double[][] reasons);

    /** The share of the positive class, drawn half a case towards the middle. */
    record Constant(double mean) implements Start {
        static Constant of(boolean[] positive) {
            double ones = 0.5;
            for (boolean one : positive) {
                ones += one ? 1 : 0;
            }
            return new Constant(Math.log(ones / (positive.length + 1 - ones)));
        }

        @Override
        public double[] logOdds(Cases cases) {
            double[] all = new double[cases.size()];
            Arrays.fill(all, mean);
            return all;
        }

        @Override
        public void explain(Cases cases, double[][] reasons) {
            // It says the same of everybody.
        }
    }

    /**
     * A logistic regression with a ridge, so that trees need only tell what a line cannot: steep
     * staircases of many trees are poor at a plain slope. Words of many levels are left to the
     * trees; a missing number counts as the mean.
     *
     * @param sources the column of the cases behind each column of the design
     * @param middles of these columns; NaN for words
     * @param means of the design's terms
     */
    record Line(Design design, Logistic model, int[] sources, double[] middles, double[] means)
            implements Start {
        /** Weight of the squares of the standardised coefficients, per case. */
        private static final double RIDGE = 0.01;

        static Line of(Cases cases, boolean[] positive) {
            List<Cases.Column> columns = cases.columns();
            List<Integer> sources = new ArrayList<>();
            List<Double> middles = new ArrayList<>();
            for (int source = 0; source < columns.size(); source++) {
                switch (columns.get(source)) {
                    case Cases.Column.Numeric numeric -> {
                        sources.add(source);
                        middles.add(middle(numeric.values()));
                    }
                    case Cases.Column.Words words -> {
                        if (words.levels().size() <= Binning.FEW_LEVELS) {
                            sources.add(source);
                            middles.add(Double.NaN);
                        }
                    }
                }
            }
            int[] from = sources.stream().mapToInt(Integer::intValue).toArray();
            double[] middle = middles.stream().mapToDouble(Double::doubleValue).toArray();
            Cases whole = whole(cases, from, middle);
            Design design = Design.of(whole);
            double[][] rows = design.rows(whole);
            return new Line(
                    design, Logistic.fit(rows, positive, RIDGE), from, middle, Design.means(rows));
        }

        private static double middle(double[] values) {
            return Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(0);
        }

        /** The columns that the line reads, without gaps. */
        private static Cases whole(Cases cases, int[] sources, double[] middles) {
            Cases whole = new Cases(cases.size());
            for (int i = 0; i < sources.length; i++) {
                double middle = middles[i];
                switch (cases.columns().get(sources[i])) {
                    case Cases.Column.Numeric numeric ->
                            whole.numeric(
                                    numeric.name(),
                                    Arrays.stream(numeric.values())
                                            .map(value -> Double.isNaN(value) ? middle : value)
                                            .toArray());
                    case Cases.Column.Words words -> whole.words(words.name(), words.values());
                }
            }
            return whole;
        }

        private double[][] rows(Cases cases) {
            return design.rows(whole(cases, sources, middles));
        }

        @Override
        public double[] logOdds(Cases cases) {
            return Arrays.stream(rows(cases)).mapToDouble(model::logOdds).toArray();
        }

        @Override
        public double mean() {
            return model.logOdds(means);
        }

        @Override
        public void explain(Cases cases, double[][] reasons) {
            double[][] rows = rows(cases);
            for (int row = 0; row < rows.length; row++) {
                double[] terms = model.contributions(rows[row], means);
                for (int term = 0; term < terms.length; term++) {
                    reasons[row][sources[design.source(term)]] += terms[term];
                }
            }
        }
    }
}
