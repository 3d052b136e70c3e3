package io.millrace.audiences.live;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How some audiences lie over each other. */
public interface AudienceSets {
    int FEWEST = 2;
    int MOST = 6;

    /**
     * Every region: who is in exactly these of them and in none of the others. Regions without
     * anybody are among them; the sum of all is everybody who is in any.
     *
     * @param audiences {@link #FEWEST} to {@link #MOST} different ones
     * @return empty if there is not each of them
     */
    Optional<List<Region>> regions(List<UUID> audiences);

    /**
     * @param selection opens exactly these in the list of customers
     */
    record Region(List<UUID> in, List<UUID> out, int customers, String selection) {}
}
