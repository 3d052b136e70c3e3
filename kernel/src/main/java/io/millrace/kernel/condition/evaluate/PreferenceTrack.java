package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.StateFacts;
import io.millrace.kernel.preference.Habit;
import io.millrace.kernel.preference.Preference;
import io.millrace.kernel.preference.PreferenceTally;
import io.millrace.kernel.timeline.Timeline;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the customer likes best; counted only when somebody asks. */
final class PreferenceTrack extends Listener {
    private final Preference preference;
    private final PreferenceTally tally;
    private @Nullable Habit habit;

    PreferenceTrack(Preference preference, Codes codes, Calendars calendars) {
        super(Stream.of(new Selector(StateFacts.preferred(preference), codes)));
        this.preference = preference;
        this.tally = new PreferenceTally(codes.dictionary(), calendars.zone);
    }

    @Override
    void begin(long asOf, boolean closely) {
        tally.begin();
        habit = null;
    }

    @Override
    void accept(Timeline fact, long at) {
        tally.take(fact);
    }

    @Override
    boolean concerns(Timeline fact) {
        return true;
    }

    Habit habit() {
        Habit ready = habit;
        if (ready == null) {
            ready = tally.habit(preference);
            habit = ready;
        }
        return ready;
    }

    /** The favourite as text, or nothing. */
    void read(Cell into) {
        into.set(Cell.NOTHING, 0);
        if (habit().isSure()) {
            into.set(Cell.SUBJECT, 0);
            into.text = habit().choices().getFirst().value();
        }
    }
}
