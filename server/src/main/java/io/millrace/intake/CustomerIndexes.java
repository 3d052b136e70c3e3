package io.millrace.intake;

import io.millrace.customers.Customers;
import io.millrace.customers.Customers.Identity;
import io.millrace.shared.ProfileId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The blind indexes under which customers keeps identities. */
record CustomerIndexes(Customers customers) implements IdentityIndexes {
    @Override
    public @Nullable UUID of(Identity identity) {
        return customers.identityIndex(identity);
    }

    @Override
    public Set<UUID> of(Set<ProfileId> profiles) {
        return customers.identityIndexes(profiles);
    }
}
