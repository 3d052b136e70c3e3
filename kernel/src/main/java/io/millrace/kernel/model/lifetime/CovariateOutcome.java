package io.millrace.kernel.model.lifetime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What fitting a model with covariates can answer. */
public sealed interface CovariateOutcome {
    /**
     * A maximum was found, or what the model degenerates to.
     *
     * @param limit null for an inner maximum
     * @param diagnostics the standard errors are those of the base model's four parameters; the
     *     likelihood ratio is twice the gain over the model without covariates
     * @param effects by column
     * @param degrees of freedom of the likelihood ratio
     * @param chance that covariates without any effect gain as much (p-value of the likelihood
     *     ratio)
     */
    record Fitted(
            CovariateModel model,
            FitOutcome.@Nullable Limit limit,
            FitOutcome.Diagnostics diagnostics,
            List<Effect> effects,
            int degrees,
            double chance)
            implements CovariateOutcome {
        public Fitted {
            effects = List.copyOf(effects);
        }
    }

    /** A column whose effect cannot be told; nothing was fitted. */
    record Refused(Covariates.Column column, Why why) implements CovariateOutcome {}

    /** The data cannot tell; nothing is guessed. */
    record TooLittle(String what, long has, long needs) implements CovariateOutcome {}

    enum Why {
        /** All customers have the same. */
        CONSTANT,
        /** Other columns say the same together. */
        COLLINEAR,
        /** Nobody with it, or nobody without it, ever bought again. */
        SEPARATED
    }

    /**
     * What a column does, against the customers who have 0 in it.
     *
     * @param buys how many times as often customers buy while they are customers
     * @param leaves how many times as fast they leave (Pareto/NBD: the rate of leaving; BG/NBD and
     *     MBG/NBD: the odds of leaving after a purchase)
     */
    record Effect(Covariates.Column column, Multiplier buys, Multiplier leaves) {}

    /**
     * @param times 1 where it does nothing
     * @param low lower end of the 95 % interval, from the observed information; NaN where it cannot
     *     be told
     * @param high upper end
     */
    record Multiplier(double times, double low, double high) {
        private static final double NORMAL_95 = 1.959963984540054;

        static Multiplier of(double log, double error) {
            return new Multiplier(
                    Math.exp(log),
                    Math.exp(log - NORMAL_95 * error),
                    Math.exp(log + NORMAL_95 * error));
        }
    }
}
