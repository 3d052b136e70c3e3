package io.millrace.shared;

import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Ids as pairs of numbers in one array; subsets share it. */
final class PackedProfiles extends AbstractSet<ProfileId> implements SortedProfiles {
    /** High and low halves in turn. */
    private final long[] halves;

    private final int from;
    private final int to;

    private PackedProfiles(long[] halves, int from, int to) {
        this.halves = halves;
        this.from = from;
        this.to = to;
    }

    static PackedProfiles of(
            int rows,
            IntUnaryOperator row,
            SortedProfiles.Halves highs,
            SortedProfiles.Halves lows) {
        long[] halves = new long[2 * rows];
        for (int n = 0; n < rows; n++) {
            int at = row.applyAsInt(n);
            halves[2 * n] = highs.at(at);
            halves[2 * n + 1] = lows.at(at);
        }
        return new PackedProfiles(halves, 0, rows);
    }

    @Override
    public int size() {
        return to - from;
    }

    @Override
    public boolean contains(@Nullable Object other) {
        if (!(other instanceof ProfileId profile)) {
            return false;
        }
        int at = place(profile);
        return at < to && get(at).equals(profile);
    }

    @Override
    public Iterator<ProfileId> iterator() {
        return new Iterator<>() {
            private int next = from;

            @Override
            public boolean hasNext() {
                return next < to;
            }

            @Override
            public ProfileId next() {
                if (next >= to) {
                    throw new NoSuchElementException();
                }
                return get(next++);
            }
        };
    }

    @Override
    public @Nullable Comparator<? super ProfileId> comparator() {
        return null;
    }

    @Override
    public SortedProfiles subSet(ProfileId fromElement, ProfileId toElement) {
        return between(place(fromElement), place(toElement));
    }

    @Override
    public SortedProfiles headSet(ProfileId toElement) {
        return between(from, place(toElement));
    }

    @Override
    public SortedProfiles tailSet(ProfileId fromElement) {
        return between(place(fromElement), to);
    }

    @Override
    public ProfileId first() {
        return any(from);
    }

    @Override
    public ProfileId last() {
        return any(to - 1);
    }

    private ProfileId any(int at) {
        if (size() == 0) {
            throw new NoSuchElementException();
        }
        return get(at);
    }

    private SortedProfiles between(int start, int end) {
        if (start > end) {
            throw new IllegalArgumentException("the bounds are the wrong way round");
        }
        return new PackedProfiles(halves, start, end);
    }

    /** The first place whose id is not below this one. */
    private int place(ProfileId profile) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (get(middle).compareTo(profile) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private ProfileId get(int at) {
        return new ProfileId(new UUID(halves[2 * at], halves[2 * at + 1]));
    }
}
