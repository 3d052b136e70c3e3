package io.millrace.audiences.live;

import io.millrace.audiences.live.MemberTable.Due;
import io.millrace.audiences.live.MemberTable.Position;
import io.millrace.customers.Customers;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Changes;
import io.millrace.timelines.Changes.Touched;
import io.millrace.timelines.Timelines;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps memberships as the facts and the passing of time make them. A step looks at whoever changed
 * since the last one and at whose timer is due, and at nobody else. All that changes memberships
 * goes through here, one after the other.
 */
@Component
final class Keeper {
    private static final int AT_ONCE = 5_000;

    private final Timelines timelines;
    private final MemberTable table;
    private final Ledger ledger;
    private final Roster roster;
    private final Judging judging;
    private final Culprits culprits;
    private final Rescan rescan;
    private final Panels panels;
    private final Following following;
    private final ReentrantLock steps = new ReentrantLock();
    private boolean begun;

    Keeper(
            Timelines timelines,
            Customers customers,
            MemberTable table,
            Ledger ledger,
            Roster roster,
            Judging judging,
            Culprits culprits) {
        this.timelines = timelines;
        this.table = table;
        this.ledger = ledger;
        this.roster = roster;
        this.judging = judging;
        this.culprits = culprits;
        this.rescan = new Rescan(ledger, roster, judging);
        this.panels = new Panels(roster);
        this.following = new Following(timelines, customers, roster, judging, panels);
    }

    /** Runs while no step runs. */
    <T> T alone(Supplier<T> work) {
        steps.lock();
        try {
            return work.get();
        } finally {
            steps.unlock();
        }
    }

    /**
     * Brings memberships up to what the columnar store shows, and to now.
     *
     * @return the instant as of which they are right, microseconds
     */
    long step() {
        return alone(() -> {
            begin();
            while (true) {
                try {
                    return advance();
                } catch (Culprits.Thrown thrown) {
                    culprits.exclude(thrown);
                }
            }
        });
    }

    private long advance() {
        ZoneId zone = judging.zone();
        panels.refresh(zone);
        Position position = ledger.position();
        String place = position.place();
        Changes changes = timelines.changes(place == null ? null : new Changes.Position(place));
        long now = ledger.tick();
        boolean otherZone = !zone.getId().equals(position.zone());
        if (changes.everything() || otherZone) {
            timelines.catchUp();
            rescan.everything(panels, to(changes, zone, now), zone, now);
            return now;
        }
        ring(now, zone);
        if (!changes.none()) {
            ledger.commit(following.follow(changes, now), to(changes, zone, now), zone, () -> {});
        }
        return now;
    }

    /** Before the timelines have opened, they cannot tell what changed. */
    private void begin() {
        if (!begun) {
            timelines.catchUp();
            judging.lookForFirsts();
            begun = true;
        }
    }

    private static Position to(Changes changes, ZoneId zone, long now) {
        return new Position(changes.until().text(), zone.getId(), now);
    }

    /** Judges those whose timers are due, each as of its own instant, in their order. */
    private void ring(long now, ZoneId zone) {
        List<Due> due = table.due(now, AT_ONCE);
        while (!due.isEmpty()) {
            Map<UUID, Long> instants = new HashMap<>();
            Set<ProfileId> whom = new HashSet<>();
            for (Due timer : due) {
                instants.put(timer.customer(), timer.at());
                whom.add(new ProfileId(timer.customer()));
            }
            Judge.Instants asOf = (high, low) -> instants.getOrDefault(new UUID(high, low), now);
            Batch batch = new Batch();
            Panel panel = panels.live();
            Judgements found = judging.some(panel, whom, asOf);
            new Comparing(roster, batch, asOf).compare(panel, found, whom, true);
            ledger.commit(batch, due.getLast().at(), zone);
            due = table.due(now, AT_ONCE);
        }
    }

    /** Those of the profiles that are customers now. */
    Set<ProfileId> roots(Set<ProfileId> profiles, List<Touched> touched) {
        return following.roots(profiles, touched);
    }

    /** Takes persons who are erased out of every audience; nothing tells of it. */
    long forget(List<UUID> profiles) {
        return alone(() -> {
            long now = ledger.tick();
            Batch batch = new Batch();
            Panel panel = new Panel(roster.all(), true);
            Comparing comparing = new Comparing(roster, batch, (_, _) -> now);
            Set<ProfileId> gone = new HashSet<>();
            profiles.forEach(profile -> gone.add(new ProfileId(profile)));
            comparing.compare(panel, new Judgements(panel.conditions.size()), gone, true);
            ledger.commit(batch, now, judging.zone());
            return (long) batch.rows.size();
        });
    }

    /** The next instant at which there is something to do, microseconds; null if none. */
    @Nullable Long nextDue() {
        long next = table.nextDue();
        return next == Long.MAX_VALUE ? null : (Long) next;
    }
}
