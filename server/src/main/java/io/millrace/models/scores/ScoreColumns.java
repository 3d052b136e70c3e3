package io.millrace.models.scores;

import io.millrace.kernel.model.CustomerTable;
import io.millrace.shared.SortedProfiles;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scores in primitive columns; filled in the order of the ids, read when it is whole. */
final class ScoreColumns extends CustomerTable implements ScoreTable {
    private final List<Figure> figures;
    private final double[][] numbers;
    private final @Nullable String[][] texts;
    private final long[] scales;

    ScoreColumns(List<Figure> figures, int capacity) {
        this.figures = figures;
        this.numbers = new double[figures.size()][];
        this.texts = new String[figures.size()][];
        this.scales = figures.stream().mapToLong(one -> scale(one.decimals())).toArray();
        for (int i = 0; i < figures.size(); i++) {
            boolean text = figures.get(i).isText();
            numbers[i] = new double[text ? 0 : capacity()];
            texts[i] = new String[text ? capacity() : 0];
        }
        reserve(capacity);
    }

    private static long scale(int decimals) {
        long scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        return scale;
    }

    @Override
    public List<Figure> figures() {
        return figures;
    }

    @Override
    public int place(String figure) {
        return IntStream.range(0, figures.size())
                .filter(i -> figures.get(i).key().equals(figure))
                .findFirst()
                .orElse(-1);
    }

    @Override
    public double number(int figure, int row) {
        return figures.get(figure).isText() ? Double.NaN : numbers[figure][row];
    }

    @Override
    public @Nullable String text(int figure, int row) {
        return figures.get(figure).isText() ? texts[figure][row] : null;
    }

    @Override
    public SortedProfiles where(IntPredicate passes) {
        return SortedProfiles.of(this, passes);
    }

    /** Adds a customer without figures and answers the row. */
    int add(long high, long low) {
        int row = addRow(high, low);
        for (double[] column : numbers) {
            if (column.length > 0) {
                column[row] = Double.NaN;
            }
        }
        return row;
    }

    /** Rounded to the figure's decimals; what is not finite is no figure. */
    void set(int figure, int row, double number) {
        long scale = scales[figure];
        numbers[figure][row] =
                Double.isFinite(number) ? Math.rint(number * scale) / scale + 0.0 : Double.NaN;
    }

    void set(int figure, int row, @Nullable String text) {
        texts[figure][row] = text;
    }

    /** True if the two rows say the same of all figures; both tables have the same figures. */
    boolean same(int row, ScoreColumns other, int otherRow) {
        for (int i = 0; i < figures.size(); i++) {
            boolean equal =
                    figures.get(i).isText()
                            ? java.util.Objects.equals(texts[i][row], other.texts[i][otherRow])
                            : Double.compare(numbers[i][row], other.numbers[i][otherRow]) == 0;
            if (!equal) {
                return false;
            }
        }
        return true;
    }

    void append(ScoreColumns other) {
        int from = addRows(other);
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).isText()) {
                System.arraycopy(other.texts[i], 0, texts[i], from, other.size());
            } else {
                System.arraycopy(other.numbers[i], 0, numbers[i], from, other.size());
            }
        }
    }

    @Override
    protected void lengthen(int capacity) {
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).isText()) {
                texts[i] = Arrays.copyOf(texts[i], capacity);
            } else {
                numbers[i] = Arrays.copyOf(numbers[i], capacity);
            }
        }
    }
}
