package io.millrace.kernel.model.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cases as rows of numbers: a column of words becomes a yes-or-no column for each of its words but
 * the first, as R's default contrasts. A missing number becomes 0, a missing or unknown word none.
 */
public final class Design {
    private record Term(int source, String level) {}

    private final List<String> features;
    private final List<Term> parts;

    private Design(List<String> features, List<Term> parts) {
        this.features = features;
        this.parts = List.copyOf(parts);
    }

    /** The columns that these cases need; other cases with the same columns can be coded too. */
    public static Design of(Cases cases) {
        List<Term> terms = new ArrayList<>();
        List<Cases.Column> columns = cases.columns();
        for (int source = 0; source < columns.size(); source++) {
            switch (columns.get(source)) {
                case Cases.Column.Numeric numeric -> terms.add(new Term(source, ""));
                case Cases.Column.Words words -> {
                    List<String> levels = words.levels();
                    for (int level = 1; level < levels.size(); level++) {
                        terms.add(new Term(source, levels.get(level)));
                    }
                }
            }
        }
        return new Design(columns.stream().map(Cases.Column::name).toList(), terms);
    }

    public List<String> features() {
        return features;
    }

    /** What each number of a row says, such as "contract: Two year". */
    public List<String> terms() {
        return parts.stream()
                .map(term ->
                        term.level.isEmpty()
                                ? features.get(term.source)
                                : features.get(term.source) + ": " + term.level)
                .toList();
    }

    /** The feature from which a term comes. */
    public int source(int term) {
        return parts.get(term).source;
    }

    public double[][] rows(Cases cases) {
        double[][] rows = new double[cases.size()][parts.size()];
        List<Cases.Column> columns = cases.columns();
        for (int term = 0; term < parts.size(); term++) {
            String level = parts.get(term).level;
            switch (columns.get(parts.get(term).source)) {
                case Cases.Column.Numeric numeric -> {
                    for (int i = 0; i < rows.length; i++) {
                        double value = numeric.values()[i];
                        rows[i][term] = Double.isNaN(value) ? 0 : value;
                    }
                }
                case Cases.Column.Words words -> {
                    for (int i = 0; i < rows.length; i++) {
                        rows[i][term] = words.values()[i].equals(level) ? 1 : 0;
                    }
                }
            }
        }
        return rows;
    }

    /** The mean of each column; in whatever order the rows come, to the last bit. */
    public static double[] means(double[][] rows) {
        double[] means = new double[rows.length == 0 ? 0 : rows[0].length];
        for (int c = 0; c < means.length; c++) {
            int column = c;
            means[c] =
                    Arrays.stream(rows).mapToDouble(row -> row[column]).sorted().sum()
                            / rows.length;
        }
        return means;
    }
}
