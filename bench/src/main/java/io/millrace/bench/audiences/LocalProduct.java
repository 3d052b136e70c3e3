package io.millrace.bench.audiences;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.Millrace;
import io.millrace.kernel.condition.json.ConditionJson;
import io.millrace.kernel.timeline.BulkWriter;
import io.millrace.kernel.timeline.TimelineStore;
import io.millrace.timelines.Timelines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The product in this process, with its own durable PostgreSQL. Its past is written into the
 * columnar store alone, which is what everything here reads; what arrives takes the real path.
 */
final class LocalProduct implements AutoCloseable {
    private final Path data;
    private ConfigurableApplicationContext context;

    LocalProduct(Path data) {
        this.data = data;
        this.context = start();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Millrace.class)
                .run(
                        "--millrace.data=" + data,
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--logging.level.root=WARN");
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Timelines timelines() {
        return get(Timelines.class);
    }

    JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    TransactionTemplate transactions() {
        return get(TransactionTemplate.class);
    }

    /** Starts anew with this past and these audiences; all of them are then to be evaluated. */
    long begin(Population population, List<InventedAudiences.Audience> audiences)
            throws IOException {
        insert(audiences);
        jdbc().sql("update timelines.log set id = gen_random_uuid()").update();
        String log = jdbc().sql("select id::text from timelines.log").query(String.class).single();
        long watermark =
                jdbc().sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                        .query(Long.class)
                        .single();
        context.close();
        BulkWriter writer = TimelineStore.rebuild(data.resolve("columns/generation-99"));
        long facts = population.write(writer::add);
        writer.finish(watermark);
        Files.writeString(data.resolve("columns/current"), log + " 99\n");
        context = start();
        return facts;
    }

    private void insert(List<InventedAudiences.Audience> audiences) {
        transactions()
                .executeWithoutResult(_ -> {
                    for (InventedAudiences.Audience audience : audiences) {
                        insert(audience);
                    }
                });
    }

    private void insert(InventedAudiences.Audience audience) {
        jdbc().sql(
                        """
                        insert into audiences.audiences (id, name, owner, kind, condition,
                            created_at, updated_at, state)
                        values (:id, :name, 'bench', 'dynamic', :condition::jsonb, now(), now(),
                            'live')
                        """)
                .param("id", audience.id())
                .param("name", audience.name())
                .param("condition", ConditionJson.write(audience.condition()).toString())
                .update();
    }

    /** True once memberships are those of this log. */
    boolean isLevel() {
        return jdbc().sql(
                        """
                        select coalesce(place like (select id::text from timelines.log) || '/%',
                            false) from audiences.position
                        """)
                .query(Boolean.class)
                .single();
    }

    /** Until everything that has committed is in the store and in the memberships. */
    void settle() throws InterruptedException {
        timelines().catchUp();
        String before = "";
        String place = place();
        while (!place.equals(before) || lagMillis() > 0) {
            Thread.sleep(1_500);
            timelines().catchUp();
            before = place;
            place = place();
        }
    }

    private long lagMillis() {
        return (long)
                (get(MeterRegistry.class).get("millrace.audiences.lag").gauge().value() * 1_000);
    }

    private String place() {
        return jdbc().sql("select coalesce(place, '') from audiences.position")
                .query(String.class)
                .single();
    }

    long members() {
        return jdbc().sql("select count(*) from audiences.members").query(Long.class).single();
    }

    boolean isMember(UUID audience, UUID profile) {
        return jdbc().sql(
                        """
                        select exists (select from audiences.members
                            where audience = :audience and profile = :profile)
                        """)
                .param("audience", audience)
                .param("profile", profile)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
    }
}
