package io.millrace.audiences.live;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.evaluate.Verdict;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Changes;
import io.millrace.timelines.Timelines;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Lets a condition be followed that was not followed before: everybody is judged while the others
 * go on, then whoever changed in between is judged again, and from there on it follows with them.
 */
@Component
final class Installing {
    private static final int ROWS_AT_ONCE = 20_000;

    private final Timelines timelines;
    private final Keeper keeper;
    private final Ledger ledger;
    private final Roster roster;
    private final Judging judging;

    Installing(Timelines timelines, Keeper keeper, Ledger ledger, Roster roster, Judging judging) {
        this.timelines = timelines;
        this.keeper = keeper;
        this.ledger = ledger;
        this.roster = roster;
        this.judging = judging;
    }

    /**
     * Afterwards the slot follows the condition; who is to be in it is in its target, or, of a
     * change that is tried, in its members.
     */
    void install(Slot slot, Condition condition) {
        Slot asked = new Slot(slot.id, slot.audience, slot.list, condition);
        Panel panel = new Panel(List.of(asked), false);
        boolean done = false;
        while (!done) {
            timelines.catchUp();
            Changes.Position before = timelines.changes(null).until();
            Judgements found = judging.all(panel, keeper.alone(ledger::tick));
            done = keeper.alone(() -> follow(slot, condition, panel, before, found));
        }
    }

    private boolean follow(
            Slot slot,
            Condition condition,
            Panel panel,
            Changes.Position before,
            Judgements found) {
        long now = keeper.step();
        Changes since = timelines.changes(before);
        if (since.everything()) {
            return false;
        }
        RoaringBitmap members = new RoaringBitmap();
        Batch timers = new Batch();
        Set<ProfileId> again = again(since, found, now);
        take(found, members, timers);
        again.forEach(one -> members.remove(roster.number(one.value())));
        take(judging.some(panel, roots(again, since), (_, _) -> now), members, timers);
        timers.dues.values().removeIf(due -> due <= now);
        for (Batch some : portions(timers)) {
            ledger.commit(some, now, judging.zone());
        }
        roster.begin(slot, condition, members);
        return true;
    }

    /** Whoever changed since the scan began, and whose answer has been changed by time. */
    private static Set<ProfileId> again(Changes since, Judgements found, long now) {
        Set<ProfileId> again = new HashSet<>();
        since.touched().forEach(one -> again.add(one.customer()));
        for (int row = 0; row < found.size(); row++) {
            if (found.until(row) <= now) {
                again.add(new ProfileId(found.customer(row)));
            }
        }
        return again;
    }

    private Set<ProfileId> roots(Set<ProfileId> again, Changes since) {
        return keeper.roots(again, since.touched());
    }

    private void take(Judgements found, RoaringBitmap members, Batch timers) {
        for (int row = 0; row < found.size(); row++) {
            int number = roster.number(found.customer(row));
            if (found.holds(row, 0)) {
                members.add(number);
            }
            long until = found.until(row);
            if (until != Verdict.NEVER && until < roster.due(number)) {
                timers.dues.merge(number, until, (_, last) -> last);
            }
        }
    }

    private static List<Batch> portions(Batch timers) {
        List<Batch> portions = new ArrayList<>();
        timers.dues.forEach((number, due) -> {
            if (portions.isEmpty() || portions.getLast().dues.size() == ROWS_AT_ONCE) {
                portions.add(new Batch());
            }
            portions.getLast().dues.put(number, due);
        });
        return portions;
    }

    /**
     * Writes some of what a slot aims at.
     *
     * @param first true if the members were so before anybody asked: their facts trigger nothing
     * @return how many rows are still to be written; 0 when all is written
     */
    int write(Slot slot, boolean first) {
        return keeper.alone(() -> {
            int[] missing = roster.missing(slot);
            long now = ledger.tick();
            Batch batch = new Batch();
            int some = Math.min(missing.length, ROWS_AT_ONCE);
            for (int i = 0; i < some; i++) {
                add(batch, slot, missing[i], now, first);
            }
            if (some > 0) {
                ledger.commit(batch, now, judging.zone());
            }
            if (some == missing.length) {
                roster.written(slot);
            }
            return missing.length - some;
        });
    }

    private void add(Batch batch, Slot slot, int number, long now, boolean first) {
        UUID customer = roster.customer(number);
        boolean in = !roster.has(slot, number);
        batch.rows.add(new Batch.Row(slot, number, customer, in, now));
        batch.told.add(new Batch.Told(slot.audience, customer, in, now, first));
    }

    /** Adds customers to a list; answers how many were not in it. */
    int add(Slot slot, Collection<ProfileId> customers) {
        return keeper.alone(() -> {
            roster.aim(slot, customers.stream().map(ProfileId::value).toList());
            return writeAll(slot);
        });
    }

    /** Takes customers from a list; answers how many were in it. */
    int remove(Slot slot, Collection<ProfileId> customers) {
        return keeper.alone(() -> {
            roster.aimWithout(slot, customers.stream().map(ProfileId::value).toList());
            return writeAll(slot);
        });
    }

    private int writeAll(Slot slot) {
        int coming = roster.missing(slot).length;
        while (write(slot, false) > 0) {
            // Portion by portion.
        }
        return coming;
    }

    @Nullable Slot slot(UUID id) {
        return roster.slot(id).orElse(null);
    }
}
