package io.millrace.bench.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SplittableRandom;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The other side of batches: the rows that the product has just written, with new ids and keys, go
 * into the same table in one raw binary COPY.
 */
final class CopyRounds {
    private static final String COLUMNS =
            "(id, profile, key, occurred_at, recorded_at, amount, kind, source, currency,"
                    + " historical, subject, attributes)";
    private static final int HEADER = 19;
    private static final int CHUNK = 64 * 1024;

    private final Connection connection;
    private final SplittableRandom random = new SplittableRandom(7);
    private long sequence;

    CopyRounds(Connection connection) {
        this.connection = connection;
    }

    /** The newest rows as they stand in the table. */
    byte[] newest(int rows) throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(rows * 400);
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select id, profile, key, occurred_at, recorded_at, amount, kind,"
                                + " source, currency, historical, subject, attributes from"
                                + " timelines.facts where kind = (select id from timelines.kinds"
                                + " where name = 'event.Product Viewed') order by id desc limit "
                                + rows
                                + ") to stdout (format binary)",
                        out);
        return out.toByteArray();
    }

    /** Gives every row another id, newer than all before, and another key. */
    void renew(byte[] rows, long millis) {
        ByteBuffer buffer = ByteBuffer.wrap(rows);
        int at = HEADER;
        while (buffer.getShort(at) > 0) {
            int columns = buffer.getShort(at);
            at += 2;
            for (int column = 0; column < columns; column++) {
                int length = buffer.getInt(at);
                at += 4;
                if (column == 0) {
                    sequence++;
                    long moment = millis + (sequence >> 12);
                    buffer.putLong(at, moment << 16 | 0x7000 | sequence & 0xFFF);
                    buffer.putLong(at + 8, random.nextLong());
                } else if (column == 2) {
                    buffer.putLong(at, random.nextLong());
                    buffer.putLong(at + 8, random.nextLong());
                }
                at += Math.max(0, length);
            }
        }
    }

    /** Seconds from the first byte to the commit. */
    double copy(byte[] rows) throws SQLException {
        long started = System.nanoTime();
        connection.setAutoCommit(false);
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy timelines.facts " + COLUMNS + " from stdin (format binary)");
        for (int from = 0; from < rows.length; from += CHUNK) {
            copy.writeToCopy(rows, from, Math.min(CHUNK, rows.length - from));
        }
        copy.endCopy();
        connection.commit();
        connection.setAutoCommit(true);
        return (System.nanoTime() - started) / 1e9;
    }

    long count() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from timelines.facts")) {
            row.next();
            return row.getLong(1);
        }
    }
}
