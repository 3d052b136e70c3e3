package io.millrace.intake.files;

import io.millrace.intake.files.Sniffer.SniffedColumn;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is known of uploaded files. */
@Component
final class UploadTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    UploadTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param removedAt when the file itself was deleted
     */
    record Stored(
            UUID id,
            String filename,
            Path path,
            String sha256,
            long bytes,
            Dialect dialect,
            List<SniffedColumn> columns,
            long rows,
            long rowsSampled,
            boolean header,
            Instant createdAt,
            String createdBy,
            @Nullable Instant removedAt) {
        List<String> headers() {
            return columns.stream().map(SniffedColumn::name).toList();
        }
    }

    void insert(Stored upload) {
        jdbc.sql(
                        """
                        insert into intake.uploads (id, filename, path, sha256, bytes, dialect,
                            columns, rows, rows_sampled, header, created_at, created_by)
                        values (:id, :filename, :path, :sha256, :bytes, :dialect::jsonb,
                            :columns::jsonb, :rows, :sampled, :header, :at::timestamptz, :by)
                        """)
                .param("id", upload.id())
                .param("filename", upload.filename())
                .param("path", upload.path().toString())
                .param("sha256", upload.sha256())
                .param("bytes", upload.bytes())
                .param("dialect", json.writeValueAsString(upload.dialect()))
                .param("columns", json.writeValueAsString(upload.columns()))
                .param("rows", upload.rows())
                .param("sampled", upload.rowsSampled())
                .param("header", upload.header())
                .param("at", upload.createdAt().toString())
                .param("by", upload.createdBy())
                .update();
    }

    Optional<Stored> find(UUID id) {
        return jdbc.sql("select * from intake.uploads where id = :id")
                .param("id", id)
                .query((row, n) -> stored(row))
                .optional();
    }

    /** Files that nobody needs any more. */
    List<Stored> expired(Instant before) {
        return jdbc.sql(
                        """
                        select * from intake.uploads
                        where removed_at is null and created_at < :before::timestamptz
                        """)
                .param("before", before.toString())
                .query((row, n) -> stored(row))
                .list();
    }

    /** All files that still lie on the disk. */
    List<Stored> kept() {
        return jdbc.sql("select * from intake.uploads where removed_at is null order by id")
                .query((row, n) -> stored(row))
                .list();
    }

    /** The kept files of which an import took rows about one of these. */
    List<Stored> holding(String[] profiles) {
        return jdbc.sql(
                        """
                        select * from intake.uploads
                        where removed_at is null and id in (
                            select i.upload from intake.imports i
                            join intake.import_customers c on c.import = i.id
                            where c.profile = any(:profiles::uuid[]))
                        """)
                .param("profiles", profiles)
                .query((row, n) -> stored(row))
                .list();
    }

    void removed(UUID id, Instant at) {
        // The samples of the columns are parts of the file.
        jdbc.sql(
                        """
                        update intake.uploads
                        set removed_at = :at::timestamptz,
                            columns = (select coalesce(jsonb_agg(c || '{"samples": []}'), '[]')
                                from jsonb_array_elements(columns) c)
                        where id = :id
                        """)
                .param("id", id)
                .param("at", at.toString())
                .update();
    }

    private Stored stored(ResultSet row) throws SQLException {
        OffsetDateTime removed = row.getObject("removed_at", OffsetDateTime.class);
        return new Stored(
                row.getObject("id", UUID.class),
                row.getString("filename"),
                Path.of(row.getString("path")),
                row.getString("sha256"),
                row.getLong("bytes"),
                json.readValue(row.getString("dialect"), Dialect.class),
                json.readValue(row.getString("columns"), new TypeReference<>() {}),
                row.getLong("rows"),
                row.getLong("rows_sampled"),
                row.getBoolean("header"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                removed == null ? null : removed.toInstant());
    }
}
