package io.millrace.audiences.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Told of everybody who enters or leaves an audience, within the transaction that writes it: what
 * the listener writes is committed with it or not at all. Calls come one after the other, in the
 * order of the commits.
 */
public interface Movements {
    void moved(List<Movement> movements);

    /**
     * @param id of this very change; the same if it should ever be told twice
     * @param customer the root profile at that time
     * @param first true if the customer was in it before anybody asked
     */
    record Movement(
            UUID id, UUID audience, UUID customer, boolean entered, Instant at, boolean first) {}
}
