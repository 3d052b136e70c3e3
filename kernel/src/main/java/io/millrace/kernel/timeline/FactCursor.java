package io.millrace.kernel.timeline;

import java.util.UUID;

/** Walks all facts of a snapshot in the order (profile, occurredAt, id); one thread at a time. */
public interface FactCursor {
    /** Moves to the next fact; false when there is none. */
    boolean next();

    /** The profile of the current fact. */
    UUID profile();

    /** The current fact as a record; allocates. */
    Fact fact();
}
