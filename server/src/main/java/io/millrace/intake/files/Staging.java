package io.millrace.intake.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * The rows of one import, on their way: an unlogged table of its own, so that rows of one order
 * that are far apart in the file come together whatever the file's size. A crash may empty it; then
 * it is filled again from the file.
 */
@Component
final class Staging {
    private static final int COLUMNS = 17;

    private final DataSource source;
    private final JdbcClient jdbc;

    Staging(DataSource source, JdbcClient jdbc) {
        this.source = source;
        this.jdbc = jdbc;
    }

    private static String table(UUID id) {
        return "intake.staged_" + id.toString().replace("-", "");
    }

    void create(UUID id) {
        drop(id);
        jdbc.sql(
                        "create unlogged table "
                                + table(id)
                                + """
                                 (
                                    row bigint, key text collate "C", customer text, email text,
                                    phone text, at bigint, sku text, name text, category text,
                                    quantity bigint, price bigint, amount bigint, cost bigint,
                                    currency text, channel text, store text, cells text[])
                                """)
                .update();
    }

    /** The imports of which rows are staged. */
    List<UUID> ids() {
        return jdbc.sql(
                        """
                        select substr(relname, 8) from pg_class
                        where relnamespace = 'intake'::regnamespace and relkind = 'r'
                            and relname ~ '^staged_[0-9a-f]{32}$'
                        """)
                .query((row, n) -> UUID.fromString(dashed(row.getString(1))))
                .list();
    }

    private static String dashed(String hex) {
        return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    void drop(UUID id) {
        jdbc.sql("drop table if exists " + table(id)).update();
    }

    /** The rows that are staged, or -1 if there is no table. */
    long count(UUID id) {
        boolean there =
                jdbc.sql("select to_regclass(:table) is not null")
                        .param("table", table(id))
                        .query(Boolean.class)
                        .single();
        return there
                ? jdbc.sql("select count(*) from " + table(id)).query(Long.class).single()
                : -1;
    }

    static void add(CopyBuffer buffer, StagedRow row) {
        buffer.row(COLUMNS);
        buffer.whole(row.row());
        buffer.text(row.key());
        buffer.text(row.customer());
        buffer.text(row.email());
        buffer.text(row.phone());
        buffer.whole(row.at());
        buffer.text(row.sku());
        buffer.text(row.name());
        buffer.text(row.category());
        buffer.whole(row.quantity());
        buffer.whole(row.price());
        buffer.whole(row.amount());
        buffer.whole(row.cost());
        buffer.text(row.currency());
        buffer.text(row.channel());
        buffer.text(row.store());
        buffer.texts(row.cells());
    }

    /** Appends the gathered rows, in the caller's transaction. */
    void append(UUID id, byte[] rows) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + table(id) + " from stdin (format binary)",
                            new ByteArrayInputStream(rows),
                            1 << 16);
        } catch (SQLException e) {
            throw new SQLErrorCodeSQLExceptionTranslator(source).translate("stage", null, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** To be called once all rows are there: makes them readable by key. */
    void arrange(UUID id) {
        jdbc.sql("create index on " + table(id) + " (key, row)").update();
        jdbc.sql("analyze " + table(id)).update();
    }

    /**
     * The rows of the next keys after this one, sorted by key and row, whole keys only: about so
     * many rows, more if one key alone has more.
     */
    List<StagedRow> next(UUID id, @Nullable String after, int about) {
        List<StagedRow> rows =
                jdbc.sql(
                                "select * from "
                                        + table(id)
                                        + """
                                         where (:after::text is null or key > :after)
                                        order by key, row limit :about
                                        """)
                        .param("after", after)
                        .param("about", about)
                        .query(Staging::row)
                        .list();
        if (rows.size() < about) {
            return rows;
        }
        String last = rows.getLast().key();
        List<StagedRow> whole = new ArrayList<>(rows);
        while (!whole.isEmpty() && whole.getLast().key().equals(last)) {
            whole.removeLast();
        }
        return whole.isEmpty() ? all(id, last) : whole;
    }

    private List<StagedRow> all(UUID id, String key) {
        return jdbc.sql("select * from " + table(id) + " where key = :key order by row")
                .param("key", key)
                .query(Staging::row)
                .list();
    }

    private static StagedRow row(ResultSet row, int ignored) throws SQLException {
        long cost = row.getLong(13);
        boolean costKnown = !row.wasNull();
        return new StagedRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                costKnown ? (Long) cost : null,
                row.getString(14),
                row.getString(15),
                row.getString(16),
                texts(row.getArray(17)));
    }

    private static String[] texts(@Nullable Array array) throws SQLException {
        return array == null ? new String[0] : (String[]) array.getArray();
    }
}
