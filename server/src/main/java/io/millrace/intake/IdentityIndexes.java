package io.millrace.intake;

import io.millrace.customers.Customers.Identity;
import io.millrace.shared.ProfileId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Under which blind index an identity is found without being known. */
interface IdentityIndexes {
    /** Null if the identity cannot be normalised: then nobody can ever be found by it. */
    @Nullable UUID of(Identity identity);

    /** All of these profiles' identities, also while they are being erased. */
    Set<UUID> of(Set<ProfileId> profiles);
}
