package io.millrace.audiences.live;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Panels that are kept while nobody changes an audience. */
final class Panels {
    private final Roster roster;
    private @Nullable Panel live;
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
            live = null;
            whole = null;
            generation = current;
            zone = now;
        }
    }

    /** All but lists, which change only by hand. */
    Panel live() {
        Panel ready = live;
        if (ready == null) {
            ready =
                    new Panel(
                            roster.followed().stream().filter(slot -> !slot.list).toList(), false);
            live = ready;
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
