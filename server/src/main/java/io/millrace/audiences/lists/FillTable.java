package io.millrace.audiences.lists;

import io.millrace.audiences.live.NameKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was read from files, or tried. */
@Component
class FillTable {
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FillTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Row(
            UUID id,
            @Nullable UUID audience,
            boolean removing,
            UUID upload,
            String filename,
            int place,
            String column,
            NameKind kind,
            boolean headerToo,
            boolean dryRun,
            UUID job,
            ListFiles.Report report,
            String by,
            Instant at) {}

    void insert(Row row) {
        jdbc.sql(
                        """
                        insert into audiences.fills (id, audience, verb, upload, filename, place,
                            column_name, kind, header_too, dry_run, job, report, made_by, made_at)
                        values (:id, :audience, :verb, :upload, :filename, :place, :column, :kind,
                            :headerToo, :dryRun, :job, :report::jsonb, :by, :at)
                        """)
                .param("id", row.id)
                .param("audience", row.audience, Types.OTHER)
                .param("verb", row.removing ? "remove" : "add")
                .param("upload", row.upload)
                .param("filename", row.filename)
                .param("place", row.place)
                .param("column", row.column)
                .param("kind", row.kind.key())
                .param("headerToo", row.headerToo)
                .param("dryRun", row.dryRun)
                .param("job", row.job)
                .param("report", json.writeValueAsString(row.report))
                .param("by", row.by)
                .param("at", row.at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void report(UUID id, ListFiles.Report report) {
        jdbc.sql("update audiences.fills set report = :report::jsonb where id = :id")
                .param("report", json.writeValueAsString(report))
                .param("id", id)
                .update();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select * from audiences.fills where id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Newest first; what was only tried is left out. */
    List<Row> of(UUID audience) {
        return jdbc.sql(
                        """
                        select * from audiences.fills where audience = :audience and not dry_run
                        order by id desc limit :shown
                        """)
                .param("audience", audience)
                .param("shown", SHOWN)
                .query(this::row)
                .list();
    }

    List<Row> ofUpload(UUID upload) {
        return jdbc.sql("select * from audiences.fills where upload = :upload")
                .param("upload", upload)
                .query(this::row)
                .list();
    }

    /** Forgets what was tried before then. */
    void sweep(Instant before) {
        jdbc.sql(
                        """
                        with gone as (
                            delete from audiences.fills where dry_run and made_at < :before
                            returning id)
                        delete from audiences.fill_lines where fill in (select id from gone)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("audience", UUID.class),
                row.getString("verb").equals("remove"),
                row.getObject("upload", UUID.class),
                row.getString("filename"),
                row.getInt("place"),
                row.getString("column_name"),
                NameKind.of(row.getString("kind")).orElse(NameKind.ANY),
                row.getBoolean("header_too"),
                row.getBoolean("dry_run"),
                row.getObject("job", UUID.class),
                json.readValue(row.getString("report"), ListFiles.Report.class),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
