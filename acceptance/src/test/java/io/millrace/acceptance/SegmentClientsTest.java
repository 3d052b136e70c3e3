package io.millrace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.segment.analytics.Analytics;
import com.segment.analytics.messages.TrackMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Segment's own clients, unmodified, send 10,000 events each, and then all of them again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SegmentClientsTest {
    private static final int EVENTS = 10_000;
    private Product product;

    @BeforeAll
    void start() throws Exception {
        product = Product.start();
    }

    @AfterAll
    void stop() throws Exception {
        product.close();
    }

    @Test
    void javaClientsEventsAreThereOnceThoughAllWereResent() throws Exception {
        sendWithJavaClient();
        sendWithJavaClient();
        everyEventOnce("java");
    }

    @Test
    void nodeClientsEventsAreThereOnceThoughAllWereResent() throws Exception {
        sendWithNodeClient();
        sendWithNodeClient();
        everyEventOnce("node");
    }

    private void sendWithJavaClient() throws InterruptedException {
        Analytics analytics =
                Analytics.builder(product.credential("writeKey"))
                        .endpoint(product.uri("").toString())
                        .flushQueueSize(100)
                        .build();
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        for (int n = 0; n < EVENTS; n++) {
            analytics.enqueue(
                    TrackMessage.builder("Tea Brewed")
                            .userId("java-" + n % 100)
                            .messageId("java-message-" + n)
                            .timestamp(Date.from(start.plusSeconds(n)))
                            .properties(Map.of("n", n, "cup", "large")));
        }
        analytics.flush();
        analytics.shutdown();
        TimeUnit.SECONDS.sleep(1);
    }

    private void sendWithNodeClient() throws Exception {
        Path clients = Product.ROOT.resolve("acceptance/clients");
        if (!Files.isDirectory(clients.resolve("node_modules"))) {
            Commands.run(clients, "npm", "ci", "--no-audit", "--no-fund");
        }
        String host = product.uri("").toString();
        Commands.run(
                clients,
                "node",
                "send.mjs",
                host,
                product.credential("writeKey"),
                Integer.toString(EVENTS));
    }

    private void everyEventOnce(String prefix) throws InterruptedException {
        Map<Long, Integer> seen = new HashMap<>();
        for (int attempt = 0; attempt < 100 && seen.size() < EVENTS; attempt++) {
            seen = count(prefix);
            Thread.sleep(seen.size() < EVENTS ? 300 : 0);
        }
        assertThat(seen).hasSize(EVENTS);
        assertThat(seen.values()).containsOnly(1);
    }

    private Map<Long, Integer> count(String prefix) {
        Map<Long, Integer> seen = new HashMap<>();
        for (int user = 0; user < 100; user++) {
            List<JsonNode> found = product.all("/api/v1/customers?q=" + prefix + "-" + user);
            for (JsonNode customer : found) {
                product.all(
                                "/api/v1/customers/"
                                        + customer.path("id").asString()
                                        + "/timeline?kind=event.Tea%20Brewed")
                        .forEach(fact ->
                                seen.merge(
                                        fact.path("attributes").path("n").asLong(),
                                        1,
                                        Integer::sum));
            }
        }
        return seen;
    }
}
