package io.millrace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What was acknowledged is there, once, however often the product or its database is killed under
 * load.
 */
class CrashTest {
    private static final int KILLS = Integer.getInteger("millrace.kills", 20);
    private static final int USERS = 40;
    private static final int SENDERS = 4;

    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> rejections = ConcurrentHashMap.newKeySet();
    private final AtomicLong next = new AtomicLong();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final List<Thread> senders = new ArrayList<>();
    private Product product;

    @BeforeEach
    void startWithLoad() throws Exception {
        product = Product.start();
        for (int i = 0; i < SENDERS; i++) {
            senders.add(Thread.ofVirtual().start(this::sendUntilStopped));
        }
    }

    @AfterEach
    void stop() throws Exception {
        product.close();
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheProductIsKilled() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            letSomethingBeAcknowledged();
            product.kill();
            product.startAgain();
        }
        everyAcknowledgedEventIsThereOnce();
    }

    @Test
    void nothingAcknowledgedIsLostWhenPostgresIsKilled() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            letSomethingBeAcknowledged();
            ProcessHandle postmaster = product.postgres().orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        }
        letSomethingBeAcknowledged();
        await().atMost(Duration.ofSeconds(60)).until(product::ready);
        everyAcknowledgedEventIsThereOnce();
    }

    private void letSomethingBeAcknowledged() {
        int before = acknowledged.size();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> acknowledged.size() > before + 200);
    }

    private void sendUntilStopped() {
        HttpClient http = HttpClient.newHttpClient();
        while (!stop.get()) {
            long n = next.getAndIncrement();
            HttpRequest request =
                    product.collecting(
                            "/v1/track",
                            """
                            {"userId":"user-%d","event":"Kettle Boiled","messageId":"boil-%d",
                             "timestamp":"2026-01-01T00:00:00Z","properties":{"n":%d}}\
                            """
                                    .formatted(n % USERS, n, n));
            sendUntilAnswered(http, request, n);
        }
    }

    /** A client resends until it is answered, as every Segment client does. */
    private void sendUntilAnswered(HttpClient http, HttpRequest request, long n) {
        while (!stop.get()) {
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    acknowledged.add(n);
                    if (!answer.body().contains("\"rejected\":0")) {
                        rejections.add(answer.body());
                    }
                    return;
                }
                Thread.sleep(50);
            } catch (IOException e) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void everyAcknowledgedEventIsThereOnce() throws InterruptedException {
        stop.set(true);
        for (Thread sender : senders) {
            sender.join();
        }
        assertThat(rejections).isEmpty();
        Map<Long, Integer> stored = new HashMap<>();
        for (int user = 0; user < USERS; user++) {
            var found = product.all("/api/v1/customers?q=user-" + user);
            assertThat(found).hasSize(1);
            product.all(
                            "/api/v1/customers/"
                                    + found.getFirst().path("id").asString()
                                    + "/timeline?kind=event.Kettle%20Boiled")
                    .forEach(fact ->
                            stored.merge(
                                    fact.path("attributes").path("n").asLong(), 1, Integer::sum));
        }
        System.out.printf(
                "%d kills: %d acknowledged, %d stored%n",
                KILLS, acknowledged.size(), stored.size());
        assertThat(stored.keySet()).containsAll(acknowledged);
        assertThat(stored.values()).containsOnly(1);
        assertThat(stored.size() - acknowledged.size()).isBetween(0, SENDERS);
    }
}
