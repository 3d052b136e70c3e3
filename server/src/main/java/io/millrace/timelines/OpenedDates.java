package io.millrace.timelines;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.SealedDates;
import io.millrace.kernel.timeline.TimelineStore;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.SealedDateReader.SealedValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sees to it that the sealed dates of a store's facts are open before anybody is shown the facts.
 * Used by the one thread that brings the store level.
 */
final class OpenedDates {
    private static final int AT_ONCE = 10_000;

    private final Supplier<Stream<SealedDateReader>> readers;
    private final SealedDates dates = new SealedDates();
    private Set<String> known = Set.of();

    OpenedDates(Supplier<Stream<SealedDateReader>> readers) {
        this.readers = readers;
    }

    /** Of a store that has just been opened or built. */
    void of(TimelineStore store) {
        store.know(dates);
        known = wanted();
        open(store, known);
    }

    /** Before these facts are added to the store. */
    void before(List<Fact> facts, TimelineStore store) {
        Set<String> wanted = wanted();
        Set<String> added = new HashSet<>(wanted);
        added.removeAll(known);
        if (!added.isEmpty()) {
            open(store, added);
        }
        known = wanted;
        if (known.isEmpty()) {
            return;
        }
        List<SealedValue> sealed = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.kind().equals(Kinds.PROFILE_CHANGED)
                    && fact.attributes().get("attribute") instanceof Value.Text(String name)
                    && known.contains(name)
                    && fact.attributes().get("value") instanceof Value.Sealed(String text)) {
                sealed.add(new SealedValue(new ProfileId(fact.profile()), text));
            }
        }
        open(sealed);
    }

    private Set<String> wanted() {
        return readers.get()
                .flatMap(reader -> reader.attributes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void open(TimelineStore store, Set<String> attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        List<SealedValue> batch = new ArrayList<>(AT_ONCE);
        store.snapshot()
                .sealedValues(
                        attributes,
                        (profile, _, sealed) -> {
                            if (!dates.knows(sealed)) {
                                batch.add(new SealedValue(new ProfileId(profile), sealed));
                            }
                            if (batch.size() == AT_ONCE) {
                                open(batch);
                                batch.clear();
                            }
                        });
        open(batch);
    }

    private void open(List<SealedValue> sealed) {
        if (!sealed.isEmpty()) {
            readers.get()
                    .forEach(reader ->
                            reader.dates(sealed)
                                    .forEach((value, date) ->
                                            dates.put(value.sealed(), date.toEpochDay())));
        }
    }
}
