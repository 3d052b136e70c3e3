package io.millrace.audiences.live;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Panels by the kinds of fact that came, kept while nobody changes an audience. */
final class Panels {
    private static final int KEPT = 256;

    private final Roster roster;
    private final Map<Set<String>, Panel> byKinds =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Set<String>, Panel> eldest) {
                    return size() > KEPT;
                }
            };
    private final Map<String, Boolean> read = new LinkedHashMap<>();
    private @Nullable Panel timed;
    private @Nullable Panel whole;
    private long generation = -1;
    private @Nullable ZoneId zone;

    Panels(Roster roster) {
        this.roster = roster;
    }

    /** Forgets what was prepared for other slots or another zone. */
    void refresh(ZoneId now) {
        long current = roster.generation();
        if (current != generation || !now.equals(zone)) {
            byKinds.clear();
            read.clear();
            timed = null;
            whole = null;
            generation = current;
            zone = now;
        }
    }

    /** Those of the kinds that anybody reads: what the others bring changes nothing. */
    Set<String> relevant(Set<String> kinds) {
        Set<String> relevant = new HashSet<>();
        for (String kind : kinds) {
            if (read.computeIfAbsent(kind, one -> anybodyWants(Set.of(one)))) {
                relevant.add(kind);
            }
        }
        return relevant;
    }

    private boolean anybodyWants(Set<String> kinds) {
        return roster.followed().stream().anyMatch(slot -> !slot.list && slot.wants(kinds));
    }

    /** Whoever reads one of these kinds. */
    Panel of(Set<String> kinds) {
        return byKinds.computeIfAbsent(
                kinds,
                wanted ->
                        new Panel(
                                roster.followed().stream()
                                        .filter(slot -> !slot.list && slot.wants(wanted))
                                        .toList(),
                                false));
    }

    /** Everybody whose answer time can change. */
    Panel timed() {
        Panel ready = timed;
        if (ready == null) {
            ready =
                    new Panel(
                            roster.followed().stream().filter(slot -> !slot.list).toList(), false);
            timed = ready;
        }
        return ready;
    }

    /** Everybody, with what the facts tell. */
    Panel whole() {
        Panel ready = whole;
        if (ready == null) {
            ready = new Panel(roster.followed(), true);
            whole = ready;
        }
        return ready;
    }

    /** Everybody, some at a time, with what the facts tell. */
    List<Panel> parts(int atOnce) {
        List<Slot> slots = roster.followed();
        return IntStream.iterate(0, at -> at < slots.size(), at -> at + atOnce)
                .mapToObj(at ->
                        new Panel(slots.subList(at, Math.min(at + atOnce, slots.size())), true))
                .toList();
    }
}
