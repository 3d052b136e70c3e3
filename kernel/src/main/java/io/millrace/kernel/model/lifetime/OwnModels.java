package io.millrace.kernel.model.lifetime;

import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/** Which purchase model is each customer's own: the same for all, or by their covariates. */
public final class OwnModels {
    private final PurchaseModel[] byCell;
    private final PurchaseModel base;
    private final Optional<Covariates> covariates;

    private OwnModels(PurchaseModel base, PurchaseModel[] byCell, Optional<Covariates> covariates) {
        this.base = base;
        this.byCell = byCell;
        this.covariates = covariates;
    }

    public static OwnModels same(PurchaseModel model) {
        return new OwnModels(model, new PurchaseModel[] {model}, Optional.empty());
    }

    public static OwnModels apart(CovariateModel model, Covariates covariates) {
        return new OwnModels(
                model.base(),
                model.each(covariates).toArray(PurchaseModel[]::new),
                Optional.of(covariates));
    }

    /** The model of who has nothing special. */
    public PurchaseModel base() {
        return base;
    }

    public int cells() {
        return byCell.length;
    }

    /** Which of the models a customer has, by the customer's number. */
    public int cell(int who) {
        return covariates.map(all -> all.cell(who)).orElse(0);
    }

    public PurchaseModel model(int cell) {
        return byCell[cell];
    }

    /**
     * @return the answer of each customer's own model, in the order of {@code histories}
     */
    public double[] each(Histories histories, ToDoubleBiFunction<PurchaseModel, Summary> answer) {
        double[] each = new double[histories.size()];
        for (int cell = 0; cell < byCell.length; cell++) {
            int here = cell;
            PurchaseModel own = byCell[cell];
            int[] members =
                    IntStream.range(0, each.length)
                            .filter(i -> cell(histories.customer(i)) == here)
                            .toArray();
            Predictions.fill(
                    histories,
                    members,
                    own.unit(),
                    customer -> answer.applyAsDouble(own, customer),
                    each);
        }
        return each;
    }

    /** What was said of each customer's purchases in the hold-out, against what they did. */
    public HoldOut holdOut(Histories histories) {
        Span ahead = Span.days(histories.holdOutDays());
        return HoldOut.of(
                each(histories, (model, customer) -> model.expected(customer, ahead)), histories);
    }

    /** As {@link Tracking#cumulative}, of all customers together. */
    public double[] tracked(Histories histories, int fromDay, int stepDays, int steps) {
        double[] sum = new double[steps];
        for (int cell = 0; cell < byCell.length; cell++) {
            int here = cell;
            int[] births = histories.births(fromDay, i -> cell(histories.customer(i)) == here);
            double[] own = Tracking.cumulative(byCell[cell], births, stepDays, steps);
            for (int step = 0; step < steps; step++) {
                sum[step] += own[step];
            }
        }
        return sum;
    }
}
