package io.millrace.timelines;

import io.millrace.kernel.timeline.CustomerReader;
import io.millrace.kernel.timeline.Cut;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.FoldRun;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Timeline;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The fact log and the columnar store behind one door. */
final class StoredTimelines implements Timelines {
    /** Beyond every fact, and within what microseconds can count. */
    private static final Instant END = Instant.parse("+200000-01-01T00:00:00Z");

    private final FactCopy copy;
    private final FactLog log;
    private final Bindings bindings;
    private final Merges merges;
    private final Columns columns;
    private final Tail tail;
    private final Gauges gauges;
    private final ChangeFeed feed;

    StoredTimelines(
            FactCopy copy,
            FactLog log,
            Bindings bindings,
            Merges merges,
            Columns columns,
            Tail tail,
            Gauges gauges,
            ChangeFeed feed) {
        this.copy = copy;
        this.log = log;
        this.bindings = bindings;
        this.merges = merges;
        this.columns = columns;
        this.tail = tail;
        this.gauges = gauges;
        this.feed = feed;
    }

    @Override
    public Set<UUID> append(Collection<? extends NewFact> facts) {
        return appended(facts, FactCopy.Refusal.TAKE_BACK);
    }

    @Override
    public Set<UUID> appendOrRepeat(Collection<? extends NewFact> facts) {
        return appended(facts, FactCopy.Refusal.REPEAT);
    }

    private Set<UUID> appended(
            Collection<? extends NewFact> facts, FactCopy.Refusal whenKeyIsKnown) {
        requireTransaction();
        if (facts.isEmpty()) {
            return Set.of();
        }
        Set<UUID> known = copy.append(facts, whenKeyIsKnown);
        gauges.appended(facts.size() - known.size());
        tail.wakeAfterCommit();
        return known;
    }

    @Override
    public void join(ProfileId member, ProfileId root) {
        requireTransaction();
        bindings.join(member, root);
        announceMergeAfterCommit();
    }

    @Override
    public void separate(ProfileId member) {
        requireTransaction();
        bindings.separate(member);
        announceMergeAfterCommit();
    }

    @Override
    public Page<Fact> facts(
            Set<ProfileId> profiles, FactFilter filter, @Nullable String cursor, int limit) {
        return log.facts(profiles, filter, cursor, limit);
    }

    @Override
    public @Nullable Fact fact(UUID id) {
        return log.fact(id);
    }

    @Override
    public @Nullable UUID keyOf(UUID fact) {
        return log.keyOf(fact);
    }

    @Override
    public <A> FoldResult<A> fold(FoldPlan<A> plan, Instant asOf) {
        Columns.View view = columns.view();
        FoldRun run = run(view, asOf);
        FoldRun.Folded<A> folded = run.add(plan.over(view.snapshot().dictionary()));
        run.run();
        return new FoldResult<>(folded.get(), view.version());
    }

    @Override
    public List<FoldResult<?>> foldAll(List<? extends FoldPlan<?>> plans, Instant asOf) {
        Columns.View view = columns.view();
        FoldRun run = run(view, asOf);
        List<FoldRun.Folded<?>> folded = new ArrayList<>();
        for (FoldPlan<?> plan : plans) {
            folded.add(run.add(plan.over(view.snapshot().dictionary())));
        }
        run.run();
        List<FoldResult<?>> results = new ArrayList<>();
        for (FoldRun.Folded<?> one : folded) {
            results.add(new FoldResult<>(one.get(), view.version()));
        }
        return results;
    }

    private static FoldRun run(Columns.View view, Instant asOf) {
        return FoldRun.over(view.snapshot())
                .customers(view.customers())
                .cut(Cut.asOf(micros(asOf)));
    }

    @Override
    public <A> FoldResult<A> foldOver(Set<ProfileId> customers, FoldPlan<A> plan, Instant asOf) {
        Columns.View view = columns.view();
        Fold<A> fold = plan.over(view.snapshot().dictionary());
        A accumulator = fold.newAccumulator();
        CustomerReader reader = view.snapshot().reader(fold, Cut.asOf(micros(asOf)));
        for (ProfileId customer : new TreeSet<>(customers)) {
            UUID root = customer.value();
            Timeline timeline = reader.read(root, view.customers().profilesOf(root));
            if (timeline != null) {
                fold.accept(timeline, accumulator);
            }
        }
        return new FoldResult<>(accumulator, view.version());
    }

    private static long micros(Instant asOf) {
        return Micros.of(asOf.isAfter(END) ? END : asOf);
    }

    @Override
    public Changes changes(Changes.@Nullable Position since) {
        return feed.since(since);
    }

    @Override
    public void whenChanged(Runnable wake) {
        tail.whenChanged(wake);
    }

    @Override
    public long version() {
        return columns.version();
    }

    @Override
    public Freshness freshness() {
        return gauges.freshness();
    }

    @Override
    public void catchUp() {
        tail.catchUp();
    }

    @Override
    public long removeSource(String source) {
        requireTransaction();
        tail.wakeAfterCommit();
        return log.removeSource(source);
    }

    private void announceMergeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        merges.announce();
                        columns.changed();
                        tail.wake();
                    }
                });
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("facts change only within a transaction");
        }
    }
}
