package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Buckets;
import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.preference.Habit;
import io.millrace.kernel.timeline.Micros;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition with its listeners, ready to be answered after a walk. */
sealed interface Node {
    Truth truth(Situation now);

    /**
     * Never later than the instant at which time alone changes whether {@link #truth} reaches a
     * level, {@code TRUE} or {@code UNKNOWN}. At one level three-valued logic is the ordinary one.
     */
    long until(Situation now, Truth level);

    /** Never later than the instant at which time alone changes {@link #truth}. */
    default long until(Situation now) {
        return Math.min(until(now, Truth.TRUE), until(now, Truth.UNKNOWN));
    }

    default Found found(Situation now) {
        return Found.NOTHING;
    }

    /**
     * A group that has this value as soon as one part has it; otherwise it is unknown if a part is,
     * else the opposite.
     */
    record Group(List<Node> parts, Truth decides, boolean negated) implements Node {
        @Override
        public Truth truth(Situation now) {
            Truth truth = joined(now);
            return negated ? truth.not() : truth;
        }

        /**
         * A decided group changes when all parts that decide it have changed; an undecided one as
         * soon as any part changes.
         */
        @Override
        public long until(Situation now, Truth level) {
            Truth inner = !negated ? level : level == Truth.TRUE ? Truth.UNKNOWN : Truth.TRUE;
            boolean deciding = decides == Truth.TRUE;
            boolean decided = joined(now).reaches(inner) == deciding;
            long until = decided ? Long.MIN_VALUE : Verdict.NEVER;
            for (Node part : parts) {
                if (!decided) {
                    until = Math.min(until, part.until(now, inner));
                } else if (part.truth(now).reaches(inner) == deciding) {
                    until = Math.max(until, part.until(now, inner));
                }
            }
            return parts.isEmpty() ? Verdict.NEVER : until;
        }

        private Truth joined(Situation now) {
            Truth joined = decides.not();
            for (int i = 0; i < parts.size(); i++) {
                Truth part = parts.get(i).truth(now);
                if (part == decides) {
                    return decides;
                }
                joined = part == Truth.UNKNOWN ? Truth.UNKNOWN : joined;
            }
            return joined;
        }
    }

    /** Unknown counts as false. */
    record Surely(Node part) implements Node {
        @Override
        public Truth truth(Situation now) {
            return Truth.of(part.truth(now) == Truth.TRUE);
        }

        @Override
        public long until(Situation now, Truth level) {
            return part.until(now, Truth.TRUE);
        }
    }

    /** A question about the facts that a listener counted. */
    record Asked(Counted track, Question question, @Nullable DateTrack date) implements Node {
        @Override
        public Truth truth(Situation now) {
            return date != null && date.day(now.asOf()) == DateTrack.NO_DATE
                    ? Truth.UNKNOWN
                    : question.answer(track.gauge, now.asOf());
        }

        @Override
        public long until(Situation now, Truth level) {
            long until = date == null ? Verdict.NEVER : date.track().future;
            return Math.min(until, track.until(question, level, now.asOf()));
        }

        @Override
        public Found found(Situation now) {
            return Found.of(question, track.gauge, now);
        }
    }

    /** Today is near the anniversary of a date. */
    record Near(DateTrack date, Anniversaries anniversaries) implements Node {
        @Override
        public Truth truth(Situation now) {
            long day = date.day(now.asOf());
            return day == DateTrack.NO_DATE
                    ? Truth.UNKNOWN
                    : Truth.of(
                            now.asOf() < anniversaries.period(day, now.asOf()).to()
                                    && now.asOf() >= anniversaries.period(day, now.asOf()).from());
        }

        @Override
        public long until(Situation now, Truth level) {
            long future = date.track().future;
            long day = date.day(now.asOf());
            if (day == DateTrack.NO_DATE) {
                return future;
            }
            Anniversaries.Period period = anniversaries.period(day, now.asOf());
            boolean inside = now.asOf() >= period.from() && now.asOf() < period.to();
            return Math.min(future, inside ? period.to() : period.next());
        }

        @Override
        public Found found(Situation now) {
            return Found.of(date.question(), date.track().gauge, now);
        }
    }

    /** A question about what the customer likes best. */
    record Liked(PreferenceTrack track, Check check) implements Node {
        @Override
        public Truth truth(Situation now) {
            Cell cell = new Cell();
            track.read(cell);
            return check.of(cell);
        }

        @Override
        public long until(Situation now, Truth level) {
            return track.future;
        }

        @Override
        public Found found(Situation now) {
            Cell cell = new Cell();
            track.read(cell);
            Habit habit = track.habit();
            return new Found(
                    cell.value(now.codes()),
                    false,
                    habit.known(),
                    habit.choices().isEmpty() ? 0 : habit.choices().getFirst().lastAt());
        }
    }

    record Tagged(TagTrack track, boolean today) implements Node {
        @Override
        public Truth truth(Situation now) {
            return Truth.of(today ? isOn(now.calendars().day(now.asOf())) : track.standing() > 0);
        }

        @Override
        public long until(Situation now, Truth level) {
            int days = track.weekdays();
            if (!today || days == 0 || days == 0x7f) {
                return track.future;
            }
            long day = now.calendars().day(now.asOf());
            boolean on = isOn(day);
            long change = day + 1;
            while (isOn(change) == on) {
                change++;
            }
            return Math.min(track.future, now.calendars().startOfDay(change));
        }

        @Override
        public Found found(Situation now) {
            return Found.count(track.standing());
        }

        private boolean isOn(long day) {
            return (track.weekdays() >> Math.floorMod(day + 3, 7) & 1) != 0;
        }
    }

    /** Full days since the first fact of all. */
    record Age(Comparison comparison, int days) implements Node {
        @Override
        public Truth truth(Situation now) {
            return Truth.of(now.walk().any() && comparison.holds(elapsed(now), days));
        }

        @Override
        public long until(Situation now, Truth level) {
            if (!now.walk().any()) {
                return now.walk().following();
            }
            long elapsed = elapsed(now);
            boolean holds = comparison.holds(elapsed, days);
            for (long then = days; then <= days + 1L; then++) {
                if (then > elapsed && comparison.holds(then, days) != holds) {
                    return now.walk().earliest() + then * Micros.DAY;
                }
            }
            return Verdict.NEVER;
        }

        @Override
        public Found found(Situation now) {
            return now.walk().any() ? Found.count(elapsed(now)) : Found.NOTHING;
        }

        private static long elapsed(Situation now) {
            return Micros.daysBetween(now.walk().earliest(), now.asOf());
        }
    }

    record Share(long salt, int from, int below) implements Node {
        @Override
        public Truth truth(Situation now) {
            int number = number(now);
            return Truth.of(number >= from && number < below);
        }

        @Override
        public long until(Situation now, Truth level) {
            return Verdict.NEVER;
        }

        @Override
        public Found found(Situation now) {
            return Found.count(number(now));
        }

        private int number(Situation now) {
            return Buckets.number(salt, now.customerHigh(), now.customerLow());
        }
    }

    /** The first of these that is true names the stage; the last takes whoever is left. */
    record Placed(List<Node> rules, Wanted wanted) implements Node {
        @Override
        public Truth truth(Situation now) {
            return wanted.truth(stage(now));
        }

        @Override
        public long until(Situation now, Truth level) {
            int stage = stage(now);
            if (stage == Placer.NOWHERE) {
                return now.walk().following();
            }
            long until = Verdict.NEVER;
            for (int rule = 0; rule <= stage && rule < rules.size() - 1; rule++) {
                until = Math.min(until, rules.get(rule).until(now, Truth.TRUE));
            }
            return until;
        }

        @Override
        public Found found(Situation now) {
            return wanted.found(stage(now));
        }

        private int stage(Situation now) {
            if (!now.walk().any()) {
                return Placer.NOWHERE;
            }
            int last = rules.size() - 1;
            for (int stage = 0; stage < last; stage++) {
                if (rules.get(stage).truth(now) == Truth.TRUE) {
                    return stage;
                }
            }
            return last;
        }
    }

    /** The stage of another moment. */
    record PlacedThen(Past past, Wanted wanted) implements Node {
        @Override
        public Truth truth(Situation now) {
            return wanted.truth(past.stage());
        }

        @Override
        public long until(Situation now, Truth level) {
            return past.until(now.asOf());
        }

        @Override
        public Found found(Situation now) {
            return wanted.found(past.stage());
        }
    }

    /** Unknown for ever. */
    record Unknown() implements Node {
        @Override
        public Truth truth(Situation now) {
            return Truth.UNKNOWN;
        }

        @Override
        public long until(Situation now, Truth level) {
            return Verdict.NEVER;
        }
    }
}
