package io.millrace.customers;

import io.millrace.customers.Customers.IdentityType;
import io.millrace.shared.ProfileId;
import java.util.EnumSet;
import java.util.Set;

/** A customer as the planning of claims sees it: the profiles under one root. */
final class Group {
    final ProfileId root;
    final Set<IdentityType> exclusive = EnumSet.noneOf(IdentityType.class);
    boolean known;
    int identities;

    Group(ProfileId root, boolean known, int identities, Set<IdentityType> exclusive) {
        this.root = root;
        this.known = known;
        this.identities = identities;
        this.exclusive.addAll(exclusive);
    }

    void take(IdentityType type) {
        identities++;
        if (type.exclusive()) {
            exclusive.add(type);
        }
    }
}
