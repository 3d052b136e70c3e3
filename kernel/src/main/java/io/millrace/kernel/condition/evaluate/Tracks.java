package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Measure;
import io.millrace.kernel.condition.Moment;
import io.millrace.kernel.condition.Property;
import io.millrace.kernel.condition.Selection;
import io.millrace.kernel.condition.StageRules;
import io.millrace.kernel.condition.StateFacts;
import io.millrace.kernel.condition.ValueTest;
import io.millrace.kernel.condition.Window;
import io.millrace.kernel.preference.Preference;
import io.millrace.kernel.timeline.Kinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The listeners of all conditions; what several of them ask is listened to once. */
final class Tracks {
    private record Key(
            Selection selection, Window window, Optional<Property> property, boolean distinct) {}

    private record TagKey(Selection selection) {}

    private record PastKey(StageRules scheme, Moment moment) {}

    /** A window whose limits are known only when the first walk has found a date. */
    record Dependent(Bounds.Around bounds, DateTrack date) {}

    final Codes codes;
    final Calendars calendars;
    final Walk first = new Walk();

    /** Those of the first walk that leave cancelled orders out, for walking again. */
    final Walk again = new Walk();

    /** Whoever leaves cancelled orders out asks this; null if nobody does. */
    @Nullable Cancelled cancelled;

    /** What can be counted only after the first walk. */
    final Walk second = new Walk();

    final List<Dependent> dependents = new ArrayList<>();

    /** What has been asked for since this was emptied. */
    final Set<Listener> asked = new LinkedHashSet<>();

    /** What is asked as of other instants, after the walks. */
    final List<Excursion> excursions = new ArrayList<>();

    /** Those of them that have been asked for since this was emptied. */
    final Set<Excursion> askedExcursions = new LinkedHashSet<>();

    /** Who answers on excursions. */
    final List<Evaluator> inner = new ArrayList<>();

    private final Map<Object, Listener> known = new HashMap<>();
    private final Map<Object, Excursion> knownExcursions = new HashMap<>();

    Tracks(Codes codes, Calendars calendars) {
        this.codes = codes;
        this.calendars = calendars;
    }

    /** Sorts all listeners by the codes that are known by now. */
    void route() {
        first.route();
        again.route();
        second.route();
    }

    /** The counted facts that a measure needs. */
    Counted of(Selection selection, Window window, Measure measure) {
        Optional<Property> property = property(measure);
        boolean distinct = measure instanceof Measure.Distinct;
        Key key = new Key(selection, window, property, distinct);
        Listener listener = known.get(key);
        if (listener == null) {
            listener = make(key);
            known.put(key, listener);
        }
        ask(listener);
        return (Counted) listener;
    }

    Counted of(Condition.Sequence sequence) {
        Listener listener = known.get(sequence);
        if (listener == null) {
            Bounds bounds = Bounds.of(sequence.window(), calendars);
            SequenceTrack track = SequenceTrack.of(sequence, this::selector, bounds, codes);
            listener = track;
            known.put(sequence, track);
            join(track, sequence.window());
        }
        ask(listener);
        return (Counted) listener;
    }

    TagTrack tags(Selection selection) {
        TagKey key = new TagKey(selection);
        Listener listener = known.get(key);
        if (listener == null) {
            listener = new TagTrack(new Selector(selection, codes), codes);
            known.put(key, listener);
            first.add(listener);
        }
        asked.add(listener);
        return (TagTrack) listener;
    }

    PreferenceTrack preference(Preference preference) {
        Listener listener = known.get(preference);
        if (listener == null) {
            listener = new PreferenceTrack(preference, codes, calendars);
            known.put(preference, listener);
            first.add(listener);
        }
        asked.add(listener);
        return (PreferenceTrack) listener;
    }

    /** The stage of another moment. */
    Past past(StageRules scheme, Moment moment) {
        return (Past)
                excursion(
                        new PastKey(scheme, moment),
                        () -> new Past(placer(scheme), moment, calendars));
    }

    /** The moves between stages that a clause asks for. */
    MoveTrack moves(Condition.StageMoved it) {
        MoveTrack.Since since = since(it.window());
        DateTrack date = date(it.window());
        StagePath path = (StagePath) excursion(it.rules(), () -> new StagePath(placer(it.rules())));
        Listener listener = known.get(it);
        if (listener == null) {
            MoveTrack track =
                    new MoveTrack(
                            it.from().isEmpty() ? null : new Wanted(it.rules(), it.from()),
                            it.to().isEmpty() ? null : new Wanted(it.rules(), it.to()),
                            Bounds.of(it.window(), calendars),
                            since,
                            codes);
            listener = track;
            known.put(it, track);
            path.add(track);
            if (date != null) {
                dependents.add(new Dependent((Bounds.Around) track.bounds, date));
            }
        }
        return (MoveTrack) listener;
    }

    private MoveTrack.@Nullable Since since(Window window) {
        return window instanceof Window.Since since
                ? MoveTrack.Since.of(since, of(since.fact(), Window.EVER, Measure.COUNT))
                : null;
    }

    private Excursion excursion(Object key, Supplier<Excursion> maker) {
        Excursion excursion = knownExcursions.get(key);
        if (excursion == null) {
            excursion = maker.get();
            knownExcursions.put(key, excursion);
            excursions.add(excursion);
        }
        askedExcursions.add(excursion);
        return excursion;
    }

    private Placer placer(StageRules scheme) {
        Placer placer = new Placer(scheme, codes.dictionary(), calendars.zone);
        inner.add(placer.evaluator);
        return placer;
    }

    /** The date that an attribute holds. */
    DateTrack date(String attribute) {
        Measure last = new Measure.Last(StateFacts.VALUE);
        Counted track = of(StateFacts.attribute(attribute), Window.EVER, last);
        Question question = new Question(last, new ValueTest.IsSet(), null, codes, calendars);
        return new DateTrack((FactTrack) track, question, codes, new Cell());
    }

    /** The date on which a window depends. */
    @Nullable DateTrack date(Window window) {
        return window instanceof Window.AroundAnniversary(String attribute, int _, int _)
                ? date(attribute)
                : null;
    }

    private Listener make(Key key) {
        Attributes property = key.property.map(of -> Attributes.of(of, codes)).orElse(null);
        Selector selector = selector(key.selection);
        if (key.window instanceof Window.Since since) {
            SinceTrack track =
                    new SinceTrack(
                            selector, selector(since.fact()), since, property, key.distinct, codes);
            join(track);
            return track;
        }
        Bounds bounds = Bounds.of(key.window, calendars);
        FactTrack track = new FactTrack(selector, bounds, property, key.distinct, codes);
        join(track, key.window);
        return track;
    }

    private void join(Counted track, Window window) {
        DateTrack date = date(window);
        if (date != null) {
            dependents.add(new Dependent((Bounds.Around) track.bounds, date));
            second.add(track);
        } else {
            join(track);
        }
    }

    private void join(Counted track) {
        first.add(track);
        if (track.notCancelled()) {
            again.add(track);
        }
    }

    private void ask(Listener listener) {
        asked.add(listener);
        if (listener.notCancelled() && cancelled != null) {
            asked.add(cancelled);
        }
    }

    private Selector selector(Selection selection) {
        if (selection.notCancelled() && cancelled == null) {
            cancelled = new Cancelled(new Selector(Selection.of(Kinds.ORDER_CANCELLED), codes));
            first.add(cancelled);
        }
        return new Selector(selection, codes, selection.notCancelled() ? cancelled : null);
    }

    private static Optional<Property> property(Measure measure) {
        return switch (measure) {
            case Measure.Distinct(Property of) -> Optional.of(of);
            case Measure.Sum(Property of) -> Optional.of(of);
            case Measure.Average(Property of) -> Optional.of(of);
            case Measure.Least(Property of) -> Optional.of(of);
            case Measure.Most(Property of) -> Optional.of(of);
            case Measure.First(Property of) -> Optional.of(of);
            case Measure.Last(Property of) -> Optional.of(of);
            default -> Optional.empty();
        };
    }
}
