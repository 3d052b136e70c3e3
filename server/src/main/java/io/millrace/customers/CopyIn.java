package io.millrace.customers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows in PostgreSQL's binary COPY format: no value is written as text and parsed again. */
final class CopyIn {
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final String table;
    private final String columns;
    private final int fields;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    /**
     * @param columns separated by commas, as they are given row by row
     */
    CopyIn(String table, String columns) {
        this.table = table;
        this.columns = columns;
        this.fields = columns.split(",").length;
        bytes.writeBytes(SIGNATURE);
    }

    CopyIn row() {
        return number(Short.BYTES, fields);
    }

    CopyIn uuid(@Nullable UUID id) {
        if (id == null) {
            return missing();
        }
        return number(Integer.BYTES, 2 * Long.BYTES)
                .number(Long.BYTES, id.getMostSignificantBits())
                .number(Long.BYTES, id.getLeastSignificantBits());
    }

    CopyIn text(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        number(Integer.BYTES, encoded.length);
        bytes.writeBytes(encoded);
        return this;
    }

    CopyIn instant(@Nullable Instant at) {
        if (at == null) {
            return missing();
        }
        return number(Integer.BYTES, Long.BYTES)
                .number(Long.BYTES, ChronoUnit.MICROS.between(EPOCH, at));
    }

    private CopyIn missing() {
        return number(Integer.BYTES, -1);
    }

    private CopyIn number(int size, long value) {
        number.putLong(0, value);
        bytes.write(number.array(), Long.BYTES - size, size);
        return this;
    }

    /** Writes the rows, in the caller's transaction. */
    void into(JdbcTemplate jdbc) {
        number(Short.BYTES, -1);
        var copied =
                jdbc.execute((Connection connection) -> {
                    try {
                        return connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn(
                                        "copy "
                                                + table
                                                + " ("
                                                + columns
                                                + ") from stdin (format binary)",
                                        new ByteArrayInputStream(bytes.toByteArray()));
                    } catch (IOException e) {
                        throw new UncheckedIOException("a copy from memory", e);
                    }
                });
        if (copied == null) {
            throw new IllegalStateException("nothing was copied into " + table);
        }
    }
}
