package io.millrace.kernel.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The store-wide dictionary in memory: append-only, so that a code means the same for ever. Readers
 * of {@link #word} take no lock; a word of an erased person leaves a hole that is never reused.
 */
final class Words implements Dictionary {
    private final Object lock = new Object();
    private volatile @Nullable String[] words = new @Nullable String[256];
    private volatile int size;
    private int[] table = new int[1024];
    private volatile SealedDates dates = new SealedDates();

    @Override
    public int code(String word) {
        synchronized (lock) {
            return table[slot(word)] - 1;
        }
    }

    @Override
    public String word(int code) {
        if (code < 0 || code >= size) {
            throw new IllegalArgumentException("no word has the code " + code);
        }
        String word = words[code];
        return word == null ? "" : word;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long dateUnder(String sealed) {
        return dates.day(sealed);
    }

    void know(SealedDates opened) {
        dates = opened;
    }

    /** The code of a word, new if need be. */
    int add(String word) {
        synchronized (lock) {
            int slot = slot(word);
            if (table[slot] == 0) {
                append(word);
                table[slot] = size;
                if (size * 2 > table.length) {
                    rehash(table.length * 2);
                }
                return size - 1;
            }
            return table[slot] - 1;
        }
    }

    /** Words from a code on, holes as null. */
    List<@Nullable String> from(int code) {
        synchronized (lock) {
            List<@Nullable String> list = new ArrayList<>(size - code);
            list.addAll(Arrays.asList(words).subList(code, size));
            return list;
        }
    }

    /** Takes over a word as it was stored; null is a hole. */
    void restore(@Nullable String word) {
        if (word != null) {
            add(word);
            return;
        }
        synchronized (lock) {
            append(null);
        }
    }

    Words without(BitSet gone) {
        Words rest = new Words();
        rest.know(dates);
        List<@Nullable String> all = from(0);
        for (int code = 0; code < all.size(); code++) {
            rest.restore(gone.get(code) ? null : all.get(code));
        }
        return rest;
    }

    private void append(@Nullable String word) {
        @Nullable String[] array = words;
        if (size == array.length) {
            array = Arrays.copyOf(array, size * 2);
        }
        array[size] = word;
        words = array;
        size = size + 1;
    }

    private int slot(String word) {
        int mask = table.length - 1;
        int slot = (int) SubjectHash.mix(word.hashCode()) & mask;
        while (table[slot] != 0 && !word.equals(words[table[slot] - 1])) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash(int length) {
        table = new int[length];
        for (int code = 0; code < size; code++) {
            String word = words[code];
            if (word != null) {
                table[slot(word)] = code + 1;
            }
        }
    }
}
