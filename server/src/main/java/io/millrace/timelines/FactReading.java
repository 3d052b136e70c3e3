package io.millrace.timelines;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Value;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Reads many facts from the log by binary COPY, one at a time: nothing is held in memory. */
final class FactReading {
    private static final int HEADER = 19;

    private final Names kinds;
    private final Names sources;

    FactReading(Names kinds, Names sources) {
        this.kinds = kinds;
        this.sources = sources;
    }

    /**
     * Gives every fact that satisfies the condition to {@code each}, on this connection.
     *
     * @param condition SQL, made by this module from numbers only
     */
    void read(Connection connection, String condition, Consumer<Fact> each) throws SQLException {
        CopyOut copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                """
                                copy (
                                    select id, profile, occurred_at, recorded_at, amount, kind,
                                        source, currency, historical, subject, attributes
                                    from timelines.facts where %s
                                ) to stdout (format binary)
                                """
                                        .formatted(condition));
        try {
            drain(copy, each);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void drain(CopyOut copy, Consumer<Fact> each) throws SQLException {
        boolean header = true;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            ByteBuffer row = ByteBuffer.wrap(message);
            if (header) {
                row.position(HEADER);
                header = false;
            }
            // A message is one row; the last one is the trailer, whose count of columns is -1.
            if (row.hasRemaining() && row.getShort() > 0) {
                each.accept(fact(row));
            }
        }
    }

    private Fact fact(ByteBuffer row) {
        UUID id = uuid(row);
        UUID profile = uuid(row);
        Instant occurredAt = instant(row);
        Instant recordedAt = instant(row);
        row.getInt();
        long amount = row.getLong();
        row.getInt();
        String kind = kinds.name(row.getInt());
        row.getInt();
        String source = sources.name(row.getInt());
        String currency = text(row);
        row.getInt();
        boolean historical = row.get() != 0;
        String subject = text(row);
        return new Fact(
                id,
                profile,
                kind,
                occurredAt,
                recordedAt,
                subject,
                amount,
                currency,
                attributes(row),
                source,
                historical);
    }

    private static UUID uuid(ByteBuffer row) {
        row.getInt();
        return new UUID(row.getLong(), row.getLong());
    }

    private static Instant instant(ByteBuffer row) {
        row.getInt();
        return Micros.toInstant(row.getLong() + CopyRows.EPOCH);
    }

    private static @Nullable String text(ByteBuffer row) {
        int length = row.getInt();
        if (length < 0) {
            return null;
        }
        String text = new String(row.array(), row.position(), length, StandardCharsets.UTF_8);
        row.position(row.position() + length);
        return text;
    }

    private static Map<String, Value> attributes(ByteBuffer row) {
        int length = row.getInt();
        row.get(); // the version of jsonb's binary form
        return AttributeReader.read(row.array(), row.position(), length - 1);
    }
}
