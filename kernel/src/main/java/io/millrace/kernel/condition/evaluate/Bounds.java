package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Length;
import io.millrace.kernel.condition.Window;
import io.millrace.kernel.timeline.Micros;

/**
 * Which facts a window holds as of the instant of {@link #prepare}, and when passing time lets a
 * fact in or out. Only facts at or before that instant are asked about.
 */
abstract sealed class Bounds {
    private static final long ALWAYS = Long.MIN_VALUE;

    private long prepared;
    private boolean isPrepared;

    /** No fact before this is inside or will ever be. */
    long reach = ALWAYS;

    /** Works out the limits; cheap if the instant is the same as before. */
    final void prepare(long asOf) {
        if (!isPrepared || asOf != prepared) {
            prepared = asOf;
            isPrepared = true;
            limit(asOf);
        }
    }

    abstract void limit(long asOf);

    abstract boolean inside(long at);

    /** When a fact that is inside leaves, or never. */
    long leaves(long at) {
        return Verdict.NEVER;
    }

    /** When a fact that is not inside enters, or never. */
    long enters(long at) {
        return Verdict.NEVER;
    }

    /** True if time alone moves facts. */
    boolean moves() {
        return false;
    }

    static Bounds of(Window window, Calendars calendars) {
        return switch (window) {
            case Window.Ever _ -> new Fixed(ALWAYS, Verdict.NEVER);
            case Window.Since _ -> new Fixed(ALWAYS, Verdict.NEVER);
            case Window.Last(Length length) ->
                    length.isExact()
                            ? new LastExact(length.micros())
                            : new LastMonths(length, calendars);
            case Window.Older(Length length) -> new Older(length, calendars);
            case Window.Calendar it -> new Units(it, calendars);
            case Window.Between it ->
                    new Fixed(
                            it.from().map(Micros::of).orElse(ALWAYS),
                            it.to().map(Micros::of).orElse(Verdict.NEVER));
            case Window.Dates it ->
                    new Fixed(
                            it.from()
                                    .map(day -> calendars.startOfDay(day.toEpochDay()))
                                    .orElse(ALWAYS),
                            it.to()
                                    .map(day -> calendars.startOfDay(day.toEpochDay() + 1))
                                    .orElse(Verdict.NEVER));
            case Window.AroundAnniversary it ->
                    new Around(new Anniversaries(it.daysBefore(), it.daysAfter(), calendars));
        };
    }

    /** Facts with {@code from <= at < to}. */
    static final class Fixed extends Bounds {
        private final long from;
        private final long to;

        Fixed(long from, long to) {
            this.from = from;
            this.to = to;
        }

        @Override
        void limit(long asOf) {
            reach = from;
        }

        @Override
        boolean inside(long at) {
            return at >= from && at < to;
        }
    }

    private static final class LastExact extends Bounds {
        private final long length;

        LastExact(long length) {
            this.length = length;
        }

        @Override
        void limit(long asOf) {
            reach = asOf - length + 1;
        }

        @Override
        boolean inside(long at) {
            return at >= reach;
        }

        @Override
        long leaves(long at) {
            return at + length;
        }

        @Override
        boolean moves() {
            return true;
        }
    }

    /** Months end fact by fact; only facts near the limit need the calendar. */
    private static final class LastMonths extends Bounds {
        private static final long NEAR = 6 * Micros.DAY;

        private final Length length;
        private final Calendars calendars;
        private long asOf;
        private long surely;

        LastMonths(Length length, Calendars calendars) {
            this.length = length;
            this.calendars = calendars;
        }

        @Override
        void limit(long instant) {
            asOf = instant;
            long start = calendars.minusMonths(instant, length.asMonths());
            reach = start - NEAR;
            surely = start + NEAR;
        }

        @Override
        boolean inside(long at) {
            return at >= surely || at >= reach && leaves(at) > asOf;
        }

        @Override
        long leaves(long at) {
            return calendars.plus(at, length);
        }

        @Override
        boolean moves() {
            return true;
        }
    }

    private static final class Older extends Bounds {
        private static final long NEAR = 6 * Micros.DAY;

        private final Length length;
        private final Calendars calendars;
        private long asOf;
        private long surely;

        Older(Length length, Calendars calendars) {
            this.length = length;
            this.calendars = calendars;
        }

        @Override
        void limit(long instant) {
            asOf = instant;
            surely =
                    length.isExact()
                            ? instant - length.micros()
                            : calendars.minusMonths(instant, length.asMonths()) - NEAR;
        }

        @Override
        boolean inside(long at) {
            return at <= surely || enters(at) <= asOf;
        }

        @Override
        long enters(long at) {
            return calendars.plus(at, length);
        }

        @Override
        boolean moves() {
            return true;
        }
    }

    private static final class Units extends Bounds {
        private final Window.Calendar window;
        private final Calendars calendars;
        private long end;

        Units(Window.Calendar window, Calendars calendars) {
            this.window = window;
            this.calendars = calendars;
        }

        @Override
        void limit(long asOf) {
            long now = calendars.unit(asOf, window.unit());
            reach = calendars.start(now + window.first(), window.unit());
            end = calendars.start(now + window.last() + 1, window.unit());
        }

        @Override
        boolean inside(long at) {
            return at >= reach && at < end;
        }

        @Override
        long leaves(long at) {
            long own = calendars.unit(at, window.unit());
            return calendars.start(own - window.first() + 1, window.unit());
        }

        @Override
        long enters(long at) {
            if (at < reach) {
                return Verdict.NEVER;
            }
            long own = calendars.unit(at, window.unit());
            return calendars.start(own - window.last(), window.unit());
        }

        @Override
        boolean moves() {
            return true;
        }
    }

    /** Days around an anniversary, once the walk has found the date. */
    static final class Around extends Bounds {
        private final Anniversaries anniversaries;
        private Anniversaries.Period period = Anniversaries.Period.NONE;

        Around(Anniversaries anniversaries) {
            this.anniversaries = anniversaries;
        }

        @Override
        void limit(long asOf) {}

        void date(long day, long asOf) {
            period = anniversaries.period(day, asOf);
        }

        void noDate() {
            period = Anniversaries.Period.NONE;
        }

        /** When the next period begins. */
        long shifts() {
            return period.next();
        }

        @Override
        boolean inside(long at) {
            return at >= period.from() && at < period.to();
        }
    }
}
