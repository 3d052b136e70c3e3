package io.millrace.customers;

import io.millrace.customers.Customers.IdentityType;
import io.millrace.customers.Customers.Resolution;
import io.millrace.customers.ResolvePlan.Evidence;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one claim after the other whom it is about and what it adds, on what was read from
 * the database under locks. Writes nothing.
 *
 * <p>The rules: the strongest identity that is known decides, unless the claim has a stronger new
 * one of a type that a person has once and that customer has another. An anonymous visitor joins
 * the identified customer with whom it is named; two identified customers are never joined here,
 * only remembered as candidates. An identity seen with more than {@link #SHARED_FROM} other
 * profiles identifies nobody any more; a customer of {@link #MOST_IDENTITIES} identities takes no
 * more.
 */
final class ClaimPlanner {
    static final int SHARED_FROM = 5;
    static final int MOST_IDENTITIES = 50;

    private final Ids ids;
    private final Map<UUID, Holder> holders;
    private final Map<ProfileId, Group> groups;
    private final Set<UUID> tombstones;
    private final Set<Sighting> seen;
    private final Map<UUID, Integer> seenCounts = new HashMap<>();
    private final ResolvePlan plan = new ResolvePlan();

    ClaimPlanner(
            Ids ids,
            Map<UUID, Holder> holders,
            Map<ProfileId, Group> groups,
            Set<UUID> tombstones,
            Set<Sighting> seen) {
        this.ids = ids;
        this.holders = new HashMap<>(holders);
        this.groups = new HashMap<>(groups);
        this.tombstones = tombstones;
        this.seen = new HashSet<>(seen);
        seen.forEach(sighting -> seenCounts.merge(sighting.index(), 1, Integer::sum));
    }

    ResolvePlan plan() {
        return plan;
    }

    Map<UUID, Holder> holders() {
        return holders;
    }

    /** The root of each profile that was met, as the plan will leave it. */
    Map<ProfileId, Group> groups() {
        return groups;
    }

    Resolution decide(List<Normalised> claimed, Evidence evidence) {
        var sorted = claimed.stream().sorted(Comparator.comparing(Normalised::type)).toList();
        var usable = sorted.stream().filter(one -> !tombstones.contains(one.index())).toList();
        if (usable.isEmpty() || tombstones.contains(sorted.getFirst().index())) {
            return new Resolution.Erased();
        }
        var identifying = usable.getFirst().type().identifying();
        var target = identifying ? identified(usable) : visitor(usable);
        var created = target == null;
        var before = plan.extensions();
        if (target == null) {
            target = make(evidence);
        }
        var fresh = plan.fresh.get(target);
        if (fresh != null) {
            fresh.seen(evidence.at(), identifying);
        }
        if (identifying) {
            promote(target, usable, evidence);
        }
        for (var identity : usable) {
            attach(identity, target, evidence);
        }
        return new Resolution.Resolved(target, created, !created && plan.extensions() > before);
    }

    private @Nullable ProfileId identified(List<Normalised> usable) {
        var strongerNew = EnumSet.noneOf(IdentityType.class);
        Holder onlyShared = null;
        var allShared = true;
        for (var identity : usable) {
            var holder = holders.get(identity.index());
            if (!identity.type().identifying()) {
                continue;
            }
            if (holder == null) {
                allShared = false;
                strongerNew.add(identity.type());
                continue;
            }
            if (holder.shared()) {
                onlyShared = onlyShared == null ? holder : onlyShared;
                continue;
            }
            allShared = false;
            if (isNot(group(holder.profile()), strongerNew)) {
                continue;
            }
            return holder.profile();
        }
        if (allShared && onlyShared != null) {
            return onlyShared.profile();
        }
        return unidentifiedVisitor(usable);
    }

    /**
     * True if the customer has an only-one identity of a type of which the claim brings another.
     */
    private static boolean isNot(Group group, Set<IdentityType> strongerNew) {
        return strongerNew.stream().anyMatch(group.exclusive::contains);
    }

    private @Nullable ProfileId unidentifiedVisitor(List<Normalised> usable) {
        for (var identity : usable) {
            var holder = holders.get(identity.index());
            if (!identity.type().identifying()
                    && holder != null
                    && !holder.shared()
                    && !group(holder.profile()).known) {
                return holder.profile();
            }
        }
        return null;
    }

    private @Nullable ProfileId visitor(List<Normalised> usable) {
        Holder shared = null;
        for (var identity : usable) {
            var holder = holders.get(identity.index());
            if (holder == null) {
                continue;
            }
            if (!holder.shared()) {
                return holder.profile();
            }
            shared = shared == null ? holder : shared;
        }
        return shared == null ? null : shared.profile();
    }

    private ProfileId make(Evidence evidence) {
        var profile = new ProfileId(ids.next());
        plan.fresh.put(profile, new ResolvePlan.Fresh(profile, evidence.at(), evidence.source()));
        groups.put(profile, new Group(profile, false, 0, Set.of()));
        return profile;
    }

    private void promote(ProfileId target, List<Normalised> usable, Evidence evidence) {
        var group = group(target);
        if (group.known) {
            return;
        }
        group.known = true;
        if (!plan.fresh.containsKey(target)) {
            var first = Names.type(usable.getFirst().type());
            plan.promotions.put(
                    target, new ResolvePlan.Promotion(evidence.at(), evidence.source(), first));
        }
    }

    private void attach(Normalised identity, ProfileId target, Evidence evidence) {
        var holder = holders.get(identity.index());
        var group = group(target);
        if (holder == null) {
            add(identity, target, group, evidence);
            return;
        }
        var held = group(holder.profile());
        if (held == group) {
            if (!evidence.source().equals(plan.addedBy.get(holder.id()))) {
                plan.evidence.putIfAbsent(holder.id(), evidence);
            }
            return;
        }
        if (holder.shared()) {
            plan.ignored.add(new Sighting(identity.index(), target));
            return;
        }
        if (!held.known && group.known && held.identities + group.identities <= MOST_IDENTITIES) {
            join(held, target, group, evidence);
            return;
        }
        disagree(holder, held, target, group, evidence);
    }

    private void add(Normalised identity, ProfileId target, Group group, Evidence evidence) {
        if (group.identities >= MOST_IDENTITIES) {
            plan.ignored.add(new Sighting(identity.index(), target));
            return;
        }
        var id = ids.next();
        group.take(identity.type());
        holders.put(
                identity.index(), new Holder(id, identity.index(), identity.type(), target, false));
        plan.additions.add(new ResolvePlan.Addition(id, identity, target, evidence));
        plan.addedBy.put(id, evidence.source());
        var fresh = plan.fresh.get(target);
        if (fresh != null && identity.type().identifying()) {
            fresh.types.add(Names.type(identity.type()));
        }
    }

    private void join(Group held, ProfileId target, Group group, Evidence evidence) {
        group.identities += held.identities;
        group.exclusive.addAll(held.exclusive);
        groups.replaceAll((profile, of) -> of == held ? group : of);
        plan.joins.add(new ResolvePlan.Join(held.root, target, group.root, evidence));
    }

    private void disagree(
            Holder holder, Group held, ProfileId target, Group group, Evidence evidence) {
        var sighting = new Sighting(holder.index(), target);
        if (!seen.add(sighting)) {
            plan.ignored.add(sighting);
            return;
        }
        plan.sightings.put(sighting, evidence);
        if (seenCounts.merge(holder.index(), 1, Integer::sum) >= SHARED_FROM) {
            plan.shared.add(holder.index());
            holders.put(
                    holder.index(),
                    new Holder(holder.id(), holder.index(), holder.type(), holder.profile(), true));
        } else if (holder.type().identifying() && held.known && group.known) {
            plan.candidates.add(
                    new ResolvePlan.Candidate(held.root, group.root, holder.id(), evidence));
        }
    }

    private Group group(ProfileId profile) {
        var group = groups.get(profile);
        if (group == null) {
            throw new IllegalStateException("the customer of " + profile + " was not read");
        }
        return group;
    }
}
