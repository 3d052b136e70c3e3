package io.millrace.kernel.model.lifetime;

import java.util.List;

/** What fitting a model can answer. */
public sealed interface FitOutcome<M> {
    /** An inner maximum was found. */
    record Fitted<M>(M model, Diagnostics diagnostics) implements FitOutcome<M> {}

    /**
     * The likelihood rises towards the edge of what the model can say; {@code model} is the limit
     * model, represented by parameters so far out that going on changes the log-likelihood by less
     * than 0.001.
     */
    record AtBoundary<M>(M model, Limit limit, Diagnostics diagnostics) implements FitOutcome<M> {}

    /** The data cannot tell; nothing is guessed. */
    record TooLittle<M>(String what, long has, long needs) implements FitOutcome<M> {}

    /** What the model degenerates to. */
    enum Limit {
        /** All customers leave with the same probability or rate. */
        DROPOUT_HOMOGENEOUS,
        /** Nobody leaves: the NBD. */
        NO_DROPOUT,
        /** All customers buy at the same rate. */
        RATE_HOMOGENEOUS,
        /** Customers leave at once or never. */
        DROPOUT_POLARISED,
        /** What a covariate does rises without end. */
        EFFECT_UNBOUNDED
    }

    /**
     * How the fit went.
     *
     * @param logLikelihood in the model's own unit of time, not scaled
     * @param standardErrors of the parameters, from the observed information; NaN where it cannot
     *     be inverted
     * @param conditionNumber of the information matrix in the logarithms of the parameters
     * @param gradientNorm the largest derivative by a parameter's logarithm, per customer
     * @param likelihoodRatio twice the gain over the null model; 0 where there is none
     */
    record Diagnostics(
            double logLikelihood,
            List<Double> standardErrors,
            double conditionNumber,
            double gradientNorm,
            double likelihoodRatio,
            int evaluations,
            long customers,
            int rows) {
        public Diagnostics {
            standardErrors = List.copyOf(standardErrors);
        }
    }
}
