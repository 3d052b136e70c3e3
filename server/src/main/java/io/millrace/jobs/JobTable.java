package io.millrace.jobs;

import io.millrace.jobs.Jobs.Job;
import io.millrace.jobs.Jobs.State;
import io.millrace.shared.Cursor;
import io.millrace.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of all jobs. */
@Component
class JobTable {
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};
    private static final String JOB =
            """
            select id, kind, title, state, done, total, counts, error_file, problem,
                   created_at, started_at, finished_at
              from jobs.jobs
            """;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JobTable(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A job that is about to run. */
    record Waiting(UUID id, String kind, String input, @Nullable String checkpoint) {}

    void insert(UUID id, String kind, String title, String input) {
        jdbc.sql(
                        """
                        insert into jobs.jobs (id, kind, title, input, state, created_at)
                        values (:id, :kind, :title, :input, 'QUEUED', :now)
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("title", title)
                .param("input", input)
                .param("now", now())
                .update();
    }

    Optional<Job> find(UUID id) {
        return jdbc.sql(JOB + " where id = :id").param("id", id).query(this::job).optional();
    }

    Page<Job> list(@Nullable String cursor, int limit) {
        UUID before = cursor == null ? null : id(cursor);
        List<Job> found =
                jdbc.sql(
                                JOB
                                        + """
                                         where cast(:before as uuid) is null or id < :before
                                         order by id desc limit :limit
                                        """)
                        .param("before", before)
                        .param("limit", limit + 1)
                        .query(this::job)
                        .list();
        boolean more = found.size() > limit;
        List<Job> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? Cursor.of(items.getLast().id()).encode() : null, null);
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).parts().getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }

    /** Takes the oldest waiting job whose kind is not running. */
    Optional<Waiting> take(Set<String> busy) {
        return jdbc.sql(
                        """
                        update jobs.jobs
                           set state = 'RUNNING', started_at = coalesce(started_at, :now)
                         where id = (select id from jobs.jobs
                                      where state = 'QUEUED' and kind <> all (:busy)
                                      order by id limit 1 for update skip locked)
                           and state = 'QUEUED'
                        returning id, kind, input, checkpoint
                        """)
                .param("now", now())
                .param("busy", busy.toArray(String[]::new))
                .query((row, number) ->
                        new Waiting(
                                row.getObject("id", UUID.class),
                                row.getString("kind"),
                                row.getString("input"),
                                row.getString("checkpoint")))
                .optional();
    }

    /** Jobs that a dead process left running wait again, or stop as was wished before it died. */
    int requeueAbandoned() {
        return jdbc.sql(
                        """
                        with wished as (delete from jobs.wishes returning job, wish)
                        update jobs.jobs
                           set state = coalesce((select wish from wished where job = id), 'QUEUED'),
                               finished_at = case (select wish from wished where job = id)
                                             when 'CANCELLED' then cast(:now as timestamptz) end
                         where state = 'RUNNING'
                        """)
                .param("now", now())
                .update();
    }

    /** Back to waiting, for an outage; answers how often that happened without a step between. */
    int interrupt(UUID id) {
        return jdbc.sql(
                        """
                        update jobs.jobs set state = 'QUEUED', interrupted = interrupted + 1
                         where id = :id returning interrupted
                        """)
                .param("id", id)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    void progress(
            UUID id,
            long done,
            @Nullable Long total,
            Map<String, Long> counts,
            @Nullable String checkpoint) {
        jdbc.sql(
                        """
                        update jobs.jobs
                           set done = :done, total = :total, counts = cast(:counts as jsonb),
                               checkpoint = coalesce(:checkpoint, checkpoint), interrupted = 0
                         where id = :id
                        """)
                .param("id", id)
                .param("done", done)
                .param("total", total)
                .param("counts", json.writeValueAsString(counts))
                .param("checkpoint", checkpoint)
                .update();
    }

    void errorFile(UUID id, String url) {
        jdbc.sql("update jobs.jobs set error_file = :url where id = :id")
                .param("id", id)
                .param("url", url)
                .update();
    }

    /** Ends a run, in any state but running. */
    void end(UUID id, State state, @Nullable String problem) {
        jdbc.sql(
                        """
                        with granted as (delete from jobs.wishes where job = :id)
                        update jobs.jobs
                           set state = :state, problem = :problem,
                               finished_at = case when :state = 'PAUSED' then null
                                             else cast(:now as timestamptz) end
                         where id = :id
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("problem", problem)
                .param("now", now())
                .update();
    }

    /** Moves a job that does not run; answers whether it was in one of the states. */
    boolean move(UUID id, Set<State> from, State to) {
        return jdbc.sql(
                                """
                                update jobs.jobs
                                   set state = :to,
                                       finished_at = case when :to = 'CANCELLED'
                                                     then cast(:now as timestamptz) end
                                 where id = :id and state = any (:from)
                                """)
                        .param("id", id)
                        .param("to", to.name())
                        .param("now", now())
                        .param("from", from.stream().map(State::name).toArray(String[]::new))
                        .update()
                == 1;
    }

    /** Remembers what a running job is asked to become. */
    boolean wish(UUID id, State state) {
        return jdbc.sql(
                                """
                                insert into jobs.wishes (job, wish)
                                select id, :wish from jobs.jobs where id = :id and state = 'RUNNING'
                                on conflict (job) do update set wish = excluded.wish
                                """)
                        .param("id", id)
                        .param("wish", state.name())
                        .update()
                == 1;
    }

    Optional<State> wished(UUID id) {
        return jdbc.sql("select wish from jobs.wishes where job = :id")
                .param("id", id)
                .query((row, number) -> State.valueOf(row.getString(1)))
                .optional();
    }

    private Job job(ResultSet row, int number) throws SQLException {
        long total = row.getLong("total");
        boolean unknown = row.wasNull();
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("title"),
                State.valueOf(row.getString("state")),
                row.getLong("done"),
                unknown ? null : total,
                json.readValue(row.getString("counts"), COUNTS),
                row.getString("error_file"),
                row.getString("problem"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
