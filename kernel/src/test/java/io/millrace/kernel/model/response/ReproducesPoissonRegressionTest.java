package io.millrace.kernel.model.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The example of R's {@code ?glm} (Dobson 1990, p. 93), and dummies in place of effects. */
class ReproducesPoissonRegressionTest {
    private static final double[] COUNTS = {18, 17, 15, 20, 10, 20, 25, 13, 12};
    private static final Offset<Double> DIGITS = within(1e-6);

    @Test
    void effectsOfTheTreatments() {
        FixedEffectsPoisson.Fit fit = dobson(true);

        assertThat(fit.periods()[1]).isCloseTo(0, DIGITS);
        assertThat(fit.periods()[2]).isCloseTo(0, DIGITS);
        assertThat(fit.plainPeriodErrors()[1]).isCloseTo(0.2, DIGITS);
        assertThat(fit.plainPeriodErrors()[2]).isCloseTo(0.2, DIGITS);
        assertThat(fit.deviance()).isCloseTo(5.129141, DIGITS);
    }

    @Test
    void effectsOfTheOutcomes() {
        FixedEffectsPoisson.Fit fit = dobson(false);

        assertThat(fit.periods()[1]).isCloseTo(-0.4542553, DIGITS);
        assertThat(fit.periods()[2]).isCloseTo(-0.2929871, DIGITS);
        assertThat(fit.plainPeriodErrors()[1]).isCloseTo(0.2021708, DIGITS);
        assertThat(fit.plainPeriodErrors()[2]).isCloseTo(0.1927423, DIGITS);
        assertThat(fit.deviance()).isCloseTo(5.129141, DIGITS);
    }

    /** Rows are treatments, columns outcomes. */
    private static FixedEffectsPoisson.Fit dobson(boolean outcomesAreUnits) {
        double[] counts = new double[9];
        for (int i = 0; i < 9; i++) {
            counts[i] = outcomesAreUnits ? COUNTS[i % 3 * 3 + i / 3] : COUNTS[i];
        }
        return FixedEffectsPoisson.fit(
                new Cells(
                        new int[] {3, 6, 9},
                        3,
                        new int[] {0, 1, 2, 0, 1, 2, 0, 1, 2},
                        counts,
                        new double[0][]));
    }

    @Test
    void effectsOfUnitsAreDummiesOfUnits() {
        int units = 4;
        int periods = 6;
        Cells cells = random(7, units, periods);
        FixedEffectsPoisson.Fit fit = FixedEffectsPoisson.fit(cells);
        double[] dummies = byDummies(cells);

        assertThat(fit.effects()[0]).isCloseTo(dummies[units + periods - 1], DIGITS);
    }

    @Test
    void anExplanationThatOnlyThePeriodsTellIsLeftOut() {
        Cells cells = random(8, 4, 6);
        double[][] same = {new double[24]};
        for (int cell = 0; cell < 24; cell++) {
            same[0][cell] = cells.period()[cell] * 0.1;
        }

        FixedEffectsPoisson.Fit fit =
                FixedEffectsPoisson.fit(
                        new Cells(cells.ends(), 6, cells.period(), cells.counts(), same));

        assertThat(fit.effects()[0]).isNaN();
    }

    private static Cells random(long seed, int units, int periods) {
        Random random = new Random(seed);
        int[] ends = new int[units];
        int[] period = new int[units * periods];
        double[] counts = new double[units * periods];
        double[][] x = {new double[units * periods]};
        for (int cell = 0; cell < counts.length; cell++) {
            ends[cell / periods] = cell + 1;
            period[cell] = cell % periods;
            counts[cell] = random.nextInt(9);
            x[0][cell] = random.nextGaussian();
        }
        return new Cells(ends, periods, period, counts, x);
    }

    /** Newton's way with a dummy for each unit and each period but the first. */
    private static double[] byDummies(Cells cells) {
        int periods = cells.periods();
        int size = cells.ends().length + periods;
        double[] theta = new double[size];
        Arrays.fill(theta, 0, cells.ends().length, Math.log(4));
        for (int step = 0; step < 50; step++) {
            double[] score = new double[size];
            double[][] information = new double[size][size];
            for (int cell = 0; cell < cells.counts().length; cell++) {
                double[] x = new double[size];
                x[cell / periods] = 1;
                if (cell % periods > 0) {
                    x[cells.ends().length + cell % periods - 1] = 1;
                }
                x[size - 1] = cells.explaining()[0][cell];
                double eta = 0;
                for (int k = 0; k < size; k++) {
                    eta += theta[k] * x[k];
                }
                double mean = Math.exp(eta);
                for (int k = 0; k < size; k++) {
                    score[k] += (cells.counts()[cell] - mean) * x[k];
                    for (int j = 0; j < size; j++) {
                        information[k][j] += mean * x[k] * x[j];
                    }
                }
            }
            double[] move = new Pivots(information).solve(score);
            for (int k = 0; k < size; k++) {
                theta[k] += move[k];
            }
        }
        return theta;
    }
}
