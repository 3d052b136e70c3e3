package io.millrace.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people who use the product. */
public interface Accounts {
    int SHORTEST_PASSWORD = 10;

    /** BCrypt reads no more bytes than these. */
    int LONGEST_PASSWORD_BYTES = 72;

    List<User> list();

    Optional<User> find(UUID id);

    Created create(String email, String name, StandardRole role, String password);

    /** Changes what is not null. A new password, a new role or deactivation ends all sessions. */
    Changed change(UUID id, Change change);

    /** True if this is the user's present password. */
    boolean hasPassword(UUID id, String password);

    record User(
            UUID id,
            String email,
            String name,
            StandardRole role,
            boolean active,
            @Nullable String language,
            @Nullable String theme,
            Instant createdAt,
            @Nullable Instant lastSeenAt) {}

    /** What to change; null leaves as it is. */
    record Change(
            @Nullable String name,
            @Nullable StandardRole role,
            @Nullable Boolean active,
            @Nullable String password,
            @Nullable String language,
            @Nullable String theme) {}

    sealed interface Created {
        record Done(User user) implements Created {}

        record EmailTaken() implements Created {}
    }

    sealed interface Changed {
        record Done(User user) implements Changed {}

        record Unknown() implements Changed {}

        /** Without this user nobody could manage the product any more. */
        record LastAdmin() implements Changed {}
    }
}
