package io.millrace.models.scores;

import io.millrace.shared.SortedProfiles;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scores in primitive columns; filled in the order of the ids, read when it is whole. */
final class ScoreColumns implements ScoreTable {
    private final List<Figure> figures;
    private final double[][] numbers;
    private final @Nullable String[][] texts;
    private final long[] scales;
    private int size;
    private long[] highs;
    private long[] lows;

    ScoreColumns(List<Figure> figures, int capacity) {
        this.figures = figures;
        this.highs = new long[Math.max(16, capacity)];
        this.lows = new long[highs.length];
        this.numbers = new double[figures.size()][];
        this.texts = new String[figures.size()][];
        this.scales = figures.stream().mapToLong(one -> scale(one.decimals())).toArray();
        for (int i = 0; i < figures.size(); i++) {
            boolean text = figures.get(i).isText();
            numbers[i] = new double[text ? 0 : highs.length];
            texts[i] = new String[text ? highs.length : 0];
        }
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
    public int size() {
        return size;
    }

    @Override
    public UUID customer(int row) {
        return new UUID(highs[row], lows[row]);
    }

    @Override
    public int rowOf(UUID customer) {
        int from = 0;
        int to = size - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = order(middle, customer);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }

    /** Negative if the row's customer comes before this one. */
    int order(int row, UUID customer) {
        int high = Long.compareUnsigned(highs[row], customer.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(lows[row], customer.getLeastSignificantBits());
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
        int[] rows = IntStream.range(0, size).filter(passes).toArray();
        return SortedProfiles.of(rows.length, n -> rows[n], row -> highs[row], row -> lows[row]);
    }

    /** Adds a customer without figures and answers the row. */
    int add(long high, long low) {
        if (size == highs.length) {
            resize(size * 2);
        }
        highs[size] = high;
        lows[size] = low;
        for (double[] column : numbers) {
            if (column.length > 0) {
                column[size] = Double.NaN;
            }
        }
        return size++;
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
        if (size + other.size > highs.length) {
            resize(Math.max(size + other.size, highs.length * 2));
        }
        System.arraycopy(other.highs, 0, highs, size, other.size);
        System.arraycopy(other.lows, 0, lows, size, other.size);
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).isText()) {
                System.arraycopy(other.texts[i], 0, texts[i], size, other.size);
            } else {
                System.arraycopy(other.numbers[i], 0, numbers[i], size, other.size);
            }
        }
        size += other.size;
    }

    private void resize(int capacity) {
        highs = Arrays.copyOf(highs, capacity);
        lows = Arrays.copyOf(lows, capacity);
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).isText()) {
                texts[i] = Arrays.copyOf(texts[i], capacity);
            } else {
                numbers[i] = Arrays.copyOf(numbers[i], capacity);
            }
        }
    }
}
