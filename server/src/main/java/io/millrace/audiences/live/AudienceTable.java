package io.millrace.audiences.live;

import io.millrace.audiences.live.LiveAudiences.Filter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Audiences and their versions as they are kept. */
@Component
class AudienceTable {
    private static final String ROW =
            """
            select id, name, description, folder, owner, kind, condition::text, version,
                created_at, updated_at, state, last_error
            from audiences.audiences
            """;

    private final JdbcClient jdbc;

    AudienceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            UUID id,
            String name,
            @Nullable String description,
            @Nullable String folder,
            String owner,
            boolean list,
            String condition,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String state,
            @Nullable String lastError) {}

    record VersionRow(
            int version, String condition, String by, Instant at, @Nullable String note) {}

    /** Those who came and went in some days. */
    record Moved(int entered, int gone) {}

    /** False if the name is taken. */
    boolean insert(Row row) {
        return jdbc.sql(
                                """
                                insert into audiences.audiences (id, name, description, folder,
                                    owner, kind, condition, created_at, updated_at, state)
                                values (:id, :name, :description, :folder, :owner, :kind,
                                    :condition::jsonb, :at, :at, :state)
                                on conflict do nothing
                                """)
                        .param("id", row.id)
                        .param("name", row.name)
                        .param("description", row.description, Types.VARCHAR)
                        .param("folder", row.folder, Types.VARCHAR)
                        .param("owner", row.owner)
                        .param("kind", row.list ? "static" : "dynamic")
                        .param("condition", row.condition)
                        .param("at", row.createdAt.atOffset(ZoneOffset.UTC))
                        .param("state", row.state)
                        .update()
                == 1;
    }

    void insert(UUID audience, VersionRow version) {
        jdbc.sql(
                        """
                        insert into audiences.versions (audience, version, condition, by, at, note)
                        values (:audience, :version, :condition::jsonb, :by, :at, :note)
                        """)
                .param("audience", audience)
                .param("version", version.version)
                .param("condition", version.condition)
                .param("by", version.by)
                .param("at", version.at.atOffset(ZoneOffset.UTC))
                .param("note", version.note, Types.VARCHAR)
                .update();
    }

    /** False if the name is taken by another one. */
    boolean describe(Row row) {
        boolean taken =
                jdbc.sql(
                                """
                                select exists (select from audiences.audiences
                                    where lower(name) = lower(:name) and id <> :id)
                                """)
                        .param("name", row.name)
                        .param("id", row.id)
                        .query(Boolean.class)
                        .single();
        return !taken
                && jdbc.sql(
                                        """
                                        update audiences.audiences set name = :name,
                                            description = :description, folder = :folder,
                                            owner = :owner, updated_at = :at
                                        where id = :id
                                        """)
                                .param("name", row.name)
                                .param("description", row.description, Types.VARCHAR)
                                .param("folder", row.folder, Types.VARCHAR)
                                .param("owner", row.owner)
                                .param("at", row.updatedAt.atOffset(ZoneOffset.UTC))
                                .param("id", row.id)
                                .update()
                        == 1;
    }

    /** Another condition, as the next version; answers that version. */
    int become(UUID audience, String condition, Instant at) {
        return jdbc.sql(
                        """
                        update audiences.audiences set condition = :condition::jsonb,
                            version = version + 1, updated_at = :at
                        where id = :id returning version
                        """)
                .param("condition", condition)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", audience)
                .query(Integer.class)
                .single();
    }

    void state(Collection<UUID> audiences, String state, @Nullable String error) {
        jdbc.sql(
                        """
                        update audiences.audiences set state = :state, last_error = :error
                        where id = any (:ids::uuid[])
                        """)
                .param("state", state)
                .param("error", error, Types.VARCHAR)
                .param("ids", SqlColumns.of(audiences, id -> id))
                .update();
    }

    void delete(UUID audience) {
        for (String table :
                List.of("members", "days", "fill_lines", "fills", "backtests", "origins")) {
            jdbc.sql("delete from audiences." + table + " where audience = :id")
                    .param("id", audience)
                    .update();
        }
        jdbc.sql("delete from audiences.audiences where id = :id").param("id", audience).update();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(ROW + " where id = :id")
                .param("id", id)
                .query(AudienceTable::row)
                .optional();
    }

    List<Row> all() {
        return jdbc.sql(ROW + " order by lower(name)").query(AudienceTable::row).list();
    }

    private static final String FILTER =
            """
             where (:text::text is null or name ilike :text or description ilike :text)
              and (:folder::text is null or folder = :folder
                or starts_with(folder, :folder || '/'))
              and (:owner::text is null or owner = :owner)
              and (:state::text is null or state = :state)
            """;

    private static StatementSpec filtered(StatementSpec statement, Filter filter) {
        return statement
                .param("text", like(filter.text()), Types.VARCHAR)
                .param("folder", filter.folder(), Types.VARCHAR)
                .param("owner", filter.owner(), Types.VARCHAR)
                .param("state", filter.state(), Types.VARCHAR);
    }

    /** In the order of their names. */
    List<Row> list(Filter filter, @Nullable String after, int limit) {
        String sql =
                ROW
                        + FILTER
                        + """
                          and (:after::text is null or lower(name) > :after)
                        order by lower(name) limit :limit
                        """;
        return filtered(jdbc.sql(sql), filter)
                .param("after", after, Types.VARCHAR)
                .param("limit", limit)
                .query(AudienceTable::row)
                .list();
    }

    long count(Filter filter) {
        return filtered(jdbc.sql("select count(*) from audiences.audiences" + FILTER), filter)
                .query(Long.class)
                .single();
    }

    private static @Nullable String like(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : "%" + text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    List<VersionRow> versions(UUID audience) {
        return jdbc.sql(
                        """
                        select version, condition::text, by, at, note from audiences.versions
                        where audience = :id order by version desc
                        """)
                .param("id", audience)
                .query((row, number) ->
                        new VersionRow(
                                row.getInt("version"),
                                row.getString("condition"),
                                row.getString("by"),
                                instant(row, "at"),
                                row.getString("note")))
                .list();
    }

    /** By audience, since a day. */
    Map<UUID, Moved> moved(LocalDate since) {
        Map<UUID, Moved> moved = new HashMap<>();
        jdbc.sql(
                        """
                        select audience, sum(entered)::int entered, sum(gone)::int gone
                        from audiences.days where day > :since group by audience
                        """)
                .param("since", since)
                .query(row -> {
                    moved.put(
                            row.getObject("audience", UUID.class),
                            new Moved(row.getInt("entered"), row.getInt("gone")));
                });
        return moved;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getString("folder"),
                row.getString("owner"),
                row.getString("kind").equals("static"),
                row.getString("condition"),
                row.getInt("version"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                row.getString("state"),
                row.getString("last_error"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
