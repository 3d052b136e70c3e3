package io.millrace.kernel.model.economics;

import io.millrace.kernel.model.CustomerTable;
import java.util.Arrays;

/**
 * What customers bought line by line, and when they needed the service: one row for each customer
 * with either. Days count from 1970-01-01 in the zone of the fold; money is in minor units.
 */
public final class Dealings extends CustomerTable {
    private static final int FEW = 64;

    private int[] lineEnds = new int[capacity()];
    private int[] contactEnds = new int[capacity()];
    private int lines;
    private int[] days = new int[FEW];
    private int[] products = new int[FEW];
    private long[] quantities = new long[FEW];
    private long[] amounts = new long[FEW];
    private int contacts;
    private int[] contactDays = new int[FEW];

    Dealings() {}

    /** The number of lines with a product and a quantity, of everybody. */
    public int lines() {
        return lines;
    }

    /** The number of contacts with the service, of everybody. */
    public int contacts() {
        return contacts;
    }

    int linesFrom(int row) {
        return row == 0 ? 0 : lineEnds[row - 1];
    }

    int linesTo(int row) {
        return lineEnds[row];
    }

    int contactsFrom(int row) {
        return row == 0 ? 0 : contactEnds[row - 1];
    }

    int contactsTo(int row) {
        return contactEnds[row];
    }

    int day(int line) {
        return days[line];
    }

    int product(int line) {
        return products[line];
    }

    long quantity(int line) {
        return quantities[line];
    }

    long amount(int line) {
        return amounts[line];
    }

    int contactDay(int contact) {
        return contactDays[contact];
    }

    void line(int day, int product, long quantity, long amount) {
        if (lines == days.length) {
            roomForLines(lines * 2);
        }
        days[lines] = day;
        products[lines] = product;
        quantities[lines] = quantity;
        amounts[lines++] = amount;
    }

    void contact(int day) {
        if (contacts == contactDays.length) {
            contactDays = Arrays.copyOf(contactDays, contacts * 2);
        }
        contactDays[contacts++] = day;
    }

    /** Ends the row of a customer; without a line or a contact there is none. */
    void customer(long high, long low) {
        int last = size() - 1;
        int before = last < 0 ? 0 : lineEnds[last] + contactEnds[last];
        if (lines + contacts > before) {
            int row = addRow(high, low);
            lineEnds[row] = lines;
            contactEnds[row] = contacts;
        }
    }

    void append(Dealings other) {
        int first = addRows(other);
        roomForLines(Math.max(days.length, lines + other.lines));
        contactDays =
                Arrays.copyOf(contactDays, Math.max(contactDays.length, contacts + other.contacts));
        System.arraycopy(other.days, 0, days, lines, other.lines);
        System.arraycopy(other.products, 0, products, lines, other.lines);
        System.arraycopy(other.quantities, 0, quantities, lines, other.lines);
        System.arraycopy(other.amounts, 0, amounts, lines, other.lines);
        System.arraycopy(other.contactDays, 0, contactDays, contacts, other.contacts);
        for (int row = 0; row < other.size(); row++) {
            lineEnds[first + row] = lines + other.lineEnds[row];
            contactEnds[first + row] = contacts + other.contactEnds[row];
        }
        lines += other.lines;
        contacts += other.contacts;
    }

    @Override
    protected void lengthen(int capacity) {
        lineEnds = Arrays.copyOf(lineEnds, capacity);
        contactEnds = Arrays.copyOf(contactEnds, capacity);
    }

    private void roomForLines(int capacity) {
        days = Arrays.copyOf(days, capacity);
        products = Arrays.copyOf(products, capacity);
        quantities = Arrays.copyOf(quantities, capacity);
        amounts = Arrays.copyOf(amounts, capacity);
    }
}
