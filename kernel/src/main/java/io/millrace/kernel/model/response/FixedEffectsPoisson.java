package io.millrace.kernel.model.response;

import java.util.Arrays;

/**
 * Poisson regression of counts with an effect of each unit and of each period: {@code E(count) =
 * exp(unit + period + x'β)}. The effects of the units are concentrated out, which is the
 * conditional likelihood of Hausman, Hall and Griliches (Econometrica 52, 1984) and gives the same
 * β as a dummy for each unit. Only the mean has to be right, not the distribution (Santos Silva and
 * Tenreyro, "The log of gravity", 2006), so the standard errors are robust and clustered by unit
 * (Wooldridge, Journal of Econometrics 90, 1999), times units / (units − 1). Newton's steps, halved
 * where they go too far. What the effects tell by themselves is not estimated.
 */
public final class FixedEffectsPoisson {
    private static final int STEPS = 60;
    private static final int HALVINGS = 30;
    private static final double ENOUGH = 1e-12;

    private final Cells cells;
    private final int periods;
    private final int size;
    private final boolean[] empty;
    private final double[] mean;
    private final double[] theta;
    private final double[] score;
    private final double[][] information;
    private boolean converged;

    private FixedEffectsPoisson(Cells cells) {
        this.cells = cells;
        this.periods = cells.periods();
        this.size = periods + cells.explaining().length;
        this.empty = empty(cells);
        this.mean = new double[cells.counts().length];
        this.theta = new double[size];
        this.score = new double[size];
        this.information = new double[size][size];
    }

    /** Periods without any count say nothing and are passed over. */
    private static boolean[] empty(Cells cells) {
        double[] totals = new double[cells.periods()];
        for (int cell = 0; cell < cells.counts().length; cell++) {
            totals[cells.period()[cell]] += cells.counts()[cell];
        }
        boolean[] empty = new boolean[totals.length];
        for (int period = 0; period < totals.length; period++) {
            empty[period] = totals[period] == 0;
        }
        return empty;
    }

    /**
     * @param effects one for each regressor; NaN where the units and periods tell it by themselves
     * @param errors their standard errors, robust and clustered by unit
     * @param plainErrors as if the counts were Poisson
     * @param periods effects of the periods against the first that has any count
     * @param plainPeriodErrors theirs as if the counts were Poisson
     * @param deviance of the model with all effects
     * @param converged false where the likelihood has no highest point, as with separation
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Fit(
            double[] effects,
            double[] errors,
            double[] plainErrors,
            double[] periods,
            double[] plainPeriodErrors,
            double deviance,
            boolean converged) {}

    public static Fit fit(Cells cells) {
        FixedEffectsPoisson model = new FixedEffectsPoisson(cells);
        model.climb();
        return model.told();
    }

    private void climb() {
        double likelihood = likelihood(theta);
        for (int step = 0; step < STEPS && !converged; step++) {
            slopes();
            double[] move = new Pivots(information).solve(score);
            double share = 1;
            double[] next = moved(move, share);
            double reached = likelihood(next);
            for (int half = 0; half < HALVINGS && !(reached >= likelihood - 1e-9); half++) {
                share /= 2;
                next = moved(move, share);
                reached = likelihood(next);
            }
            System.arraycopy(next, 0, theta, 0, size);
            converged = Math.abs(reached - likelihood) <= ENOUGH * (Math.abs(reached) + 1);
            likelihood = reached;
        }
        likelihood(theta);
        slopes();
    }

    private double[] moved(double[] move, double share) {
        double[] next = theta.clone();
        for (int k = 0; k < size; k++) {
            next[k] += share * Math.clamp(move[k], -5, 5);
        }
        return next;
    }

    private double eta(double[] at, int cell) {
        double eta = at[cells.period()[cell]];
        for (int k = periods; k < size; k++) {
            eta += at[k] * cells.explaining()[k - periods][cell];
        }
        return eta;
    }

    private double total(int unit) {
        double total = 0;
        for (int cell = cells.from(unit); cell < cells.ends()[unit]; cell++) {
            total += cells.counts()[cell];
        }
        return total;
    }

    /** Fills the expected counts and answers the concentrated logarithmic likelihood. */
    private double likelihood(double[] at) {
        double sum = 0;
        for (int unit = 0; unit < cells.units(); unit++) {
            double most = Double.NEGATIVE_INFINITY;
            double part = 0;
            for (int cell = cells.from(unit); cell < cells.ends()[unit]; cell++) {
                mean[cell] = empty[cells.period()[cell]] ? Double.NEGATIVE_INFINITY : eta(at, cell);
                most = Math.max(most, mean[cell]);
            }
            for (int cell = cells.from(unit); cell < cells.ends()[unit]; cell++) {
                double count = cells.counts()[cell];
                sum += count == 0 ? 0 : count * (mean[cell] - most);
                mean[cell] = Math.exp(mean[cell] - most);
                part += mean[cell];
            }
            double total = total(unit);
            sum -= total == 0 ? 0 : total * Math.log(part);
            for (int cell = cells.from(unit); cell < cells.ends()[unit]; cell++) {
                mean[cell] *= total == 0 ? 0 : total / part;
            }
        }
        return sum;
    }

    private void slopes() {
        Arrays.fill(score, 0);
        for (double[] row : information) {
            Arrays.fill(row, 0);
        }
        for (int unit = 0; unit < cells.units(); unit++) {
            double[] weighted = new double[size];
            double[] own = scores(unit, weighted);
            double total = total(unit);
            for (int a = 0; a < size; a++) {
                score[a] += own[a];
                for (int b = 0; total > 0 && b <= a; b++) {
                    information[a][b] -= weighted[a] * weighted[b] / total;
                }
            }
        }
    }

    /** A unit's part of the score; adds its part of the information before the unit's mean. */
    private double[] scores(int unit, double[] weighted) {
        double[] own = new double[size];
        for (int cell = cells.from(unit); cell < cells.ends()[unit]; cell++) {
            int period = cells.period()[cell];
            double rest = cells.counts()[cell] - mean[cell];
            own[period] += rest;
            weighted[period] += mean[cell];
            information[period][period] += mean[cell];
            for (int k = periods; k < size; k++) {
                double x = cells.explaining()[k - periods][cell];
                own[k] += rest * x;
                weighted[k] += mean[cell] * x;
                information[k][period] += mean[cell] * x;
                for (int j = periods; j <= k; j++) {
                    information[k][j] += mean[cell] * x * cells.explaining()[j - periods][cell];
                }
            }
        }
        return own;
    }

    private Fit told() {
        int regressors = size - periods;
        Pivots pivots = new Pivots(information);
        double[] effects = new double[regressors];
        double[] errors = new double[regressors];
        double[] plain = new double[regressors];
        for (int k = 0; k < regressors; k++) {
            boolean told = !pivots.isLeftOut(periods + k);
            double[] column = column(pivots, periods + k);
            effects[k] = told ? theta[periods + k] : Double.NaN;
            plain[k] = told ? Math.sqrt(column[periods + k]) : Double.NaN;
            errors[k] = told ? clustered(column) : Double.NaN;
        }
        int first = 0;
        while (first < periods && empty[first]) {
            first++;
        }
        double[] shown = new double[periods];
        double[] shownErrors = new double[periods];
        for (int period = 0; period < periods; period++) {
            shown[period] = empty[period] ? Double.NaN : theta[period] - theta[first];
            shownErrors[period] = empty[period] ? Double.NaN : against(pivots, period, first);
        }
        return new Fit(effects, errors, plain, shown, shownErrors, deviance(), converged);
    }

    private double[] column(Pivots pivots, int at) {
        double[] unit = new double[size];
        unit[at] = 1;
        return pivots.solve(unit);
    }

    private double against(Pivots pivots, int period, int first) {
        double[] difference = new double[size];
        difference[period] += 1;
        difference[first] -= 1;
        double[] solved = pivots.solve(difference);
        return Math.sqrt(Math.max(0, solved[period] - solved[first]));
    }

    private double clustered(double[] column) {
        double sum = 0;
        for (int unit = 0; unit < cells.units(); unit++) {
            double[] own = new double[size];
            for (int cell = cells.from(unit); cell < cells.ends()[unit]; cell++) {
                double rest = cells.counts()[cell] - mean[cell];
                own[cells.period()[cell]] += rest;
                for (int k = periods; k < size; k++) {
                    own[k] += rest * cells.explaining()[k - periods][cell];
                }
            }
            double part = 0;
            for (int k = 0; k < size; k++) {
                part += column[k] * own[k];
            }
            sum += part * part;
        }
        double units = cells.units();
        return Math.sqrt(sum * units / Math.max(1, units - 1));
    }

    private double deviance() {
        double sum = 0;
        for (int cell = 0; cell < mean.length; cell++) {
            double count = cells.counts()[cell];
            sum += count > 0 ? count * Math.log(count / mean[cell]) : 0;
            sum -= count - mean[cell];
        }
        return 2 * sum;
    }
}
