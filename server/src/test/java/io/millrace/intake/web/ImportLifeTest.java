package io.millrace.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Millrace;
import io.millrace.access.AccessKeys;
import io.millrace.access.StandardRole;
import io.millrace.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * An import that is stopped between its first batch, which is committed, and its second, which
 * waits for an order that somebody else holds.
 */
class ImportLifeTest {
    private static final int ORDERS = 501;
    private static final int LINES = 50;
    private static final String HELD = "Z-held";
    private static final String HEADER = "order,customer,at,sku,quantity,price\n";

    private final TestDatabase database = TestDatabase.fresh();
    @TempDir Path data;
    private ConfigurableApplicationContext product;
    private Client client;
    private JsonNode running = MissingNode.getInstance();

    @BeforeEach
    void begin() throws SQLException {
        start();
        client.imported(client.upload(HEADER + HELD + ",ann,2026-01-05,T1,1,5.00\n"), "orders");
    }

    @AfterEach
    void end() {
        product.close();
        database.close();
    }

    private void start() {
        product =
                new SpringApplicationBuilder(Millrace.class)
                        .run(
                                "--server.port=0",
                                "--millrace.database-url=" + database.url(),
                                "--millrace.allow-unsafe=true",
                                "--millrace.data=" + data);
        String key =
                product.getBean(AccessKeys.class)
                        .create("test", AccessKeys.Kind.API, StandardRole.ADMIN, null)
                        .secret();
        client = new Client(product.getEnvironment().getRequiredProperty("local.server.port"), key);
    }

    /** Does it while the import's second batch waits. */
    private void halfway(Runnable act) throws SQLException {
        try (Connection holder = database.source().getConnection()) {
            holder.setAutoCommit(false);
            try (var lock =
                    holder.prepareStatement(
                            "select 1 from orders.orders where number = ? for update")) {
                lock.setString(1, HELD);
                lock.execute();
            }
            running = client.submit(client.upload(file()), "orders", false, Map.of());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> report().path("created").asLong() > 0);
            act.run();
            holder.rollback();
        }
    }

    private static String file() {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int line = 0; line < LINES; line++) {
            for (int order = 0; order < ORDERS; order++) {
                rows.append(
                        "A-%03d,bob-%d,2026-01-06,T%d,1,1.25%n".formatted(order, order % 7, line));
            }
        }
        return rows.append(HELD).append(",ann,2026-01-07,T1,2,5.00\n").toString();
    }

    private JsonNode report() {
        return client.get("/imports/" + running.path("id").asString()).path("report");
    }

    private void assertWhole() {
        assertThat(client.ended(Client.job(running)).path("state").asString()).isEqualTo("done");
        assertThat(report().path("lines").asLong()).isEqualTo(ORDERS * LINES + 1);
        assertThat(report().path("created").asLong()).isEqualTo(ORDERS);
        assertThat(report().path("updated").asLong()).isEqualTo(1);
        assertThat(client.get("/orders?include=total").path("total").asLong())
                .isEqualTo(ORDERS + 1);
        assertThat(staged()).isZero();
    }

    private long staged() {
        return database.jdbc()
                .sql(
                        "select count(*) from pg_class where relname like 'staged\\_%' and relkind = 'r'")
                .query(Long.class)
                .single();
    }

    @Test
    void pausesAndGoesOnWhereItWas() throws SQLException {
        halfway(() -> client.post("/jobs/" + Client.job(running) + "/pause", "{}"));
        JsonNode paused = client.await(Client.job(running), "paused"::equals);
        long before = report().path("created").asLong();

        client.post("/jobs/" + Client.job(running) + "/resume", "{}");

        assertThat(paused.path("finishedAt").isNull()).isTrue();
        assertThat(before).isBetween(1L, ORDERS - 1L);
        assertWhole();
    }

    @Test
    void cancelledKeepsWhatItDidAndNothingElseAndCanBeUndone() throws SQLException {
        halfway(() -> client.post("/jobs/" + Client.job(running) + "/cancel", "{}"));
        JsonNode cancelled = client.ended(Client.job(running));
        long done = report().path("created").asLong();
        long orders = client.get("/orders?include=total").path("total").asLong();
        JsonNode undoing = client.post("/imports/" + running.path("id").asString() + "/undo", "{}");
        client.ended(undoing.path("undoJob").asString());

        assertThat(cancelled.path("state").asString()).isEqualTo("cancelled");
        assertThat(done).isBetween(1L, ORDERS - 1L);
        assertThat(orders).isEqualTo(done + 1);
        assertThat(client.get("/orders?include=total").path("total").asLong()).isEqualTo(1);
        assertThat(staged()).isZero();
    }

    @Test
    void leavesNoStagedRowsOfACancelledImportBehind() throws SQLException {
        halfway(() -> client.post("/jobs/" + Client.job(running) + "/cancel", "{}"));
        client.ended(Client.job(running));

        client.imported(client.upload("customer,city\nc-1,Bath\n"), "customers");

        assertThat(staged()).isZero();
    }

    /**
     * The file is spoiled meanwhile: only who goes on from the checkpoint does not read it again.
     */
    @Test
    void goesOnAfterARestartWithoutReadingTheFileAgain() throws SQLException {
        halfway(() -> {
            product.close();
            spoilFiles();
        });

        start();

        assertWhole();
    }

    private void spoilFiles() {
        try (var files = Files.list(data.resolve("uploads"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, "spoiled");
            }
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
