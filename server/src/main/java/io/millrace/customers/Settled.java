package io.millrace.customers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.shared.ProfileId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is committed and was needed lately, so that a claim that says nothing new costs no query.
 * Published after a commit only: what is rolled back was never here.
 */
final class Settled {
    private static final int REMEMBERED = 400_000;

    private final Cache<UUID, Holder> holders = bounded();
    private final Cache<ProfileId, ProfileId> roots = bounded();
    private final Cache<Sighting, Boolean> sightings = bounded();
    private final Object publishing = new Object();
    private long epoch;

    /** Number of withdrawals so far; what was read before one must not be published after it. */
    long epoch() {
        synchronized (publishing) {
            return epoch;
        }
    }

    /** The profile for a claim if everything it says is known, null if something is new. */
    @Nullable ProfileId profile(List<Normalised> identities) {
        if (identities.size() == 1) {
            var holder = holders.getIfPresent(identities.getFirst().index());
            return holder == null ? null : holder.profile();
        }
        var target = strongest(identities);
        return target != null && agree(identities, target) ? target : null;
    }

    private @Nullable ProfileId strongest(List<Normalised> identities) {
        Normalised best = null;
        Holder held = null;
        for (var identity : identities) {
            var holder = holders.getIfPresent(identity.index());
            if (holder != null
                    && !holder.shared()
                    && (best == null || identity.type().compareTo(best.type()) < 0)) {
                best = identity;
                held = holder;
            }
        }
        return held == null ? null : held.profile();
    }

    private boolean agree(List<Normalised> identities, ProfileId target) {
        var root = roots.getIfPresent(target);
        for (var identity : identities) {
            if (sightings.getIfPresent(new Sighting(identity.index(), target)) != null) {
                continue;
            }
            var holder = holders.getIfPresent(identity.index());
            if (holder == null) {
                return false;
            }
            if (holder.profile().equals(target)) {
                continue;
            }
            if (root == null || !root.equals(roots.getIfPresent(holder.profile()))) {
                return false;
            }
        }
        return true;
    }

    /** Remembers what a transaction read or wrote, after its commit. */
    void publish(
            long readAt,
            Collection<Holder> held,
            Collection<Membership> members,
            Set<Sighting> seen) {
        synchronized (publishing) {
            if (readAt != epoch) {
                return;
            }
            held.forEach(holder -> holders.put(holder.index(), holder));
            members.forEach(member -> roots.put(member.profile(), member.root()));
            seen.forEach(sighting -> sightings.put(sighting, true));
        }
    }

    /** Which customer a profile belongs to. */
    record Membership(ProfileId profile, ProfileId root) {}

    @Nullable ProfileId root(ProfileId profile) {
        return roots.getIfPresent(profile);
    }

    /** Forgets everything: customers were merged, un-merged or erased. */
    void withdraw() {
        synchronized (publishing) {
            epoch++;
            holders.invalidateAll();
            roots.invalidateAll();
            sightings.invalidateAll();
        }
    }

    /** The same, again when the current transaction has ended: others may have read meanwhile. */
    void withdrawWithTransaction() {
        withdraw();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        withdraw();
                    }
                });
    }

    private static <K, V> Cache<K, V> bounded() {
        return Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    }
}
