package io.millrace.customers;

import io.millrace.kernel.timeline.Fact;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Changes;
import io.millrace.timelines.NewFact;
import io.millrace.timelines.Timelines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Timelines as far as customers need them: facts in a list, memberships in a map. */
final class MemoryTimelines implements Timelines {
    final Map<ProfileId, ProfileId> roots = new HashMap<>();
    private final List<NewFact.Encoded> facts = new ArrayList<>();

    synchronized List<NewFact.Encoded> facts() {
        return List.copyOf(facts);
    }

    synchronized List<NewFact.Encoded> of(ProfileId profile, String kind) {
        return facts.stream()
                .filter(fact -> fact.profile().equals(profile.value()) && fact.kind().equals(kind))
                .toList();
    }

    @Override
    public Set<UUID> appendOrRepeat(Collection<? extends NewFact> facts) {
        return append(facts);
    }

    @Override
    public Set<UUID> append(Collection<? extends NewFact> given) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("facts are appended in a transaction");
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        keep(given);
                    }
                });
        return Set.of();
    }

    private synchronized void keep(Collection<? extends NewFact> given) {
        given.forEach(fact -> facts.add((NewFact.Encoded) fact));
    }

    @Override
    public synchronized void join(ProfileId member, ProfileId root) {
        roots.put(member, root);
    }

    @Override
    public synchronized void separate(ProfileId member) {
        roots.remove(member);
    }

    @Override
    public synchronized Page<Fact> facts(
            Set<ProfileId> profiles, FactFilter filter, @Nullable String cursor, int limit) {
        var found =
                facts.stream()
                        .filter(fact -> profiles.contains(new ProfileId(fact.profile())))
                        .limit(limit)
                        .map(MemoryTimelines::whole)
                        .toList();
        return new Page<>(found, null, null);
    }

    private static Fact whole(NewFact.Encoded fact) {
        return new Fact(
                fact.id(),
                fact.profile(),
                fact.kind(),
                fact.occurredAt(),
                fact.recordedAt(),
                fact.subject(),
                fact.amount(),
                fact.currency(),
                Map.of(),
                fact.source(),
                fact.historical());
    }

    @Override
    public @Nullable UUID keyOf(UUID fact) {
        return null;
    }

    @Override
    public synchronized @Nullable Fact fact(UUID id) {
        return facts.stream()
                .filter(fact -> fact.id().equals(id))
                .findFirst()
                .map(MemoryTimelines::whole)
                .orElse(null);
    }

    @Override
    public <A> FoldResult<A> fold(FoldPlan<A> plan, Instant asOf) {
        throw new UnsupportedOperationException("customers do not fold");
    }

    @Override
    public List<FoldResult<?>> foldAll(List<? extends FoldPlan<?>> plans, Instant asOf) {
        throw new UnsupportedOperationException("customers do not fold");
    }

    @Override
    public <A> FoldResult<A> foldOver(Set<ProfileId> customers, FoldPlan<A> plan, Instant asOf) {
        throw new UnsupportedOperationException("customers do not fold");
    }

    @Override
    public Changes changes(Changes.@Nullable Position since) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void whenChanged(Runnable wake) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long version() {
        return 0;
    }

    @Override
    public Freshness freshness() {
        return new Freshness(0, 0, 0, 0, null, false);
    }

    @Override
    public void catchUp() {}

    @Override
    public synchronized long removeSource(String source) {
        var before = facts.size();
        facts.removeIf(fact -> fact.source().equals(source));
        return before - facts.size();
    }
}
