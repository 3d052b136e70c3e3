package io.millrace.audiences.live;

import io.millrace.shared.ProfileId;
import java.util.SortedSet;
import java.util.UUID;

/** Who is on a list, many at a time. */
public interface ListMembers {
    /** False if there is no such list (any more). */
    boolean add(UUID list, SortedSet<ProfileId> customers);

    /** False if there is no such list (any more). */
    boolean remove(UUID list, SortedSet<ProfileId> customers);

    /** How many of these are in an audience now. */
    int among(UUID audience, SortedSet<ProfileId> customers);

    /** An empty set of customers that costs a bit for each, for whoever counts different ones. */
    Seen seen();

    /** For one thread. */
    interface Seen {
        /** False if the customer was in it already. */
        boolean add(ProfileId customer);
    }
}
