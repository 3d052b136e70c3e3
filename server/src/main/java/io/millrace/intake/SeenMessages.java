package io.millrace.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of messages that left no fact of their own, for ever. */
final class SeenMessages {
    private final JdbcClient jdbc;

    SeenMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<UUID> known(Collection<UUID> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                jdbc.sql("select key from intake.messages where key = any(:keys)")
                        .param("keys", keys.toArray(new UUID[0]))
                        .query((row, number) -> row.getObject("key", UUID.class))
                        .list());
    }

    /** In the caller's transaction; sorted, so that two groups never wait for each other. */
    void remember(Collection<UUID> keys, Instant at) {
        if (keys.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into intake.messages (key, seen_at)
                        select k, :at from unnest(:keys::uuid[]) k order by k
                        on conflict do nothing
                        """)
                .param("keys", keys.toArray(new UUID[0]))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
