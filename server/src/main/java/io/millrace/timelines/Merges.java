package io.millrace.timelines;

import io.millrace.kernel.timeline.CustomerMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The customers as the committed bindings make them. Readers see a merge as soon as it has
 * committed here; merges committed elsewhere arrive with the tail.
 */
final class Merges {
    private final Bindings bindings;
    private final CommitReads reads;
    private final AtomicLong announced = new AtomicLong(1);
    private final Map<UUID, UUID> parents = new HashMap<>();
    private @Nullable CommitSnapshot seen;
    private long followed;
    private @Nullable CustomerMap customers;

    Merges(Bindings bindings, CommitReads reads) {
        this.bindings = bindings;
        this.reads = reads;
    }

    /** A merge or its undoing has committed. */
    void announce() {
        announced.incrementAndGet();
    }

    /** Built only when somebody reads: thousands of merges may lie between two readings. */
    synchronized CustomerMap customers() {
        if (followed < announced.get()) {
            follow();
        }
        CustomerMap map = customers;
        if (map == null) {
            map = Bindings.customers(parents);
            customers = map;
        }
        return map;
    }

    /** Learns what has committed; answers whether that was anything. */
    synchronized boolean follow() {
        long until = announced.get();
        boolean changed = reads.read(this::learn);
        followed = until;
        return changed;
    }

    private boolean learn(CommitSnapshot now) {
        CommitSnapshot since = seen;
        if (since != null && now.sameAs(since)) {
            return false;
        }
        Map<UUID, UUID> changed = since == null ? bindings.all() : bindings.changed(since);
        seen = now;
        if (changed.isEmpty()) {
            return false;
        }
        parents.putAll(changed);
        customers = null;
        return true;
    }
}
