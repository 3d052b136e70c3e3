package io.millrace.kernel.model.preference;

import io.millrace.kernel.model.preference.PreferenceTable.Favourite;
import io.millrace.kernel.preference.Habit;
import io.millrace.kernel.preference.Preference;
import io.millrace.kernel.preference.PreferenceTally;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The favourites of every known customer as of an instant, by the counting of {@link
 * PreferenceTally}.
 */
public final class PreferenceFold implements Fold<PreferenceFold.Filling> {
    /** The table with the tally of the thread that fills it. */
    public static final class Filling {
        private final PreferenceTable table;
        private final PreferenceTally tally;
        private final Map<Favourite, Optional<Favourite>> same = new HashMap<>();

        private Filling(PreferenceTable table, PreferenceTally tally) {
            this.table = table;
            this.tally = tally;
        }

        /** What came out; complete once the run has finished. */
        public PreferenceTable table() {
            return table;
        }
    }

    private final Dictionary dictionary;
    private final List<Preference> asked;
    private final long asOf;
    private final ZoneId zone;
    private final int known;

    /**
     * @param asked which favourites; the fewer, the faster
     * @param asOf microseconds since 1970 UTC; later facts do not count
     * @param zone of customers who have none of their own
     */
    public PreferenceFold(Dictionary dictionary, Set<Preference> asked, long asOf, ZoneId zone) {
        this.dictionary = dictionary;
        this.asked = asked.stream().sorted().toList();
        this.asOf = asOf;
        this.zone = zone;
        this.known = dictionary.code(Kinds.CUSTOMER_KNOWN);
    }

    @Override
    public Filling newAccumulator() {
        return new Filling(new PreferenceTable(asked), new PreferenceTally(dictionary, zone));
    }

    @Override
    public void accept(Timeline timeline, Filling into) {
        boolean isKnown = false;
        boolean any = false;
        into.tally.begin();
        while (timeline.next()) {
            isKnown |= timeline.kind() == known;
            if (timeline.occurredAt() <= asOf) {
                any = true;
                into.tally.take(timeline);
            }
        }
        if (!isKnown || !any) {
            return;
        }
        List<Optional<Favourite>> favourites = new ArrayList<>(asked.size());
        for (Preference preference : asked) {
            favourites.add(favourite(into.tally.habit(preference), into));
        }
        into.table.add(
                new UUID(timeline.customerHigh(), timeline.customerLow()), List.copyOf(favourites));
    }

    @Override
    public Set<String> kinds() {
        Set<String> kinds = new HashSet<>(Set.of(Kinds.CUSTOMER_KNOWN));
        asked.forEach(preference -> kinds.addAll(PreferenceTally.kinds(preference)));
        return kinds;
    }

    @Override
    public Filling merge(Filling left, Filling right) {
        left.table.append(right.table);
        return left;
    }

    /** Equal ones are one object: a million customers share a few thousand of them. */
    private static Optional<Favourite> favourite(Habit habit, Filling into) {
        if (!habit.isSure()) {
            return Optional.empty();
        }
        Habit.Choice first = habit.choices().getFirst();
        return into.same.computeIfAbsent(
                new Favourite(first.value(), first.share(), habit.known()), Optional::of);
    }
}
