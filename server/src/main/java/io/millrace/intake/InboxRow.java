package io.millrace.intake;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the inbox as it stands in the table.
 *
 * @param sealed the payload, under the inbox's own key
 */
record InboxRow(
        UUID id,
        Instant receivedAt,
        String source,
        String channel,
        String code,
        String pointer,
        List<String> arguments,
        @Nullable String messageId,
        String preview,
        String sealed,
        String state,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {
    boolean waits() {
        return state.equals("open") || state.equals("fixed");
    }

    static InboxRow of(ResultSet row, int number) throws SQLException {
        Array arguments = row.getArray("arguments");
        OffsetDateTime changedAt = row.getObject("changed_at", OffsetDateTime.class);
        return new InboxRow(
                row.getObject("id", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("source"),
                row.getString("channel"),
                row.getString("code"),
                row.getString("pointer"),
                List.of((String[]) arguments.getArray()),
                row.getString("message_id"),
                row.getString("preview"),
                row.getString("payload"),
                row.getString("state"),
                changedAt == null ? null : changedAt.toInstant(),
                row.getString("changed_by"));
    }
}
