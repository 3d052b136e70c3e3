package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.timeline.Timeline;

/** The customer and the instant of the last walk. */
final class Situation {
    private final Walk walk;
    private final Calendars calendars;
    private final Codes codes;
    private long asOf;
    private long high;
    private long low;

    Situation(Walk walk, Calendars calendars, Codes codes) {
        this.walk = walk;
        this.calendars = calendars;
        this.codes = codes;
    }

    void become(Timeline timeline, long instant) {
        asOf = instant;
        high = timeline.customerHigh();
        low = timeline.customerLow();
    }

    Walk walk() {
        return walk;
    }

    Calendars calendars() {
        return calendars;
    }

    Codes codes() {
        return codes;
    }

    long asOf() {
        return asOf;
    }

    long customerHigh() {
        return high;
    }

    long customerLow() {
        return low;
    }
}
