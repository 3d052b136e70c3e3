package io.millrace.audiences.live;

import io.millrace.audiences.live.MemberTable.Due;
import io.millrace.audiences.live.MemberTable.Position;
import io.millrace.customers.Customers;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Changes;
import io.millrace.timelines.Changes.Touched;
import io.millrace.timelines.Timelines;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    private final Customers customers;
    private final MemberTable table;
    private final Ledger ledger;
    private final Roster roster;
    private final Judging judging;
    private final Rescan rescan;
    private final Panels panels;
    private final ReentrantLock steps = new ReentrantLock();
    private boolean begun;

    Keeper(
            Timelines timelines,
            Customers customers,
            MemberTable table,
            Ledger ledger,
            Roster roster,
            Judging judging) {
        this.timelines = timelines;
        this.customers = customers;
        this.table = table;
        this.ledger = ledger;
        this.roster = roster;
        this.judging = judging;
        this.rescan = new Rescan(ledger, roster, judging);
        this.panels = new Panels(roster);
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
                follow(changes.touched(), to(changes, zone, now), now);
            }
            return now;
        });
    }

    /** Before the timelines have opened, they cannot tell what changed. */
    private void begin() {
        if (!begun) {
            timelines.catchUp();
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
            Panel panel = panels.timed();
            Judgements found = judging.some(panel, whom, asOf);
            new Comparing(roster, batch, asOf).compare(panel, found, whom, true);
            ledger.commit(batch, due.getLast().at(), zone);
            due = table.due(now, AT_ONCE);
        }
    }

    private void follow(List<Touched> touched, Position to, long now) {
        Judge.Instants asOf = (_, _) -> now;
        ZoneId zone = judging.zone();
        Batch batch = new Batch();
        Comparing comparing = new Comparing(roster, batch, asOf);
        whole(touched, comparing, asOf);
        for (var group : byKinds(touched).entrySet()) {
            Panel panel = panels.of(group.getKey());
            List<ProfileId> whom = group.getValue();
            for (int from = 0; from < whom.size(); from += AT_ONCE) {
                Set<ProfileId> some =
                        Set.copyOf(whom.subList(from, Math.min(from + AT_ONCE, whom.size())));
                comparing.compare(panel, judging.some(panel, some, asOf), some, false);
            }
        }
        ledger.commit(batch, to, zone, () -> {});
    }

    /** Customers of whom anything may have changed, and profiles that are no customers now. */
    private void whole(List<Touched> touched, Comparing comparing, Judge.Instants asOf) {
        Set<ProfileId> all = new HashSet<>();
        touched.stream().filter(Touched::whole).forEach(one -> all.add(one.customer()));
        if (all.isEmpty()) {
            return;
        }
        // What the facts tell is asked too, so the newest of our own have to be seen.
        timelines.catchUp();
        Set<ProfileId> roots = roots(all, touched);
        Panel panel = panels.whole();
        comparing.compare(panel, judging.some(panel, roots, asOf), all, true);
    }

    /** Those of the profiles that are customers now. */
    Set<ProfileId> roots(Set<ProfileId> profiles, List<Touched> touched) {
        Set<ProfileId> unsure = new HashSet<>();
        touched.stream().filter(Touched::whole).forEach(one -> unsure.add(one.customer()));
        Map<ProfileId, ProfileId> known = customers.members(unsure);
        Set<ProfileId> roots = new HashSet<>(profiles);
        roots.removeIf(one -> unsure.contains(one) && !one.equals(known.get(one)));
        return roots;
    }

    private Map<Set<String>, List<ProfileId>> byKinds(List<Touched> touched) {
        Map<Set<String>, List<ProfileId>> groups = new LinkedHashMap<>();
        for (Touched one : touched) {
            if (!one.whole()) {
                Set<String> kinds = panels.relevant(one.kinds());
                if (!kinds.isEmpty()) {
                    groups.computeIfAbsent(kinds, _ -> new ArrayList<>()).add(one.customer());
                }
            }
        }
        return groups;
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
