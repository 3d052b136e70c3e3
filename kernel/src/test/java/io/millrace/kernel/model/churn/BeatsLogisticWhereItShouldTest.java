package io.millrace.kernel.model.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.kernel.model.DataSets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Boosted trees beside logistic regression, on cases that neither has seen. */
class BeatsLogisticWhereItShouldTest {
    @Test
    void onTheTelcoChurnData() throws IOException {
        List<String> lines = DataSets.lines("wa_churn.csv.gz");
        String[] header = lines.getFirst().split(",");
        List<String[]> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            if (!fields[19].isEmpty() && !fields[19].equals("NA")) {
                rows.add(fields);
            }
        }
        Cases cases = new Cases(rows.size());
        for (int c = 1; c < header.length; c++) {
            int column = c;
            if (rows.stream().allMatch(row -> row[column].matches("[0-9.]+"))) {
                cases.numeric(
                        header[c],
                        rows.stream()
                                .mapToDouble(row -> Double.parseDouble(row[column]))
                                .toArray());
            } else {
                cases.words(
                        header[c], rows.stream().map(row -> row[column]).toArray(String[]::new));
            }
        }
        boolean[] churned = new boolean[rows.size()];
        for (int i = 0; i < churned.length; i++) {
            churned[i] = rows.get(i)[0].equals("Yes");
        }
        int[] learning = every(rows.size(), false);
        int[] held = every(rows.size(), true);
        Boosted model =
                Boosted.fit(
                        cases.only(learning), only(churned, learning), Boosted.Settings.DEFAULT);
        Quality quality = Quality.of(model.probabilities(cases.only(held)), only(churned, held));
        // R's glm on the same cases: check 52.
        assertThat(quality.auc()).isGreaterThan(.86207953);
        assertThat(quality.brier()).isLessThan(.12831523);
        assertThat(quality.logLoss()).isLessThan(.39817198);
        assertThat(quality.topDecileLift()).isGreaterThan(3.0694);
    }

    @Test
    void whereTwoThingsMatterOnlyTogether() {
        Made made = new Made(6_000, 11);
        int[] learning = every(made.size, false);
        int[] held = every(made.size, true);
        boolean[] truth = only(made.positive, held);
        Boosted trees =
                Boosted.fit(
                        made.cases().only(learning),
                        only(made.positive, learning),
                        Boosted.Settings.DEFAULT);
        Logistic line = Logistic.fit(made.rows(learning), only(made.positive, learning));
        double[][] rows = made.rows(held);
        double[] told = new double[held.length];
        for (int i = 0; i < told.length; i++) {
            told[i] = line.probability(rows[i]);
        }
        Quality boosted = Quality.of(trees.probabilities(made.cases().only(held)), truth);
        Quality logistic = Quality.of(told, truth);
        assertThat(boosted.auc()).isGreaterThan(logistic.auc() + .1);
        assertThat(boosted.brier()).isLessThan(logistic.brier() - .02);
    }

    @Test
    void fewCasesOnASlopeAreToldAsWellAsByTheLine() {
        SplittableRandom random = new SplittableRandom(15);
        int n = 4_150;
        double[][] rows = new double[n][3];
        boolean[] positive = new boolean[n];
        for (int i = 0; i < n; i++) {
            Arrays.setAll(rows[i], c -> random.nextGaussian());
            double logOdds = 1.2 * rows[i][0] - .8 * rows[i][1] - .5;
            positive[i] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
        }
        Cases cases = new Cases(n);
        for (int c = 0; c < 3; c++) {
            int column = c;
            cases.numeric("x" + c, Arrays.stream(rows).mapToDouble(row -> row[column]).toArray());
        }
        int[] learning = IntStream.range(0, 150).toArray();
        int[] held = IntStream.range(150, n).toArray();
        boolean[] truth = only(positive, held);
        Boosted trees =
                Boosted.fit(
                        cases.only(learning), only(positive, learning), Boosted.Settings.DEFAULT);
        Logistic line = Logistic.fit(Arrays.copyOf(rows, 150), only(positive, learning));
        double[] told = Arrays.stream(held).mapToDouble(i -> line.probability(rows[i])).toArray();

        Quality boosted = Quality.of(trees.probabilities(cases.only(held)), truth);
        Quality logistic = Quality.of(told, truth);
        assertThat(boosted.brier()).isLessThan(logistic.brier() + .002);
        assertThat(boosted.auc()).isGreaterThan(logistic.auc() - .005);
    }

    @Test
    void casesOfOneClassAreAllTheSame() {
        Cases cases = new Cases(10).numeric("x", new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        double[] told =
                Boosted.fit(cases, new boolean[10], Boosted.Settings.DEFAULT).probabilities(cases);
        assertThat(Arrays.stream(told)).allMatch(one -> one > 0 && one < .06);
    }

    @Test
    void readsWordsWithManyLevelsAndGaps() {
        SplittableRandom random = new SplittableRandom(12);
        int n = 4_000;
        String[] town = new String[n];
        double[] age = new double[n];
        boolean[] positive = new boolean[n];
        for (int i = 0; i < n; i++) {
            int number = random.nextInt(60);
            town[i] = random.nextInt(20) == 0 ? "" : "town " + number;
            age[i] = random.nextInt(5) == 0 ? Double.NaN : 20 + random.nextInt(50);
            double chance = number % 3 == 0 ? .7 : .15;
            chance = Double.isNaN(age[i]) ? 1 - chance : chance;
            positive[i] = random.nextDouble() < chance;
        }
        Cases cases = new Cases(n).words("town", town).numeric("age", age);
        int[] learning = every(n, false);
        int[] held = every(n, true);
        Boosted model =
                Boosted.fit(
                        cases.only(learning), only(positive, learning), Boosted.Settings.DEFAULT);
        Quality quality = Quality.of(model.probabilities(cases.only(held)), only(positive, held));
        assertThat(quality.auc()).isGreaterThan(.72);
        assertThat(model.importance()[0] + model.importance()[1]).isCloseTo(1, within(1e-12));
    }

    @Test
    void reasonsAddUpToWhatIsTold() {
        Made made = new Made(1_500, 13);
        Boosted model = Boosted.fit(made.cases(), made.positive, Boosted.Settings.DEFAULT);
        Cases few = made.cases().only(new int[] {0, 1, 2, 700, 1_499});
        double[] told = model.probabilities(few);
        double[][] reasons = model.contributions(few);
        for (int row = 0; row < told.length; row++) {
            double sum = model.baseline() + Arrays.stream(reasons[row]).sum();
            assertThat(1 / (1 + Math.exp(-sum))).isCloseTo(told[row], within(1e-9));
        }
    }

    @Test
    void theSameCasesAndSeedGiveTheSameTrees() {
        Made made = new Made(1_500, 14);
        double[] once =
                Boosted.fit(made.cases(), made.positive, Boosted.Settings.DEFAULT)
                        .probabilities(made.cases());
        double[] again =
                Boosted.fit(made.cases(), made.positive, Boosted.Settings.DEFAULT)
                        .probabilities(made.cases());
        assertThat(once).containsExactly(again);
    }

    @Test
    void theOrderOfTheCasesChangesNothing() {
        Made made = new Made(1_500, 16);
        int[] order = Boosted.shuffled(1_500, new SplittableRandom(17));
        boolean[] shuffled = only(made.positive, order);
        Boosted trees = Boosted.fit(made.cases(), made.positive, Boosted.Settings.DEFAULT);
        Boosted again = Boosted.fit(made.cases().only(order), shuffled, Boosted.Settings.DEFAULT);
        double[] told = trees.probabilities(made.cases());
        assertThat(again.probabilities(made.cases())).containsExactly(told);
        assertThat(again.importance()).containsExactly(trees.importance());

        Logistic line = Logistic.fit(made.rows(IntStream.range(0, 1_500).toArray()), made.positive);
        Logistic same = Logistic.fit(made.rows(order), shuffled);
        assertThat(same.coefficients()).containsExactly(line.coefficients());
        assertThat(same.deviance()).isEqualTo(line.deviance());

        // Coarse, so that many are told the same.
        double[] coarse = Arrays.stream(told).map(one -> Math.rint(one * 5) / 5).toArray();
        double[] moved = Arrays.stream(order).mapToDouble(i -> coarse[i]).toArray();
        assertThat(Quality.of(moved, shuffled)).isEqualTo(Quality.of(coarse, made.positive));
        assertThat(Calibration.of(moved, shuffled))
                .isEqualTo(Calibration.of(coarse, made.positive));
    }

    @Test
    void tenthsAddUpToAllCases() {
        double[] told = new double[103];
        boolean[] happened = new boolean[103];
        for (int i = 0; i < told.length; i++) {
            told[i] = i / 103.0;
            happened[i] = i % 3 == 0 || i > 90;
        }
        Calibration calibration = Calibration.of(told, happened);
        assertThat(calibration.tenths().stream().mapToInt(Calibration.Tenth::cases).sum())
                .isEqualTo(103);
        assertThat(calibration.tenths().getLast().captured()).isCloseTo(1, within(1e-12));
        assertThat(calibration.tenths().getLast().cumulativeLift()).isCloseTo(1, within(1e-12));
        assertThat(calibration.tenths().getFirst().lift()).isGreaterThan(1.5);
    }

    /** Two columns that say nothing alone, one that says a little, one that says nothing. */
    private static final class Made {
        private final int size;
        private final double[][] columns;
        private final boolean[] positive;

        Made(int size, long seed) {
            this.size = size;
            columns = new double[4][size];
            positive = new boolean[size];
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < size; i++) {
                for (double[] column : columns) {
                    column[i] = random.nextDouble() * 2 - 1;
                }
                double logOdds = (columns[0][i] * columns[1][i] > 0 ? 1.5 : -1.5) + columns[2][i];
                positive[i] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
            }
        }

        Cases cases() {
            return new Cases(size)
                    .numeric("a", columns[0])
                    .numeric("b", columns[1])
                    .numeric("c", columns[2])
                    .numeric("d", columns[3]);
        }

        double[][] rows(int[] which) {
            double[][] rows = new double[which.length][4];
            for (int i = 0; i < which.length; i++) {
                for (int c = 0; c < 4; c++) {
                    rows[i][c] = columns[c][which[i]];
                }
            }
            return rows;
        }
    }

    static int[] every(int size, boolean fifth) {
        int[] rows = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if ((i + 1) % 5 == 0 == fifth) {
                rows[count++] = i;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    static boolean[] only(boolean[] all, int[] rows) {
        boolean[] some = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = all[rows[i]];
        }
        return some;
    }
}
