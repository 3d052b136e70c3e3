package io.millrace.audiences.live;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.evaluate.Reads;
import io.millrace.kernel.timeline.Kinds;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * An audience, or a condition that is being tried for one, as it is followed. Guarded by the
 * roster.
 */
final class Slot {
    /** The audience's id, or the change's. */
    final UUID id;

    final UUID audience;

    /** Of a stage; null of an audience. */
    final @Nullable Staged staged;

    /** A list changes only by hand and by merges. */
    final boolean list;

    /** Who is in it, as it is written. Of a change: who would be. */
    final RoaringBitmap members = new RoaringBitmap();

    /** Who is to be in it, while not all of that is written; null when it is. */
    @Nullable RoaringBitmap target;

    /** True once changes of customers are followed; false while everybody is being evaluated. */
    boolean followed;

    /** Grows with each change of the members. */
    long revision;

    @Nullable String error;
    private Condition condition;
    private Reads reads;

    /**
     * @param condition with the conditions of other audiences in it
     */
    Slot(UUID id, UUID audience, boolean list, Condition condition) {
        this(id, audience, list, condition, null);
    }

    /** Of a stage. */
    Slot(Staged staged, Condition condition) {
        this(staged.id(), staged.id(), false, condition, staged);
    }

    private Slot(
            UUID id, UUID audience, boolean list, Condition condition, @Nullable Staged staged) {
        this.id = id;
        this.audience = audience;
        this.list = list;
        this.staged = staged;
        this.condition = condition;
        this.reads = Reads.of(condition);
    }

    /** True if this is a condition that is tried, whose members are not told to anybody. */
    boolean tried() {
        return !id.equals(audience);
    }

    Condition condition() {
        return condition;
    }

    void become(Condition next) {
        condition = next;
        reads = Reads.of(next);
    }

    boolean wants(Set<String> kinds) {
        return reads.everyKind()
                || kinds.contains(Kinds.CUSTOMER_KNOWN)
                || kinds.stream().anyMatch(reads.kinds()::contains);
    }

    /** The condition that says what the facts tell of this audience. */
    Condition told() {
        return new Condition.InAudience(audience.toString());
    }
}
