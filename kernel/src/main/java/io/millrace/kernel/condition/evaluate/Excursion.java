package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.timeline.Timeline;

/** Walks of its own, as of other instants than the one that is asked about. */
abstract class Excursion {
    /** Which choice of conditions it was last made for. */
    long choice;

    /**
     * @param asOf the instant that is asked about
     * @param walk the walk of the same timeline as of that instant, which is over
     */
    abstract void walk(Timeline timeline, long asOf, boolean closely, Walk walk);
}
