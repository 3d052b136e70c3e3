package io.millrace.audiences.live;

import io.millrace.customers.Customers;
import io.millrace.kernel.condition.evaluate.Led;
import io.millrace.kernel.condition.evaluate.Routes;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Changes;
import io.millrace.timelines.Changes.Touched;
import io.millrace.timelines.Timelines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds out what the facts that came make of memberships. */
final class Following {
    private static final int AT_ONCE = 5_000;

    private final Timelines timelines;
    private final Customers customers;
    private final Roster roster;
    private final Judging judging;
    private final Panels panels;

    Following(
            Timelines timelines,
            Customers customers,
            Roster roster,
            Judging judging,
            Panels panels) {
        this.timelines = timelines;
        this.customers = customers;
        this.roster = roster;
        this.judging = judging;
        this.panels = panels;
    }

    Batch follow(Changes changes, long now) {
        Batch batch = new Batch();
        Comparing comparing = new Comparing(roster, batch, (_, _) -> now);
        whole(changes.touched(), comparing, (_, _) -> now);
        Panel panel = panels.live();
        Map<UUID, Target> targets = new HashMap<>();
        for (Touched one : changes.touched()) {
            if (!one.whole()) {
                aim(panel, one, changes.arrived().getOrDefault(one.customer(), List.of()), targets);
            }
            if (targets.size() == AT_ONCE) {
                comparing.compare(panel, judging.aimed(panel, targets, now));
                targets.clear();
            }
        }
        if (!targets.isEmpty()) {
            comparing.compare(panel, judging.aimed(panel, targets, now));
        }
        return batch;
    }

    private void aim(Panel panel, Touched one, List<Fact> facts, Map<UUID, Target> targets) {
        UUID customer = one.customer().value();
        int number = roster.number(customer);
        Routes routes = panel.routes();
        Led led = panel.led();
        led.clear();
        for (Fact fact : facts) {
            routes.lead(
                    fact,
                    customer.getMostSignificantBits(),
                    customer.getLeastSignificantBits(),
                    led);
        }
        if (facts.isEmpty()) {
            one.kinds().forEach(kind -> routes.lead(kind, led));
        }
        // Who becomes a customer was never asked before, whatever happened to the visitor.
        long from = one.kinds().contains(Kinds.CUSTOMER_KNOWN) ? Long.MIN_VALUE : one.earliest();
        int[] places = roster.open(panel, led, number);
        if (places.length > 0 || roster.mayBeFirst(number, from)) {
            targets.put(customer, new Target(customer, number, places, from));
        }
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
        all.forEach(one -> roster.first(roster.number(one.value()), Roster.UNKNOWN));
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
}
