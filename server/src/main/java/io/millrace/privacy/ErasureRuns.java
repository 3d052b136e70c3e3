package io.millrace.privacy;

import io.millrace.jobs.Jobs;
import io.millrace.privacy.Privacy.ErasedStore;
import io.millrace.privacy.Privacy.Erasure;
import io.millrace.shared.Ids;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The runs of erasure as rows: requested once, reported store by store, kept as certificates. */
final class ErasureRuns {
    static final String JOB = "privacy.erasure";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Jobs jobs;
    private final Ids ids;
    private final Clock clock;
    private final AuditTrail trail;

    ErasureRuns(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Jobs jobs,
            Ids ids,
            Clock clock,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
        this.trail = trail;
    }

    /** What a run works on. */
    record Row(
            long position,
            UUID id,
            UUID job,
            ProfileId customer,
            Set<ProfileId> profiles,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant finishedAt) {}

    Erasure request(
            ProfileId customer, Set<ProfileId> profiles, String requestKey, String requestedBy) {
        return Objects.requireNonNull(
                transactions.execute(status -> {
                    lock(requestKey);
                    return byKey(requestKey)
                            .orElseGet(() -> insert(customer, profiles, requestKey, requestedBy));
                }));
    }

    Page<Erasure> page(@Nullable String cursor, int limit) {
        var rows =
                jdbc.sql(
                                """
                                select * from privacy.erasures
                                where :before::bigint is null or position < :before
                                order by position desc
                                limit :limit
                                """)
                        .param("before", Cursors.position(cursor), Types.BIGINT)
                        .param("limit", limit + 1)
                        .query(ErasureRuns::row)
                        .list();
        var items = rows.subList(0, Math.min(limit, rows.size()));
        var next = rows.size() > limit ? Long.toString(items.getLast().position()) : null;
        return new Page<>(certificates(items), next, null);
    }

    Row find(UUID id) {
        return jdbc.sql("select * from privacy.erasures where id = :id")
                .param("id", id)
                .query(ErasureRuns::row)
                .single();
    }

    /** The stores that a pass of a run has done already. */
    Set<String> done(UUID erasure, int pass) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select store from privacy.erased_stores
                                where erasure = :erasure and pass = :pass
                                """)
                        .param("erasure", erasure)
                        .param("pass", pass)
                        .query(String.class)
                        .list());
    }

    void record(UUID erasure, int pass, int step, String store, long records) {
        jdbc.sql(
                        """
                        insert into privacy.erased_stores
                            (erasure, pass, step, store, records, at)
                        values (:erasure, :pass, :step, :store, :records, :at)
                        on conflict do nothing
                        """)
                .param("erasure", erasure)
                .param("pass", pass)
                .param("step", step)
                .param("store", store)
                .param("records", records)
                .param("at", now())
                .update();
    }

    void finish(UUID erasure) {
        jdbc.sql(
                        """
                        update privacy.erasures set finished_at = :at
                        where id = :id and finished_at is null
                        """)
                .param("id", erasure)
                .param("at", now())
                .update();
    }

    private void lock(String requestKey) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))::text")
                .param("key", JOB + requestKey)
                .query(String.class)
                .single();
    }

    private Optional<Erasure> byKey(String requestKey) {
        return jdbc.sql("select * from privacy.erasures where request_key = :key")
                .param("key", requestKey)
                .query(ErasureRuns::row)
                .optional()
                .map(row -> certificates(List.of(row)).getFirst());
    }

    private Erasure insert(
            ProfileId customer, Set<ProfileId> profiles, String requestKey, String requestedBy) {
        var id = ids.next();
        var job = jobs.submit(JOB, "Erasure", "{\"erasure\":\"" + id + "\"}");
        jdbc.sql(
                        """
                        insert into privacy.erasures
                            (id, job, customer, profiles, request_key, requested_by, requested_at)
                        values (:id, :job, :customer, :profiles::uuid[], :key, :by, :at)
                        """)
                .param("id", id)
                .param("job", job)
                .param("customer", customer.value())
                .param(
                        "profiles",
                        profiles.stream().map(p -> p.value().toString()).toArray(String[]::new))
                .param("key", requestKey)
                .param("by", requestedBy)
                .param("at", now())
                .update();
        trail.append(requestedBy, "customer.erase", customer.toString(), Map.of());
        return byKey(requestKey).orElseThrow();
    }

    private List<Erasure> certificates(List<Row> rows) {
        Map<UUID, List<ErasedStore>> stores = stores(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row ->
                        new Erasure(
                                row.id(),
                                row.job(),
                                row.customer(),
                                row.finishedAt() == null
                                        ? Erasure.State.REQUESTED
                                        : Erasure.State.DONE,
                                row.requestedBy(),
                                stores.getOrDefault(row.id(), List.of()),
                                row.requestedAt(),
                                row.finishedAt()))
                .toList();
    }

    private Map<UUID, List<ErasedStore>> stores(List<UUID> erasures) {
        Map<UUID, List<ErasedStore>> stores = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select erasure, store, sum(records) as records, min(step) filter (where pass = 1) as step
                        from privacy.erased_stores
                        where erasure = any (:ids::uuid[])
                        group by erasure, store
                        order by erasure, step
                        """)
                .param("ids", erasures.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    stores.computeIfAbsent(
                                    row.getObject("erasure", UUID.class), _ -> new ArrayList<>())
                            .add(new ErasedStore(row.getString("store"), row.getLong("records")));
                });
        return stores;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Row(
                row.getLong("position"),
                row.getObject("id", UUID.class),
                row.getObject("job", UUID.class),
                new ProfileId(row.getObject("customer", UUID.class)),
                Arrays.stream((UUID[]) row.getArray("profiles").getArray())
                        .map(ProfileId::new)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
