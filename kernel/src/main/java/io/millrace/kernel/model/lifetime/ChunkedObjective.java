package io.millrace.kernel.model.lifetime;

import java.util.stream.IntStream;

/**
 * A log-likelihood that is a sum over rows, computed in a fixed number of chunks on all cores and
 * added up in the order of the chunks: the same to the last bit on any machine.
 */
abstract class ChunkedObjective implements Objective {
    private static final int CHUNKS = 64;
    private static final int WORTH_SPLITTING = 4096;

    private final int parameters;
    private final int rows;

    ChunkedObjective(int parameters, int rows) {
        this.parameters = parameters;
        this.rows = rows;
    }

    /** What all rows share, computed once before they are walked. */
    abstract void prepare(double[] logs);

    /** The sum over rows {@code [from, to)}; adds the derivatives by the parameters themselves. */
    abstract double sum(int from, int to, double[] derivatives);

    @Override
    public final int size() {
        return parameters;
    }

    @Override
    public final double at(double[] logs, double[] gradient) {
        prepare(logs);
        int chunks = rows < WORTH_SPLITTING ? 1 : CHUNKS;
        double[] values = new double[chunks];
        double[][] derivatives = new double[chunks][parameters];
        IntStream all = IntStream.range(0, chunks);
        (chunks == 1 ? all : all.parallel())
                .forEach(c ->
                        values[c] =
                                sum(
                                        (int) ((long) rows * c / chunks),
                                        (int) ((long) rows * (c + 1) / chunks),
                                        derivatives[c]));
        double value = 0;
        double[] sums = new double[parameters];
        for (int c = 0; c < chunks; c++) {
            value += values[c];
            for (int i = 0; i < parameters; i++) {
                sums[i] += derivatives[c][i];
            }
        }
        for (int i = 0; i < parameters; i++) {
            gradient[i] = sums[i] * Math.exp(logs[i]);
        }
        return value;
    }
}
