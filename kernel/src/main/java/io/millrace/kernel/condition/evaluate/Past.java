package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Length;
import io.millrace.kernel.condition.Moment;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Timeline;
import java.time.LocalDate;

/** The stage of a moment before the instant of evaluation. */
final class Past extends Excursion {
    private final Placer placer;
    private final Moment moment;
    private final Calendars calendars;

    Past(Placer placer, Moment moment, Calendars calendars) {
        this.placer = placer;
        this.moment = moment;
        this.calendars = calendars;
    }

    @Override
    void walk(Timeline timeline, long asOf, boolean closely, Walk walk) {
        placer.place(timeline, then(asOf));
    }

    int stage() {
        return placer.stage();
    }

    long until(long asOf) {
        long until = placer.until();
        return switch (moment) {
            case Moment.At(var instant) ->
                    until <= Micros.of(instant) && asOf < Micros.of(instant)
                            ? until
                            : Verdict.NEVER;
            case Moment.Ago(Length length) ->
                    until == Verdict.NEVER
                            ? until
                            : length.isExact() ? until + length.micros() : day(until, length);
            case Moment.Now _ -> until;
        };
    }

    /**
     * So many months ago is the beginning of that day: the only rule by which time never runs back.
     */
    private long then(long asOf) {
        return switch (moment) {
            case Moment.At(var instant) -> Math.min(asOf, Micros.of(instant));
            case Moment.Ago(Length length) ->
                    length.isExact()
                            ? asOf - length.micros()
                            : calendars.startOfDay(
                                    calendars
                                            .date(asOf)
                                            .minusMonths(length.asMonths())
                                            .toEpochDay());
            case Moment.Now _ -> asOf;
        };
    }

    /** The beginning of the first day on which that many months ago was at or after an instant. */
    private long day(long instant, Length length) {
        long day = calendars.day(instant);
        LocalDate first = LocalDate.ofEpochDay(calendars.startOfDay(day) < instant ? day + 1 : day);
        LocalDate then = first.plusMonths(length.asMonths());
        while (then.minusMonths(length.asMonths()).isBefore(first)) {
            then = then.plusDays(1);
        }
        return calendars.startOfDay(then.toEpochDay());
    }
}
