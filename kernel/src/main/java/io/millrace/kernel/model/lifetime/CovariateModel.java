package io.millrace.kernel.model.lifetime;

import java.util.List;

/**
 * A purchase model in which customers differ by what is known of them from the start. Fader and
 * Hardie, "Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD Models" (2007): α
 * = α₀·exp(−γ₁'z) in all, β = β₀·exp(−γ₂'z) in Pareto/NBD, a = a₀·exp(γ₂'z) and b = b₀·exp(γ₃'z) in
 * BG/NBD and MBG/NBD. With all z = 0 it is the model without covariates.
 *
 * @param base for who has 0 in all columns
 * @param rate γ₁ by column: purchases come exp(γ₁) times as fast
 * @param leaving γ₂ by column
 * @param staying γ₃ by column; all 0 in Pareto/NBD
 */
public record CovariateModel(
        PurchaseModel base,
        List<Covariates.Column> columns,
        List<Double> rate,
        List<Double> leaving,
        List<Double> staying) {
    public CovariateModel {
        columns = List.copyOf(columns);
        rate = List.copyOf(rate);
        leaving = List.copyOf(leaving);
        staying = List.copyOf(staying);
    }

    /**
     * The model of customers with one combination of values.
     *
     * @param cell of the covariates for which this was fitted, or of others with the same columns
     */
    public PurchaseModel of(Covariates covariates, int cell) {
        return of(covariates.values(cell));
    }

    /** The model of each combination of values, by cell. */
    public List<PurchaseModel> each(Covariates covariates) {
        return java.util.stream.IntStream.range(0, covariates.cells())
                .mapToObj(cell -> of(covariates, cell))
                .toList();
    }

    PurchaseModel of(double[] z) {
        double faster = Math.exp(-dot(rate, z));
        double leave = dot(leaving, z);
        return switch (base) {
            case BgNbd(var r, var alpha, var a, var b, var unit) ->
                    new BgNbd(
                            r,
                            alpha * faster,
                            a * Math.exp(leave),
                            b * Math.exp(dot(staying, z)),
                            unit);
            case MbgNbd(var r, var alpha, var a, var b, var unit) ->
                    new MbgNbd(
                            r,
                            alpha * faster,
                            a * Math.exp(leave),
                            b * Math.exp(dot(staying, z)),
                            unit);
            case ParetoNbd(var r, var alpha, var s, var beta, var unit) ->
                    new ParetoNbd(r, alpha * faster, s, beta * Math.exp(-leave), unit);
            case Nbd(var r, var alpha, var unit) -> new Nbd(r, alpha * faster, unit);
        };
    }

    private static double dot(List<Double> effects, double[] z) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += effects.get(i) * z[i];
        }
        return sum;
    }
}
