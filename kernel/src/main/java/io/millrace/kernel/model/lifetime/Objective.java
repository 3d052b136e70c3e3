package io.millrace.kernel.model.lifetime;

/** A log-likelihood with its gradient, both in the logarithms of the parameters. */
interface Objective {
    int size();

    /**
     * The log-likelihood at {@code logs}; NaN or infinite where it cannot be told.
     *
     * @param gradient filled with the derivatives by each logarithm
     */
    double at(double[] logs, double[] gradient);
}
