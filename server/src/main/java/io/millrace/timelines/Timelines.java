package io.millrace.timelines;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Fold;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The timelines of all customers: the fact log in PostgreSQL, and the columnar store that is
 * derived from it. Knows customers by id only.
 */
public interface Timelines {
    /**
     * Appends facts in the caller's transaction (there must be one), in one binary COPY. A key that
     * is known already, or that comes a second time within the list, keeps its fact out; facts
     * without a key are always appended, so whoever has companions of a keyed fact keeps them back
     * until the answer is known.
     *
     * <p>A key that another transaction has written and not yet committed makes this call wait for
     * that transaction's end; callers that append the same keys side by side should bring them in
     * one order.
     *
     * @return the keys among {@code facts} that were there before; those facts were not appended
     */
    Set<UUID> append(Collection<? extends NewFact> facts);

    /**
     * As {@link #append}, but two round trips to the database cheaper: nothing is set by to which a
     * copy could be taken back. For callers whose whole transaction is a step that they repeat.
     *
     * @throws org.springframework.dao.ConcurrencyFailureException if a key was known and the list
     *     had not been looked up first; the transaction is broken then and must be rolled back. The
     *     next calls look their keys up first, so that a repetition ends.
     */
    Set<UUID> appendOrRepeat(Collection<? extends NewFact> facts);

    /**
     * From now on the facts of {@code member} count to the customer whose root is {@code root}. In
     * the caller's transaction.
     */
    void join(ProfileId member, ProfileId root);

    /** From now on {@code member} is a customer of its own again. In the caller's transaction. */
    void separate(ProfileId member);

    /**
     * The facts of these profiles, newest first, read from PostgreSQL: what is committed is seen.
     */
    Page<Fact> facts(
            Set<ProfileId> profiles, FactFilter filter, @Nullable String cursor, int limit);

    /** One fact whole. */
    @Nullable Fact fact(UUID id);

    /** The natural key of a fact, null if it has none or is not there. */
    @Nullable UUID keyOf(UUID fact);

    /**
     * Runs a fold over all customers as of an instant, over the columnar store.
     *
     * @param asOf the cut by occurredAt, inclusive
     */
    <A> FoldResult<A> fold(FoldPlan<A> plan, Instant asOf);

    /** The same for several folds in one scan; results in the order of the plans. */
    List<FoldResult<?>> foldAll(List<? extends FoldPlan<?>> plans, Instant asOf);

    /**
     * The same over a few customers only, named by their roots; visited in the order of their ids.
     * For the rows of one page, not for a scan.
     */
    <A> FoldResult<A> foldOver(Set<ProfileId> customers, FoldPlan<A> plan, Instant asOf);

    /**
     * What became visible after a position, up to what {@link #fold} sees now at least. So whoever
     * computes something of each touched customer, and keeps it together with the new position in
     * one transaction, misses nothing and does nothing twice, whatever stops in between.
     *
     * @param since null at the very beginning
     */
    Changes changes(Changes.@Nullable Position since);

    /**
     * Calls from now on whenever {@link #changes} may have something to tell. The call must be
     * short, such as to wake a thread.
     */
    void whenChanged(Runnable wake);

    /**
     * A number that grows with every change a reader could see: the key under which results may be
     * cached.
     */
    long version();

    /** How far the columnar store is behind the fact log, and how much it holds. */
    Freshness freshness();

    /** Waits until the columnar store holds everything committed before this call. */
    void catchUp();

    /**
     * Removes all facts that came from this source; for imports' undo and the sample brand. They
     * leave the log in the caller's transaction, and the columnar store soon after its commit.
     *
     * @return how many left the log
     */
    long removeSource(String source);

    /**
     * What to read of a timeline; empty kinds mean all. Bounds are on occurredAt, both inclusive.
     */
    record FactFilter(
            Set<String> kinds,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String subject) {
        public static final FactFilter ALL = new FactFilter(Set.of(), null, null, null);
    }

    /** Makes a fold for the store whose words the dictionary knows. */
    @FunctionalInterface
    interface FoldPlan<A> {
        Fold<A> over(Dictionary dictionary);
    }

    /** A fold's answer and the version of the store that it was computed on. */
    record FoldResult<A>(A value, long version) {}

    /**
     * @param lagMillis age of the oldest committed fact that the columnar store does not hold yet,
     *     0 if none
     */
    record Freshness(
            long facts,
            long profiles,
            long segments,
            long lagMillis,
            @Nullable Instant lastFactAt,
            boolean rebuilding) {}
}
