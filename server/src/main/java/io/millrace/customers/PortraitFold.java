package io.millrace.customers;

import io.millrace.kernel.preference.Habit;
import io.millrace.kernel.preference.Preference;
import io.millrace.kernel.preference.PreferenceTally;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Timeline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one customer's facts say of who they are and what they like. */
final class PortraitFold implements Fold<PortraitFold.Seen> {
    record Trait(String value, Instant since) {}

    /** Of the one customer that was visited. */
    static final class Seen {
        final Map<String, Trait> traits = new HashMap<>();
        final Map<String, Portraits.Tag> tags = new TreeMap<>();
        List<Habit> habits = List.of();
        List<Integer> week = List.of();
    }

    private final Dictionary words;
    private final ZoneId zone;
    private final int changed;
    private final int added;
    private final int removed;
    private final int attribute;
    private final int value;
    private final int category;
    private final int days;

    PortraitFold(Dictionary words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
        this.changed = words.code(Kinds.PROFILE_CHANGED);
        this.added = words.code(Kinds.TAG_ADDED);
        this.removed = words.code(Kinds.TAG_REMOVED);
        this.attribute = words.code("attribute");
        this.value = words.code("value");
        this.category = words.code("category");
        this.days = words.code("days");
    }

    @Override
    public Seen newAccumulator() {
        return new Seen();
    }

    @Override
    public void accept(Timeline timeline, Seen into) {
        PreferenceTally tally = new PreferenceTally(words, zone);
        tally.begin();
        while (timeline.next()) {
            tally.take(timeline);
            int kind = timeline.kind();
            if (kind == changed) {
                trait(timeline, into);
            } else if (kind == added || kind == removed) {
                tag(timeline, kind == added, into);
            }
        }
        List<Habit> habits = new ArrayList<>();
        for (Preference preference : Preference.values()) {
            habits.add(tally.habit(preference));
        }
        into.habits = habits;
        into.week = tally.week();
    }

    private void trait(Timeline timeline, Seen into) {
        String name = text(timeline, attribute);
        String said = text(timeline, value);
        if (name == null) {
            return;
        }
        if (said == null) {
            into.traits.remove(name);
        } else {
            into.traits.put(name, new Trait(said, Micros.toInstant(timeline.occurredAt())));
        }
    }

    private void tag(Timeline timeline, boolean stands, Seen into) {
        String of = text(timeline, category);
        String named = text(timeline, value);
        if (of == null || named == null) {
            return;
        }
        String key = of + "\n" + named;
        if (!stands) {
            into.tags.remove(key);
            return;
        }
        String schedule = text(timeline, days);
        List<String> on = schedule == null ? List.of() : Arrays.asList(schedule.split(","));
        Instant since = Micros.toInstant(timeline.occurredAt());
        into.tags.put(key, new Portraits.Tag(of, named, on, since));
    }

    private @Nullable String text(Timeline timeline, int name) {
        int code = timeline.text(name);
        return code == Dictionary.NONE ? null : words.word(code);
    }

    @Override
    public Seen merge(Seen left, Seen right) {
        return left.habits.isEmpty() ? right : left;
    }
}
