package io.millrace.kernel.timeline;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The days behind sealed dates (birthdays above all), in memory only: conditions can ask of the
 * anniversary of a value that no file holds in clear. Found by the hash of the sealed text, which
 * is different for every fact and gone with it when a person is erased; the table itself names
 * nobody. Grows only; safe for any thread, readers wait for nobody.
 */
public final class SealedDates {
    /** No such sealed text is known, or it is no date. */
    public static final long NONE = Long.MIN_VALUE;

    private static final int FIRST_LENGTH = 1 << 10;

    /** Hash and day side by side; a hash of 0 is an empty place. */
    private volatile AtomicLongArray table = new AtomicLongArray(2 * FIRST_LENGTH);

    private int size;

    /**
     * @param epochDay days since 1970-01-01
     */
    public synchronized void put(String sealed, long epochDay) {
        if (size * 2L >= table.length() / 2) {
            grow();
        }
        if (put(table, SubjectHash.of(sealed), epochDay)) {
            size++;
        }
    }

    /** The epoch day, or {@link #NONE}. */
    public long day(String sealed) {
        AtomicLongArray now = table;
        int place = place(now, SubjectHash.of(sealed));
        return now.getAcquire(place) == 0 ? NONE : now.get(place + 1);
    }

    public boolean knows(String sealed) {
        return day(sealed) != NONE;
    }

    public synchronized int size() {
        return size;
    }

    private void grow() {
        AtomicLongArray old = table;
        AtomicLongArray wider = new AtomicLongArray(old.length() * 2);
        for (int place = 0; place < old.length(); place += 2) {
            if (old.get(place) != 0) {
                put(wider, old.get(place), old.get(place + 1));
            }
        }
        table = wider;
    }

    /** The day before the hash, so that whoever finds the hash finds its day. */
    private static boolean put(AtomicLongArray into, long hash, long day) {
        int place = place(into, hash);
        boolean empty = into.get(place) == 0;
        into.set(place + 1, day);
        into.setRelease(place, hash);
        return empty;
    }

    private static int place(AtomicLongArray in, long hash) {
        int mask = in.length() / 2 - 1;
        int slot = (int) hash & mask;
        while (in.getAcquire(2 * slot) != 0 && in.get(2 * slot) != hash) {
            slot = (slot + 1) & mask;
        }
        return 2 * slot;
    }
}
