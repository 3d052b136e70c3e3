package io.millrace.kernel.condition.evaluate;

import org.jspecify.annotations.Nullable;

/** What is remembered of the facts that count. */
final class Gauge {
    long count;
    long firstAt;
    long lastAt;
    final Cell first = new Cell();
    final Cell last = new Cell();

    /** How many of the facts had a number. */
    long numbers;

    long wholes;
    double reals;
    boolean anyReal;
    final Cell least = new Cell();
    final Cell most = new Cell();
    final @Nullable Keys distinct;
    private final Cell number = new Cell();
    private final Codes codes;

    Gauge(Codes codes, boolean distinct) {
        this.codes = codes;
        this.distinct = distinct ? new Keys() : null;
    }

    void reset() {
        count = 0;
        numbers = 0;
        wholes = 0;
        reals = 0;
        anyReal = false;
        if (distinct != null) {
            distinct.clear();
        }
    }

    /** A fact without a property. */
    void add(long at) {
        if (count++ == 0) {
            firstAt = at;
        }
        lastAt = at;
    }

    /** A fact after all others. */
    void add(long at, Cell cell) {
        if (count == 0) {
            first.set(cell);
        }
        last.set(cell);
        add(at);
        value(cell);
    }

    /** A fact before all others. */
    void addBefore(long at, Cell cell) {
        if (count++ == 0) {
            last.set(cell);
            lastAt = at;
        }
        first.set(cell);
        firstAt = at;
        value(cell);
    }

    double sum() {
        return wholes + reals;
    }

    private void value(Cell cell) {
        if (!cell.isReadable()) {
            return;
        }
        if (distinct != null) {
            distinct.place(cell);
        }
        if (!cell.toNumber(codes, number)) {
            return;
        }
        if (number.type == Cell.WHOLE) {
            wholes += number.payload;
        } else {
            reals += number.number();
            anyReal = true;
        }
        if (numbers == 0 || Cell.compare(number, least) < 0) {
            least.set(number);
        }
        if (numbers == 0 || Cell.compare(number, most) > 0) {
            most.set(number);
        }
        numbers++;
    }
}
