package io.millrace.kernel.condition;

import io.millrace.kernel.timeline.Micros;

/** A condition with the places of its figures, ready to be answered. */
sealed interface Node {
    boolean holds(Tracks figures);

    /** When time alone can change the answer. */
    long until(Tracks figures);

    /** The whole group holds as soon as one part {@code decides}, else the opposite. */
    record Group(Node[] parts, boolean decides, boolean answer) implements Node {
        @Override
        public boolean holds(Tracks figures) {
            return isDecided(figures) ? answer : !answer;
        }

        /**
         * A decided group changes when all parts that decide it have changed; an undecided one as
         * soon as any part changes.
         */
        @Override
        public long until(Tracks figures) {
            boolean decided = isDecided(figures);
            long until = decided ? Long.MIN_VALUE : Verdict.NEVER;
            for (Node part : parts) {
                if (!decided) {
                    until = Math.min(until, part.until(figures));
                } else if (part.holds(figures) == decides) {
                    until = Math.max(until, part.until(figures));
                }
            }
            return until;
        }

        private boolean isDecided(Tracks figures) {
            for (Node part : parts) {
                if (part.holds(figures) == decides) {
                    return true;
                }
            }
            return false;
        }
    }

    record Count(int track, Comparison comparison, long number) implements Node {
        @Override
        public boolean holds(Tracks figures) {
            return comparison.holds(figures.count(track), number);
        }

        @Override
        public long until(Tracks figures) {
            return figures.leaves(track);
        }
    }

    record Sum(int track, Comparison comparison, long minorUnits) implements Node {
        @Override
        public boolean holds(Tracks figures) {
            return comparison.holds(figures.sum(track), minorUnits);
        }

        @Override
        public long until(Tracks figures) {
            return figures.leaves(track);
        }
    }

    /** Full days since the first or the last fact of a track. */
    record Since(int track, boolean last, Comparison comparison, int days) implements Node {
        @Override
        public boolean holds(Tracks figures) {
            return figures.count(track) > 0 && elapsed(figures.asOf(), from(figures), this);
        }

        @Override
        public long until(Tracks figures) {
            return figures.count(track) == 0
                    ? Verdict.NEVER
                    : next(figures.asOf(), from(figures), comparison, days);
        }

        private long from(Tracks figures) {
            return last ? figures.last(track) : figures.first(track);
        }

        private static boolean elapsed(long asOf, long from, Since since) {
            return since.comparison.holds(Micros.daysBetween(from, asOf), since.days);
        }
    }

    record Age(Comparison comparison, int days) implements Node {
        @Override
        public boolean holds(Tracks figures) {
            return figures.any()
                    && comparison.holds(
                            Micros.daysBetween(figures.earliest(), figures.asOf()), days);
        }

        @Override
        public long until(Tracks figures) {
            return figures.any()
                    ? next(figures.asOf(), figures.earliest(), comparison, days)
                    : Verdict.NEVER;
        }
    }

    /** Days only ever grow: the answer changes on reaching {@code days} or the day after it. */
    private static long next(long asOf, long from, Comparison comparison, int days) {
        long elapsed = Micros.daysBetween(from, asOf);
        boolean now = comparison.holds(elapsed, days);
        for (long then = days; then <= days + 1L; then++) {
            if (then > elapsed && comparison.holds(then, days) != now) {
                return from + then * Micros.DAY;
            }
        }
        return Verdict.NEVER;
    }
}
