package io.millrace.kernel.model.lifetime;

import io.millrace.kernel.model.lifetime.CovariateOutcome.Refused;
import io.millrace.kernel.model.lifetime.CovariateOutcome.Why;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The purchase histories of many customers, apart by their covariates: equal histories of customers
 * with equal covariates are counted once.
 *
 * @param constant an attribute of which there is no column
 * @param all without the covariates
 * @param values the covariates of each cell
 * @param cells the histories of the customers who have them
 */
record CovariatePurchases(
        List<Covariates.Column> columns,
        Covariates.@Nullable Reference constant,
        Purchases all,
        List<double[]> values,
        List<Purchases> cells) {
    private static final double NOTHING_OWN = 1e-9;

    static CovariatePurchases of(Histories histories, Covariates covariates, TimeUnit unit) {
        Purchases.Builder[] builders = new Purchases.Builder[covariates.cells()];
        for (int i = 0; i < histories.size(); i++) {
            int cell = covariates.cell(histories.customer(i));
            if (builders[cell] == null) {
                builders[cell] = Purchases.in(unit);
            }
            builders[cell].addDays(
                    histories.repeats(i), histories.lastDays(i), histories.observedDays(i));
        }
        List<double[]> values = new ArrayList<>();
        List<Purchases> cells = new ArrayList<>();
        for (int cell = 0; cell < builders.length; cell++) {
            if (builders[cell] != null) {
                values.add(covariates.values(cell));
                cells.add(builders[cell].build());
            }
        }
        return new CovariatePurchases(
                covariates.columns(),
                covariates.constant(),
                histories.purchases(unit),
                values,
                cells);
    }

    /** About as many rows as wanted, the same part of each cell. */
    CovariatePurchases thinned(int wanted) {
        int rows = rows();
        if (rows < 2 * wanted) {
            return this;
        }
        return new CovariatePurchases(
                columns,
                constant,
                all,
                values,
                cells.stream()
                        .map(cell ->
                                cell.thinned(
                                        Math.max(1, (int) ((long) cell.rows() * wanted / rows))))
                        .toList());
    }

    int rows() {
        return cells.stream().mapToInt(Purchases::rows).sum();
    }

    long customers() {
        return cells.stream().mapToLong(Purchases::customers).sum();
    }

    /** The first column that cannot be told an effect of, null if there is none. */
    @Nullable Refused refused() {
        if (constant != null) {
            return new Refused(
                    new Covariates.Column(
                            constant.attribute(), constant.level(), constant.customers()),
                    Why.CONSTANT);
        }
        List<double[]> before = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            double[] centred = centred(column);
            double own = dot(centred, centred);
            if (own <= NOTHING_OWN) {
                return new Refused(columns.get(column), Why.CONSTANT);
            }
            for (double[] other : before) {
                double share = dot(centred, other) / dot(other, other);
                for (int cell = 0; cell < centred.length; cell++) {
                    centred[cell] -= share * other[cell];
                }
            }
            if (dot(centred, centred) <= NOTHING_OWN * own) {
                return new Refused(columns.get(column), Why.COLLINEAR);
            }
            if (repeats(column, true) == 0 || repeats(column, false) == 0) {
                return new Refused(columns.get(column), Why.SEPARATED);
            }
            before.add(centred);
        }
        return null;
    }

    private double[] centred(int column) {
        double sum = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            sum += cells.get(cell).customers() * values.get(cell)[column];
        }
        double[] centred = new double[cells.size()];
        for (int cell = 0; cell < centred.length; cell++) {
            centred[cell] = values.get(cell)[column] - sum / customers();
        }
        return centred;
    }

    private double dot(double[] a, double[] b) {
        double sum = 0;
        for (int cell = 0; cell < a.length; cell++) {
            sum += cells.get(cell).customers() * a[cell] * b[cell];
        }
        return sum;
    }

    private long repeats(int column, boolean with) {
        long sum = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            sum += (values.get(cell)[column] != 0) == with ? cells.get(cell).totalRepeats() : 0;
        }
        return sum;
    }
}
