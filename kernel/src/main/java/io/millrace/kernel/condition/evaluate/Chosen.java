package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.timeline.Dictionary;
import java.util.Arrays;

/** Some of a walk's listeners, by the kinds that they want; made anew for each customer. */
final class Chosen {
    private static final Listener[] NOBODY = {};

    private Listener[] all = new Listener[16];
    private int size;
    private Listener[] others = NOBODY;
    private int othersSize;
    private Listener[][] byKind = {};
    private int[] sizes = {};
    private int[] kinds = new int[16];
    private int kindsSize;
    private long choice;

    /**
     * @param from where its choices are counted from, far from those of others over the same
     *     listeners
     */
    Chosen(long from) {
        choice = from;
    }

    void begin() {
        for (int i = 0; i < kindsSize; i++) {
            sizes[kinds[i]] = 0;
        }
        kindsSize = 0;
        size = 0;
        othersSize = 0;
        choice++;
    }

    void add(Listener listener) {
        if (listener.choice == choice) {
            return;
        }
        listener.choice = choice;
        if (size == all.length) {
            all = Arrays.copyOf(all, size * 2);
        }
        all[size++] = listener;
        if (listener.every()) {
            if (othersSize == others.length) {
                others = Arrays.copyOf(others, othersSize * 2 + 4);
            }
            others[othersSize++] = listener;
            return;
        }
        for (int i = 0; i < listener.kinds().size(); i++) {
            int kind = listener.kinds().get(i).value;
            if (kind != Dictionary.NONE) {
                add(kind, listener);
            }
        }
    }

    private void add(int kind, Listener listener) {
        if (kind >= byKind.length) {
            byKind = Arrays.copyOf(byKind, kind * 2 + 16);
            sizes = Arrays.copyOf(sizes, kind * 2 + 16);
        }
        Listener[] some = byKind[kind] == null ? new Listener[4] : byKind[kind];
        int count = sizes[kind];
        if (count == 0) {
            if (kindsSize == kinds.length) {
                kinds = Arrays.copyOf(kinds, kindsSize * 2);
            }
            kinds[kindsSize++] = kind;
        }
        if (count == some.length) {
            some = Arrays.copyOf(some, count * 2);
        }
        some[count] = listener;
        byKind[kind] = some;
        sizes[kind] = count + 1;
    }

    int size() {
        return size;
    }

    Listener get(int number) {
        return all[number];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** How many want facts of this kind because of the kind. */
    int size(int kind) {
        return kind < sizes.length ? sizes[kind] : 0;
    }

    Listener[] of(int kind) {
        return byKind[kind];
    }

    /** How many want every fact. */
    int others() {
        return othersSize;
    }

    Listener other(int number) {
        return others[number];
    }
}
