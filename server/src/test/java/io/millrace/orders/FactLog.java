package io.millrace.orders;

import io.millrace.kernel.timeline.Fact;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Changes;
import io.millrace.timelines.NewFact;
import io.millrace.timelines.Timelines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Timelines as far as orders need them: a list of facts, unique by key. */
public final class FactLog implements Timelines {
    private final List<NewFact.Encoded> facts = new ArrayList<>();
    private final Set<UUID> keys = new HashSet<>();

    public synchronized List<NewFact.Encoded> facts() {
        return List.copyOf(facts);
    }

    public synchronized List<NewFact.Encoded> of(String kind) {
        return facts.stream().filter(fact -> fact.kind().equals(kind)).toList();
    }

    /** The customer's net revenue as a reader of the timeline sees it. */
    public synchronized long revenue(ProfileId profile) {
        return facts.stream()
                .filter(fact -> fact.profile().equals(profile.value()))
                .filter(fact -> fact.kind().startsWith("order.") && !fact.kind().contains("item"))
                .mapToLong(NewFact.Encoded::amount)
                .sum();
    }

    @Override
    public Set<UUID> appendOrRepeat(Collection<? extends NewFact> facts) {
        return append(facts);
    }

    @Override
    public Set<UUID> append(Collection<? extends NewFact> given) {
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
        for (NewFact fact : given) {
            UUID key = fact.key();
            if (key != null && !keys.add(key)) {
                throw new AssertionError("told twice: " + fact);
            }
            facts.add((NewFact.Encoded) fact);
        }
    }

    @Override
    public synchronized long removeSource(String source) {
        List<NewFact.Encoded> gone =
                facts.stream().filter(fact -> fact.source().equals(source)).toList();
        facts.removeAll(gone);
        gone.forEach(fact -> keys.remove(fact.key()));
        return gone.size();
    }

    @Override
    public void join(ProfileId member, ProfileId root) {}

    @Override
    public void separate(ProfileId member) {}

    @Override
    public Page<Fact> facts(
            Set<ProfileId> profiles, FactFilter filter, @Nullable String cursor, int limit) {
        return new Page<>(List.of(), null, null);
    }

    @Override
    public @Nullable UUID keyOf(UUID fact) {
        return null;
    }

    @Override
    public @Nullable Fact fact(UUID id) {
        return null;
    }

    @Override
    public <A> FoldResult<A> fold(FoldPlan<A> plan, Instant asOf) {
        throw new UnsupportedOperationException("orders do not fold");
    }

    @Override
    public List<FoldResult<?>> foldAll(List<? extends FoldPlan<?>> plans, Instant asOf) {
        throw new UnsupportedOperationException("orders do not fold");
    }

    @Override
    public <A> FoldResult<A> foldOver(Set<ProfileId> customers, FoldPlan<A> plan, Instant asOf) {
        throw new UnsupportedOperationException("orders do not fold");
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
}
