package io.millrace.models.scores;

import io.millrace.models.scores.Scores.Detail;
import io.millrace.models.scores.Scores.Lack;
import io.millrace.models.scores.Scores.Moves;
import io.millrace.models.scores.Scores.Run;
import io.millrace.models.scores.Scores.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs as they are kept. */
@Component
class RunTable {
    private static final String COLUMNS =
            """
            id, model, version, undoes, as_of, state, started_by, job, queued_at, finished_at,
            customers, changed, lack,
            exists (select from models.runs later where later.undoes = runs.id
                and later.state = 'done') undone
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RunTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record New(
            UUID id,
            String model,
            int version,
            @Nullable UUID undoes,
            Instant asOf,
            String by,
            Instant at,
            ScoreSettings settings) {}

    /** What a run left; parameters and report as JSON. */
    record Left(
            @Nullable String parameters,
            @Nullable String report,
            @Nullable Moves moves,
            int customers,
            int changed) {}

    /** False if a run of this model is at work. */
    boolean insert(New run) {
        return jdbc.sql(
                                """
                                insert into models.runs (id, model, version, kind, undoes, as_of,
                                    state, started_by, queued_at, settings)
                                values (:id, :model, :version, :kind, :undoes, :asOf, 'queued',
                                    :by, :at, :settings::jsonb)
                                on conflict do nothing
                                """)
                        .param("id", run.id)
                        .param("model", run.model)
                        .param("version", run.version)
                        .param("kind", run.undoes == null ? "run" : "undo")
                        .param("undoes", run.undoes, Types.OTHER)
                        .param("asOf", run.asOf.atOffset(ZoneOffset.UTC))
                        .param("by", run.by)
                        .param("at", run.at.atOffset(ZoneOffset.UTC))
                        .param("settings", json.writeValueAsString(run.settings))
                        .update()
                == 1;
    }

    void job(UUID id, UUID job) {
        jdbc.sql("update models.runs set job = :job where id = :id")
                .param("job", job)
                .param("id", id)
                .update();
    }

    void running(UUID id) {
        jdbc.sql("update models.runs set state = 'running' where id = :id and state = 'queued'")
                .param("id", id)
                .update();
    }

    void end(UUID id, State state, Instant at, @Nullable Lack lack) {
        jdbc.sql(
                        """
                        update models.runs set state = :state, finished_at = :at,
                            lack = :lack::jsonb
                        where id = :id and state in ('queued', 'running')
                        """)
                .param("state", word(state))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("lack", lack == null ? null : json.writeValueAsString(lack), Types.VARCHAR)
                .param("id", id)
                .update();
    }

    void done(UUID id, Instant at, Left left) {
        jdbc.sql(
                        """
                        update models.runs set state = 'done', finished_at = :at,
                            parameters = :parameters::jsonb, report = :report::jsonb,
                            moves = :moves::jsonb, customers = :customers, changed = :changed
                        where id = :id
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("parameters", left.parameters, Types.VARCHAR)
                .param("report", left.report, Types.VARCHAR)
                .param(
                        "moves",
                        left.moves == null ? null : json.writeValueAsString(left.moves),
                        Types.VARCHAR)
                .param("customers", left.customers)
                .param("changed", left.changed)
                .param("id", id)
                .update();
    }

    List<Run> of(String model) {
        return jdbc.sql(
                        """
                        select %s from models.runs where model = :model
                        order by queued_at desc, id desc limit 200
                        """
                                .formatted(COLUMNS))
                .param("model", model)
                .query(this::run)
                .list();
    }

    Optional<Run> find(UUID id) {
        return jdbc.sql("select %s from models.runs where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(this::run)
                .optional();
    }

    /** The run whose scores are the last as of an instant; by the instant, then by when it ran. */
    Optional<Run> latest(String model, @Nullable Instant asOf) {
        return jdbc.sql(
                        """
                        select %s from models.runs
                        where model = :model and state = 'done'
                            and (:asOf::timestamptz is null or as_of <= :asOf)
                        order by as_of desc, queued_at desc, id desc limit 1
                        """
                                .formatted(COLUMNS))
                .param("model", model)
                .param("asOf", utc(asOf), Types.TIMESTAMP_WITH_TIMEZONE)
                .query(this::run)
                .optional();
    }

    /** The run with scores that came before another one. */
    Optional<Run> before(Run run) {
        return jdbc.sql(
                        """
                        select %s from models.runs
                        where model = :model and state = 'done'
                            and (as_of, queued_at, id) < (:asOf, :queued, :id)
                        order by as_of desc, queued_at desc, id desc limit 1
                        """
                                .formatted(COLUMNS))
                .param("model", run.model())
                .param("asOf", run.asOf().atOffset(ZoneOffset.UTC))
                .param("queued", run.queuedAt().atOffset(ZoneOffset.UTC))
                .param("id", run.id())
                .query(this::run)
                .optional();
    }

    /** The first run with scores after an instant. */
    Optional<Run> next(String model, Instant after) {
        return jdbc.sql(
                        """
                        select %s from models.runs
                        where model = :model and state = 'done' and as_of > :after
                        order by as_of, queued_at, id limit 1
                        """
                                .formatted(COLUMNS))
                .param("model", model)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .query(this::run)
                .optional();
    }

    /** The highest number under a name in any report of a model, 0 without one. */
    int highest(String model, String name) {
        return jdbc.sql(
                        """
                        select coalesce(max((report ->> :name)::int), 0) from models.runs
                        where model = :model
                        """)
                .param("model", model)
                .param("name", name)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    Optional<Run> atWork(String model) {
        return jdbc.sql(
                        """
                        select %s from models.runs
                        where model = :model and state in ('queued', 'running')
                        """
                                .formatted(COLUMNS))
                .param("model", model)
                .query(this::run)
                .optional();
    }

    Optional<Detail> detail(UUID id) {
        record Rest(
                String settings,
                @Nullable String parameters,
                @Nullable String report,
                @Nullable String moves) {}
        return find(id).map(run -> {
            Rest rest =
                    jdbc.sql(
                                    """
                                    select settings::text settings,
                                        parameters::text parameters, report::text report,
                                        moves::text moves
                                    from models.runs where id = :id
                                    """)
                            .param("id", id)
                            .query((row, _) ->
                                    new Rest(
                                            row.getString("settings"),
                                            row.getString("parameters"),
                                            row.getString("report"),
                                            row.getString("moves")))
                            .single();
            return new Detail(
                    run,
                    json.readTree(rest.settings),
                    tree(rest.parameters),
                    tree(rest.report),
                    rest.moves == null ? null : json.readValue(rest.moves, Moves.class));
        });
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private Run run(ResultSet row, int number) throws SQLException {
        String lack = row.getString("lack");
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("model"),
                row.getInt("version"),
                row.getObject("undoes", UUID.class),
                row.getBoolean("undone"),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("started_by"),
                row.getObject("job", UUID.class),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)),
                row.getObject("customers", Integer.class),
                row.getObject("changed", Integer.class),
                lack == null ? null : json.readValue(lack, Lack.class));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
