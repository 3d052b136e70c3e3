package io.millrace.kernel.model.basket;

import io.millrace.kernel.model.CustomerTable;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Gathers {@link ItemHistories} customer by customer, in any order within a customer. Two logs of
 * different customers can be put behind one another.
 */
public final class ItemLog extends CustomerTable {
    private static final int FEW = 64;

    private int[] ends = new int[capacity()];
    private int lines;
    private int[] days = new int[FEW];
    private int[] codes = new int[FEW];
    private int[] quantities = new int[FEW];
    private long[] amounts = new long[FEW];
    private long[] asked = new long[FEW];

    /**
     * Adds units of an item to the customer who is being told; less than none gives back.
     *
     * @param code of the item, at least 0
     * @param amount minor units
     */
    public void line(int day, int code, int quantity, long amount) {
        line(day, code, quantity, amount, amount);
    }

    /**
     * The same where another price was asked than was paid.
     *
     * @param list what the units cost by the list, minor units
     */
    public void line(int day, int code, int quantity, long amount, long list) {
        if (lines == days.length) {
            room(lines * 2);
        }
        days[lines] = day;
        codes[lines] = code;
        quantities[lines] = quantity;
        asked[lines] = list;
        amounts[lines++] = amount;
    }

    /** Ends the customer whose lines were added; one of whom nothing is left is passed over. */
    public void customer(long high, long low) {
        int from = size() == 0 ? 0 : ends[size() - 1];
        lines = from + merged(from);
        if (lines == from) {
            return;
        }
        int row = addRow(high, low);
        ends[row] = lines;
    }

    /** Sums the lines of one item on one day, and drops those of which nothing is left. */
    private int merged(int from) {
        for (int line = from + 1; line < lines; line++) {
            sink(line, from);
        }
        int kept = from;
        for (int line = from; line < lines; ) {
            int first = line;
            int quantity = 0;
            long amount = 0;
            long list = 0;
            while (line < lines && days[line] == days[first] && codes[line] == codes[first]) {
                quantity += quantities[line];
                list += asked[line];
                amount += amounts[line++];
            }
            if (quantity > 0) {
                put(kept++, days[first], codes[first], quantity, amount, list);
            }
        }
        return kept - from;
    }

    /** Purchases come almost in order: a line rarely has far to go to its place. */
    private void sink(int line, int from) {
        int day = days[line];
        int code = codes[line];
        int quantity = quantities[line];
        long amount = amounts[line];
        long list = asked[line];
        int at = line;
        while (at > from && (days[at - 1] > day || (days[at - 1] == day && codes[at - 1] > code))) {
            put(
                    at,
                    days[at - 1],
                    codes[at - 1],
                    quantities[at - 1],
                    amounts[at - 1],
                    asked[at - 1]);
            at--;
        }
        put(at, day, code, quantity, amount, list);
    }

    private void put(int line, int day, int code, int quantity, long amount, long list) {
        days[line] = day;
        codes[line] = code;
        quantities[line] = quantity;
        amounts[line] = amount;
        asked[line] = list;
    }

    public ItemLog append(ItemLog other) {
        int first = addRows(other);
        for (int i = 0; i < other.size(); i++) {
            ends[first + i] = lines + other.ends[i];
        }
        room(Math.max(days.length, lines + other.lines));
        System.arraycopy(other.days, 0, days, lines, other.lines);
        System.arraycopy(other.codes, 0, codes, lines, other.lines);
        System.arraycopy(other.quantities, 0, quantities, lines, other.lines);
        System.arraycopy(other.amounts, 0, amounts, lines, other.lines);
        System.arraycopy(other.asked, 0, asked, lines, other.lines);
        lines += other.lines;
        return this;
    }

    @Override
    protected void lengthen(int capacity) {
        ends = Arrays.copyOf(ends, capacity);
    }

    private void room(int capacity) {
        days = Arrays.copyOf(days, capacity);
        codes = Arrays.copyOf(codes, capacity);
        quantities = Arrays.copyOf(quantities, capacity);
        amounts = Arrays.copyOf(amounts, capacity);
        asked = Arrays.copyOf(asked, capacity);
    }

    /**
     * @param words the key of each code that was told; no two codes have the same
     */
    public ItemHistories histories(IntFunction<String> words) {
        String[] keys =
                Arrays.stream(codes, 0, lines)
                        .distinct()
                        .mapToObj(words)
                        .sorted()
                        .toArray(String[]::new);
        int[] numbers = new int[1 + Arrays.stream(codes, 0, lines).max().orElse(-1)];
        Arrays.stream(codes, 0, lines)
                .distinct()
                .forEach(code -> numbers[code] = Arrays.binarySearch(keys, words.apply(code)));
        return new Numbering(numbers).histories(keys);
    }

    /** Parts lines into visits, with the items' numbers instead of their codes. */
    private final class Numbering {
        private final int[] numbers;
        private final int[] visitEnds = new int[size()];
        private final int[] visitDays = new int[lines];
        private final int[] lineEnds = new int[lines];
        private final int[] items = new int[lines];
        private final int[] units = new int[lines];
        private final long[] money = new long[lines];
        private final long[] lists = new long[lines];
        private int visits;

        Numbering(int[] numbers) {
            this.numbers = numbers;
        }

        ItemHistories histories(String[] keys) {
            for (int row = 0; row < size(); row++) {
                int from = row == 0 ? 0 : ends[row - 1];
                while (from < ends[row]) {
                    from = visit(from, ends[row]);
                }
                visitEnds[row] = visits;
            }
            return new ItemHistories(
                    Arrays.asList(keys),
                    ItemLog.this,
                    visitEnds,
                    Arrays.copyOf(visitDays, visits),
                    Arrays.copyOf(lineEnds, visits),
                    items,
                    units,
                    money,
                    lists);
        }

        private int visit(int from, int end) {
            int to = from;
            while (to < end && days[to] == days[from]) {
                to++;
            }
            long[] order = new long[to - from];
            for (int line = from; line < to; line++) {
                order[line - from] = (long) numbers[codes[line]] << 32 | line;
            }
            Arrays.sort(order);
            for (int i = 0; i < order.length; i++) {
                int line = (int) order[i];
                items[from + i] = (int) (order[i] >>> 32);
                units[from + i] = quantities[line];
                money[from + i] = amounts[line];
                lists[from + i] = asked[line];
            }
            visitDays[visits] = days[from];
            lineEnds[visits++] = to;
            return to;
        }
    }
}
