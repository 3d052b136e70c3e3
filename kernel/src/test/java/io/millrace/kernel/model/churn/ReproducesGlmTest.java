package io.millrace.kernel.model.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.millrace.kernel.model.DataSets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Checks 50 to 52: logistic regression on the Telco churn data, as R's glm gives it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReproducesGlmTest {
    private List<String> header;
    private List<String[]> rows;
    private boolean[] churned;

    @BeforeAll
    void read() throws IOException {
        List<String> lines = DataSets.lines("wa_churn.csv.gz");
        header = List.of(lines.getFirst().split(","));
        rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            if (!fields[19].isEmpty() && !fields[19].equals("NA")) {
                rows.add(fields);
            }
        }
        churned = new boolean[rows.size()];
        for (int i = 0; i < churned.length; i++) {
            churned[i] = rows.get(i)[0].equals("Yes");
        }
    }

    @Test
    void check50FourColumns() {
        assertThat(rows).hasSize(7_032);
        Logistic model =
                Logistic.fit(
                        matrix(
                                List.of(
                                        "tenure",
                                        "monthly_charges",
                                        "total_charges",
                                        "senior_citizen")),
                        churned);
        double[] expected = {-1.58304725, -.06758548, .02825902, .00015027887, .62992150};
        for (int i = 0; i < expected.length; i++) {
            assertThat(model.coefficients()[i]).isCloseTo(expected[i], withPercentage(1e-5));
        }
        assertThat(model.deviance()).isCloseTo(6313.60863956, withPercentage(1e-8));
        assertThat(model.nullDeviance()).isCloseTo(8143.35514649, withPercentage(1e-8));
        assertThat(
                        quality(
                                        model,
                                        matrix(
                                                List.of(
                                                        "tenure",
                                                        "monthly_charges",
                                                        "total_charges",
                                                        "senior_citizen")),
                                        churned)
                                .auc())
                .isCloseTo(.8135607448, within(1e-9));
    }

    @Test
    void check51AllColumns() {
        double[][] matrix = matrix(header.subList(1, header.size()));
        Logistic model = Logistic.fit(matrix, churned);
        assertThat(model.rank()).isEqualTo(24);
        assertThat(model.separated()).isFalse();
        assertThat(model.deviance()).isCloseTo(5826.272365, within(1e-5));
        assertThat(quality(model, matrix, churned).auc()).isCloseTo(.8482074, within(1e-6));
    }

    @Test
    void check52HeldOutRows() {
        double[][] matrix = matrix(header.subList(1, header.size()));
        List<double[]> train = new ArrayList<>();
        List<Boolean> trained = new ArrayList<>();
        List<double[]> held = new ArrayList<>();
        List<Boolean> heldTruth = new ArrayList<>();
        for (int i = 0; i < matrix.length; i++) {
            ((i + 1) % 5 == 0 ? held : train).add(matrix[i]);
            ((i + 1) % 5 == 0 ? heldTruth : trained).add(churned[i]);
        }
        Logistic model = Logistic.fit(train.toArray(double[][]::new), array(trained));
        Quality quality = quality(model, held.toArray(double[][]::new), array(heldTruth));
        assertThat(held).hasSize(1_406);
        assertThat(quality.auc()).isCloseTo(.86207953, within(1e-5));
        assertThat(quality.brier()).isCloseTo(.12831523, within(1e-5));
        assertThat(quality.logLoss()).isCloseTo(.39817198, within(1e-5));
        assertThat(quality.topDecileLift()).isCloseTo(3.0694, within(1e-3));
    }

    @Test
    void separableClassesAreAnsweredAndNamed() {
        double[][] matrix = new double[40][];
        boolean[] positive = new boolean[40];
        for (int i = 0; i < 40; i++) {
            matrix[i] = new double[] {i, i % 3};
            positive[i] = i >= 20;
        }
        Logistic model = Logistic.fit(matrix, positive);
        assertThat(model.separated()).isTrue();
        assertThat(model.probability(new double[] {39, 0})).isGreaterThan(.9);
        assertThat(model.coefficients()).doesNotContain(Double.NaN);
    }

    private static Quality quality(Logistic model, double[][] matrix, boolean[] truth) {
        double[] told = new double[truth.length];
        for (int i = 0; i < told.length; i++) {
            told[i] = model.probability(matrix[i]);
        }
        return Quality.of(told, truth);
    }

    private static boolean[] array(List<Boolean> values) {
        boolean[] array = new boolean[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    /**
     * Numbers as they are, words as one 0/1 column for each word but the first, as R's default
     * contrasts.
     */
    private double[][] matrix(List<String> names) {
        List<double[]> columns = new ArrayList<>();
        for (String name : names) {
            int c = header.indexOf(name);
            boolean number = rows.stream().allMatch(row -> row[c].matches("[0-9.]+"));
            if (number) {
                columns.add(rows.stream().mapToDouble(row -> Double.parseDouble(row[c])).toArray());
                continue;
            }
            TreeSet<String> words = new TreeSet<>();
            rows.forEach(row -> words.add(row[c]));
            words.pollFirst();
            for (String word : words) {
                columns.add(
                        rows.stream().mapToDouble(row -> row[c].equals(word) ? 1 : 0).toArray());
            }
        }
        double[][] matrix = new double[rows.size()][columns.size()];
        for (int i = 0; i < matrix.length; i++) {
            for (int c = 0; c < columns.size(); c++) {
                matrix[i][c] = columns.get(c)[i];
            }
        }
        return matrix;
    }
}
