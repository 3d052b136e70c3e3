package io.millrace.kernel.condition;

import io.millrace.kernel.timeline.Value;

/** What is asked of the selected facts together. */
public sealed interface Measure {
    /** How many there are. */
    record Count() implements Measure {}

    /** How many different readable values of a property there are. */
    record Distinct(Property of) implements Measure {}

    /** The sum of a property's numbers; 0 of nothing. Facts without a number add nothing. */
    record Sum(Property of) implements Measure {}

    /** The mean of a property's numbers, as a double; unknown of nothing. */
    record Average(Property of) implements Measure {}

    /** The least of a property's numbers; unknown of nothing. */
    record Least(Property of) implements Measure {}

    /** The greatest of a property's numbers; unknown of nothing. */
    record Most(Property of) implements Measure {}

    /** A property of the first fact; unknown of nothing. */
    record First(Property of) implements Measure {}

    /** A property of the last fact; unknown of nothing. */
    record Last(Property of) implements Measure {}

    /** How many full units ago the first fact happened; unknown of nothing. */
    record SinceFirst(Length.Unit unit) implements Measure {}

    /** How many full units ago the last fact happened; unknown of nothing. */
    record SinceLast(Length.Unit unit) implements Measure {}

    Measure COUNT = new Count();

    /** Only a first or last property can be tested otherwise than by a number. */
    private static boolean isFree(Measure measure) {
        return measure instanceof First || measure instanceof Last;
    }

    /** Throws if the test cannot be asked of this measure. */
    default void check(ValueTest test) {
        if (!isFree(this) && !(test instanceof ValueTest.Compares)) {
            throw new IllegalArgumentException("this measure is a number: compare it");
        }
        boolean since = this instanceof SinceFirst || this instanceof SinceLast;
        if (since
                && test instanceof ValueTest.Compares(var _, var number)
                && !(number instanceof Value.Whole(long n) && n >= 0 && n <= 52_560_000)) {
            throw new IllegalArgumentException("full units are a whole number of at least 0");
        }
    }
}
