package io.millrace.customers;

import io.millrace.customers.Customers.Claim;
import io.millrace.customers.Customers.Resolution;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From claims to profiles. Claims that say nothing new are answered from memory; all others of a
 * list are read, decided and written together, under locks on what they name.
 */
final class Resolving {
    private final IdentityReader reader;
    private final Settled settled;
    private final IdentityRows rows;
    private final PlanWriter writer;
    private final Activity activity;
    private final Ids ids;
    private final TransactionTemplate transactions;

    Resolving(
            IdentityReader reader,
            Settled settled,
            IdentityRows rows,
            PlanWriter writer,
            Activity activity,
            Ids ids,
            TransactionTemplate transactions) {
        this.reader = reader;
        this.settled = settled;
        this.rows = rows;
        this.writer = writer;
        this.activity = activity;
        this.ids = ids;
        this.transactions = transactions;
    }

    /** A claim about which something is new, and where its answer goes. */
    private record Open(int position, Claim claim, List<Normalised> identities) {}

    List<Resolution> resolve(List<Claim> claims) {
        var answers = new ArrayList<@Nullable Resolution>(claims.size());
        var open = new ArrayList<Open>();
        var heard = activity.gathering();
        for (var claim : claims) {
            var position = answers.size();
            var identities = new ArrayList<Normalised>(claim.identities().size());
            var refused = read(claim, identities);
            if (refused != null) {
                answers.add(refused);
                continue;
            }
            var profile = settled.profile(identities);
            if (profile == null) {
                open.add(new Open(position, claim, identities));
                answers.add(null);
                continue;
            }
            heard.seen(profile, claim.observedAt());
            answers.add(new Resolution.Resolved(profile, false, false));
        }
        if (!open.isEmpty()) {
            transactions.executeWithoutResult(status -> settle(open, answers, heard));
        }
        heard.countAfterCommit();
        return answers.stream().map(Resolving::answered).toList();
    }

    private static Resolution answered(@Nullable Resolution answer) {
        if (answer == null) {
            throw new IllegalStateException("a claim was left without an answer");
        }
        return answer;
    }

    private @Nullable Resolution read(Claim claim, List<Normalised> identities) {
        if (claim.identities().isEmpty()) {
            throw new IllegalArgumentException("a claim needs an identity");
        }
        for (var identity : claim.identities()) {
            switch (reader.read(identity)) {
                case Normalised normalised -> {
                    if (!identities.contains(normalised)) {
                        identities.add(normalised);
                    }
                }
                case Reading.Refused(var code) -> {
                    return new Resolution.Invalid(identity, code);
                }
            }
        }
        return null;
    }

    private void settle(
            List<Open> open, List<@Nullable Resolution> answers, Activity.Gathering heard) {
        var epoch = settled.epoch();
        Set<UUID> indexes = new LinkedHashSet<>();
        open.forEach(one -> one.identities().forEach(identity -> indexes.add(identity.index())));
        rows.lock(indexes);
        var planner = planner(indexes);
        for (var one : open) {
            var claim = one.claim();
            var evidence = new ResolvePlan.Evidence(claim.source(), claim.observedAt());
            var answer = planner.decide(one.identities(), evidence);
            answers.set(one.position(), answer);
            if (answer instanceof Resolution.Resolved(var profile, var created, _) && !created) {
                heard.seen(profile, claim.observedAt());
            }
        }
        writer.write(planner.plan());
        publishAfterCommit(epoch, planner);
    }

    private ClaimPlanner planner(Set<UUID> indexes) {
        var holders = rows.holders(indexes);
        if (holders.isEmpty()) {
            var tombstones = rows.tombstones(indexes);
            return new ClaimPlanner(ids, holders, Map.of(), tombstones, Set.of());
        }
        var profiles = new HashSet<ProfileId>();
        holders.values().forEach(holder -> profiles.add(holder.profile()));
        return new ClaimPlanner(
                ids,
                holders,
                rows.groups(profiles),
                holders.size() == indexes.size() ? Set.of() : rows.tombstones(indexes),
                rows.sightings(holders.keySet()));
    }

    private void publishAfterCommit(long epoch, ClaimPlanner planner) {
        var plan = planner.plan();
        var seen = new HashSet<Sighting>(plan.ignored);
        seen.addAll(plan.sightings.keySet());
        var memberships = new ArrayList<Settled.Membership>();
        planner.groups()
                .forEach((profile, group) ->
                        memberships.add(new Settled.Membership(profile, group.root)));
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        settled.publish(epoch, planner.holders().values(), memberships, seen);
                    }
                });
    }
}
