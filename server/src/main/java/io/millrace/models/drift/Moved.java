package io.millrace.models.drift;

import io.millrace.kernel.model.RfmRegion;
import io.millrace.kernel.model.RfmScores;
import io.millrace.shared.SortedProfiles;
import java.util.function.IntPredicate;

/** Everybody's scores on two days, and on the second day by the bounds of the first. */
final class Moved {
    /** What became of a score. */
    enum Way {
        UP_ITSELF("up-itself"),
        UP_BOUND("up-bound"),
        SAME("same"),
        DOWN_ITSELF("down-itself"),
        DOWN_BOUND("down-bound");

        private final String key;

        Way(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /** One of the three scores of a row. */
    @FunctionalInterface
    private interface Reading {
        int of(RfmScores scores, int row);
    }

    /** The three scores. */
    enum Dimension {
        R("r", RfmScores::r),
        F("f", RfmScores::f),
        M("m", RfmScores::m);

        private final String key;
        private final Reading reading;

        Dimension(String key, Reading reading) {
            this.key = key;
            this.reading = reading;
        }

        String key() {
            return key;
        }
    }

    private final RfmScores before;
    private final RfmScores now;
    private final RfmScores byOldBounds;
    private final int[] rows;

    Moved(RfmScores before, RfmScores now, RfmScores byOldBounds) {
        this.before = before;
        this.now = now;
        this.byOldBounds = byOldBounds;
        this.rows = new int[now.table().size()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = before.table().rowOf(now.table().customer(row));
        }
    }

    int size() {
        return rows.length;
    }

    /** True if the customer had scores on the first day too. */
    boolean isBoth(int row) {
        return rows[row] >= 0;
    }

    Way way(Dimension dimension, int row) {
        int then = dimension.reading.of(before, rows[row]);
        int is = dimension.reading.of(now, row);
        int byOld = dimension.reading.of(byOldBounds, row);
        if (is == then) {
            return Way.SAME;
        }
        if (is > then) {
            return byOld > then ? Way.UP_ITSELF : Way.UP_BOUND;
        }
        return byOld < then ? Way.DOWN_ITSELF : Way.DOWN_BOUND;
    }

    RfmRegion from(int row) {
        return before.region(rows[row]);
    }

    RfmRegion to(int row) {
        return now.region(row);
    }

    /** True if the customer would be in the segment of the first day by the bounds of that day. */
    boolean isByBound(int row) {
        return byOldBounds.region(row) == from(row);
    }

    SortedProfiles where(IntPredicate passes) {
        return SortedProfiles.of(now.table(), row -> isBoth(row) && passes.test(row));
    }
}
