package io.millrace.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys with which other systems come in: write keys for ingestion, API keys for the rest. */
public interface AccessKeys {
    /** All keys, revoked ones too, newest first. */
    List<Key> list();

    /**
     * @param role what an API key may do; null for a write key, which may only ingest
     * @return the key and its secret, which cannot be read again
     */
    NewKey create(String name, Kind kind, @Nullable StandardRole role, @Nullable Instant expiresAt);

    /**
     * Ends a key for ever; within a second nobody gets in with it.
     *
     * @return empty if there is no such key
     */
    Optional<Key> revoke(UUID id);

    enum Kind {
        WRITE,
        API
    }

    /**
     * A key without its secret.
     *
     * @param prefix the secret's first characters, by which people recognise it
     */
    record Key(
            UUID id,
            String name,
            Kind kind,
            String prefix,
            @Nullable StandardRole role,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {}

    record NewKey(Key key, String secret) {}
}
