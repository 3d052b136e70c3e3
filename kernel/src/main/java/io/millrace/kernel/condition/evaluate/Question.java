package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.condition.Length;
import io.millrace.kernel.condition.Measure;
import io.millrace.kernel.condition.Property;
import io.millrace.kernel.condition.ValueTest;
import io.millrace.kernel.timeline.Value;
import org.jspecify.annotations.Nullable;

/** A measure of a gauge and the test of what it comes to. */
final class Question {
    private final Measure measure;
    private final Check check;
    private final @Nullable Truth ifNothing;
    private final Calendars calendars;
    private final Comparison comparison;
    private final long units;
    private final boolean counts;
    private final boolean elapses;
    private final boolean fromFirst;

    /** The length of an exact unit of time; 0 where the quick way cannot be gone. */
    private final long unit;

    /** True if the test holds a whole number against another. */
    private final boolean whole;

    private final Cell found = new Cell();

    /**
     * @param ifNothing the answer where no fact counts; null lets the test say it
     */
    Question(
            Measure measure,
            ValueTest test,
            @Nullable Truth ifNothing,
            Codes codes,
            Calendars calendars) {
        measure.check(test);
        this.measure = measure;
        this.check = Check.of(test, codes);
        this.ifNothing = ifNothing;
        this.calendars = calendars;
        fromFirst = measure instanceof Measure.SinceFirst;
        elapses = fromFirst || measure instanceof Measure.SinceLast;
        counts = measure instanceof Measure.Count;
        unit = elapses && unit(measure).isExact() ? new Length(1, unit(measure)).micros() : 0;
        if (test instanceof ValueTest.Compares(Comparison named, Value.Whole(long number))) {
            comparison = named;
            units = number;
            whole = true;
        } else {
            comparison = Comparison.EXACTLY;
            units = 0;
            whole = false;
        }
    }

    private static Length.Unit unit(Measure elapsing) {
        return elapsing instanceof Measure.SinceFirst(Length.Unit first)
                ? first
                : ((Measure.SinceLast) elapsing).unit();
    }

    Truth answer(Gauge gauge, long asOf) {
        if (ifNothing != null && gauge.count == 0) {
            return ifNothing;
        }
        if (whole && counts) {
            return Truth.of(comparison.holds(gauge.count, units));
        }
        if (whole && unit > 0 && gauge.count > 0) {
            return Truth.of(comparison.holds((asOf - from(gauge)) / unit, units));
        }
        find(gauge, asOf, found);
        return check.of(found);
    }

    /** What the measure comes to. */
    void find(Gauge gauge, long asOf, Cell into) {
        switch (measure) {
            case Measure.Count _ -> into.whole(gauge.count);
            case Measure.Distinct _ ->
                    into.whole(gauge.distinct == null ? 0 : gauge.distinct.size());
            case Measure.Sum _ -> sum(gauge, into);
            case Measure.Average _ -> average(gauge, into);
            case Measure.Least _ -> known(gauge.numbers > 0, gauge.least, into);
            case Measure.Most _ -> known(gauge.numbers > 0, gauge.most, into);
            case Measure.First _ -> known(gauge.count > 0, gauge.first, into);
            case Measure.Last _ -> known(gauge.count > 0, gauge.last, into);
            case Measure.SinceFirst(Length.Unit unit) -> since(gauge, asOf, unit, into);
            case Measure.SinceLast(Length.Unit unit) -> since(gauge, asOf, unit, into);
        }
    }

    /** True if the answer changes as time goes on although the same facts count. */
    boolean isElapsed() {
        return elapses;
    }

    /** The fact from which time is counted. */
    long from(Gauge gauge) {
        return fromFirst ? gauge.firstAt : gauge.lastAt;
    }

    /** Full units only ever grow: the answer changes on reaching the number or the one after. */
    long flips(Gauge gauge, long asOf) {
        Length.Unit each = unit(measure);
        long elapsed = calendars.elapsed(from(gauge), asOf, each);
        boolean now = comparison.holds(elapsed, units);
        for (long then = units; then <= units + 1; then++) {
            if (then > elapsed && comparison.holds(then, units) != now) {
                return calendars.plus(from(gauge), then, each);
            }
        }
        return Verdict.NEVER;
    }

    /** False where what remains cannot be gauged backwards to the bit. */
    boolean canPeel(Gauge gauge) {
        return switch (measure) {
            case Measure.Sum _, Measure.Average _ -> !gauge.anyReal;
            case Measure.First(Property of) -> !(of instanceof Property.Subject);
            case Measure.Last(Property of) -> !(of instanceof Property.Subject);
            default -> true;
        };
    }

    private static void known(boolean known, Cell from, Cell into) {
        if (known) {
            into.set(from);
        } else {
            into.set(Cell.NOTHING, 0);
        }
    }

    private static void sum(Gauge gauge, Cell into) {
        if (gauge.anyReal) {
            into.real(gauge.sum());
        } else {
            into.whole(gauge.wholes);
        }
    }

    private static void average(Gauge gauge, Cell into) {
        if (gauge.numbers == 0) {
            into.set(Cell.NOTHING, 0);
        } else {
            into.real(gauge.sum() / gauge.numbers);
        }
    }

    private void since(Gauge gauge, long asOf, Length.Unit unit, Cell into) {
        if (gauge.count == 0) {
            into.set(Cell.NOTHING, 0);
        } else {
            into.whole(calendars.elapsed(from(gauge), asOf, unit));
        }
    }
}
