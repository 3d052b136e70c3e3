package io.millrace.intake.files;

import io.millrace.intake.files.Imports.Options;
import io.millrace.intake.files.Imports.Report;
import io.millrace.shared.ProfileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports, what they rejected and whom they saw. */
@Component
final class ImportTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Stored(
            UUID id,
            UUID upload,
            Kind kind,
            String filename,
            Map<String, String> mapping,
            Options options,
            boolean dryRun,
            String source,
            UUID job,
            Report report,
            Instant createdAt,
            String createdBy,
            @Nullable UUID undoJob,
            @Nullable Instant undoneAt) {}

    void insert(Stored imported) {
        jdbc.sql(
                        """
                        insert into intake.imports (id, upload, kind, filename, mapping, options,
                            dry_run, source, job, report, created_at, created_by)
                        values (:id, :upload, :kind, :filename, :mapping::jsonb, :options::jsonb,
                            :dry, :source, :job, :report::jsonb, :at::timestamptz, :by)
                        """)
                .param("id", imported.id())
                .param("upload", imported.upload())
                .param("kind", imported.kind().key())
                .param("filename", imported.filename())
                .param("mapping", json.writeValueAsString(imported.mapping()))
                .param("options", json.writeValueAsString(imported.options()))
                .param("dry", imported.dryRun())
                .param("source", imported.source())
                .param("job", imported.job())
                .param("report", json.writeValueAsString(imported.report()))
                .param("at", imported.createdAt().toString())
                .param("by", imported.createdBy())
                .update();
    }

    Optional<Stored> find(UUID id) {
        return jdbc.sql("select * from intake.imports where id = :id")
                .param("id", id)
                .query((row, n) -> stored(row))
                .optional();
    }

    /** Newest first; those before this one, if given. */
    List<Stored> list(@Nullable UUID before, int limit) {
        return jdbc.sql(
                        """
                        select * from intake.imports
                        where (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> stored(row))
                .list();
    }

    /** The last real import of each file's name that was not undone, newest first. */
    List<Stored> latest() {
        return jdbc.sql(
                        """
                        select * from intake.imports i
                        where not dry_run and undone_at is null
                          and not exists (
                              select from intake.imports later
                              where later.id > i.id and not later.dry_run
                                and later.kind = i.kind and later.filename = i.filename)
                        order by id desc limit 200
                        """)
                .query((row, n) -> stored(row))
                .list();
    }

    void saveReport(UUID id, Report report) {
        jdbc.sql("update intake.imports set report = :report::jsonb where id = :id")
                .param("id", id)
                .param("report", json.writeValueAsString(report))
                .update();
    }

    void undoing(UUID id, UUID job) {
        jdbc.sql("update intake.imports set undo_job = :job where id = :id")
                .param("id", id)
                .param("job", job)
                .update();
    }

    void undone(UUID id, Instant at) {
        jdbc.sql("update intake.imports set undone_at = :at::timestamptz where id = :id")
                .param("id", id)
                .param("at", at.toString())
                .update();
    }

    /** The import that brought what came from this source at that time. */
    Optional<Stored> from(String source, Instant at) {
        return jdbc.sql(
                        """
                        select * from intake.imports
                        where source = :source and not dry_run
                            and created_at <= :at::timestamptz
                        order by id desc limit 1
                        """)
                .param("source", source)
                .param("at", at.toString())
                .query((row, n) -> stored(row))
                .optional();
    }

    /** The imports of one uploaded file. */
    List<Stored> of(UUID upload) {
        return jdbc.sql("select * from intake.imports where upload = :upload order by id")
                .param("upload", upload)
                .query((row, n) -> stored(row))
                .list();
    }

    /** Takes out of the reasons what they quote of the rows. */
    void forgetQuotes(UUID upload) {
        jdbc.sql(
                        """
                        update intake.import_errors
                        set arguments = array_fill('…'::text, array[cardinality(arguments)])
                        where cardinality(arguments) > 0
                            and import in (select id from intake.imports where upload = :upload)
                        """)
                .param("upload", upload)
                .update();
    }

    void clearErrors(UUID id) {
        jdbc.sql("delete from intake.import_errors where import = :id").param("id", id).update();
    }

    void addErrors(UUID id, List<RowError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into intake.import_errors (import, row, field, code, arguments)
                        select :id::uuid, row, field, code,
                            array(select jsonb_array_elements_text(arguments))
                        from unnest(:rows::bigint[], :fields::text[], :codes::text[],
                            :arguments::jsonb[]) as given (row, field, code, arguments)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("rows", errors.stream().map(RowError::row).toArray(Long[]::new))
                .param("fields", errors.stream().map(RowError::field).toArray(String[]::new))
                .param("codes", errors.stream().map(RowError::code).toArray(String[]::new))
                .param(
                        "arguments",
                        errors.stream()
                                .map(error -> json.writeValueAsString(error.arguments()))
                                .toArray(String[]::new))
                .update();
    }

    void errors(UUID id, Consumer<RowError> each) {
        jdbc.sql("select * from intake.import_errors where import = :id order by row")
                .param("id", id)
                .query(row -> {
                    each.accept(
                            new RowError(
                                    row.getLong("row"),
                                    row.getString("field"),
                                    row.getString("code"),
                                    List.of((String[]) row.getArray("arguments").getArray())));
                });
    }

    /** Notes whom a batch saw; answers how many of them the import had not seen before. */
    Seen saw(UUID id, Map<ProfileId, Boolean> profiles) {
        if (profiles.isEmpty()) {
            return new Seen(0, 0);
        }
        return jdbc.sql(
                        """
                        with added as (
                            insert into intake.import_customers (import, profile, created)
                            select :id::uuid, profile, created
                            from unnest(:profiles::uuid[], :created::boolean[])
                                as given (profile, created)
                            on conflict do nothing
                            returning created)
                        select count(*) seen, count(*) filter (where created) made from added
                        """)
                .param("id", id)
                .param("profiles", texts(profiles.keySet()))
                .param("created", profiles.values().toArray(Boolean[]::new))
                .query((row, n) -> new Seen(row.getLong("seen"), row.getLong("made")))
                .single();
    }

    record Seen(long customers, long created) {}

    List<ProfileId> created(UUID id) {
        return jdbc.sql(
                        """
                        select profile from intake.import_customers
                        where import = :id and created order by profile
                        """)
                .param("id", id)
                .query((row, n) -> new ProfileId(row.getObject(1, UUID.class)))
                .list();
    }

    long forget(Collection<ProfileId> profiles) {
        return jdbc.sql(
                        """
                        delete from intake.import_customers where profile = any(:profiles::uuid[])
                        """)
                .param("profiles", texts(profiles))
                .update();
    }

    static String[] texts(Collection<ProfileId> profiles) {
        return profiles.stream().map(profile -> profile.value().toString()).toArray(String[]::new);
    }

    private Stored stored(ResultSet row) throws SQLException {
        OffsetDateTime undone = row.getObject("undone_at", OffsetDateTime.class);
        return new Stored(
                row.getObject("id", UUID.class),
                row.getObject("upload", UUID.class),
                Kind.of(row.getString("kind")),
                row.getString("filename"),
                json.readValue(row.getString("mapping"), new TypeReference<>() {}),
                json.readValue(row.getString("options"), Options.class),
                row.getBoolean("dry_run"),
                row.getString("source"),
                row.getObject("job", UUID.class),
                json.readValue(row.getString("report"), Report.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                row.getObject("undo_job", UUID.class),
                undone == null ? null : undone.toInstant());
    }
}
