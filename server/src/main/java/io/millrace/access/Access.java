package io.millrace.access;

import io.millrace.shared.DataLevel;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is asking, what they may do, and which data levels they see in clear. */
public interface Access {
    /** Who made the current request; absent in background work. */
    Optional<Caller> caller();

    /**
     * The write key with this secret, if it is valid now; for ingestion. Answers from memory, at
     * most a second stale.
     */
    Optional<WriteKey> writeKey(String secret);

    /**
     * @param id the user's or API key's id
     */
    record Caller(String id, String name, Role role, boolean viaKey, @Nullable String language) {
        public boolean may(Permission permission) {
            return role.permissions().contains(permission);
        }

        /**
         * True if values of this level are shown to the caller without an explicit, audited reveal.
         */
        public boolean sees(DataLevel level) {
            return role.clear().contains(level);
        }
    }

    record WriteKey(String id, String name) {}

    /** The five roles; deny by default. */
    interface Role {
        String name();

        Set<Permission> permissions();

        Set<DataLevel> clear();
    }
}
