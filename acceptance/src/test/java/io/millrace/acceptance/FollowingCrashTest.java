package io.millrace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * However often the product is killed while memberships follow facts and the passing of time:
 * nobody enters or leaves twice, nobody is forgotten, and what time changed meanwhile is made up.
 */
class FollowingCrashTest {
    private static final int KILLS = Integer.getInteger("millrace.kills", 20) / 3;
    private static final int SENDERS = 4;
    private static final int USERS = 40;

    /** Of the users, these send only once. */
    private static final int QUIET = 10;

    private static final String SWITCHED_ON =
            """
            {"type": "facts", "facts": {"kinds": ["event.Switched"]},
             "measure": {"type": "last", "of": {"type": "attribute", "name": "on"}},
             "test": {"type": "equals", "value": true}}\
            """;

    private static final String SEEN_THIS_MINUTE =
            """
            {"type": "facts", "facts": {"kinds": ["event.Switched"]},
             "window": {"type": "last", "length": {"amount": 1, "unit": "minute"}},
             "test": {"type": "compares", "comparison": "at-least", "number": 1}}\
            """;

    private final Map<Integer, Boolean> lastWord = new ConcurrentHashMap<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final List<Thread> senders = new ArrayList<>();
    private Product product;

    @BeforeEach
    void start() throws Exception {
        product = Product.start();
    }

    @AfterEach
    void stop() throws Exception {
        product.close();
    }

    @Test
    void nobodyEntersOrLeavesTwiceHoweverOftenTheProductIsKilled() throws Exception {
        String on = audience("Switched on", SWITCHED_ON);
        String recent = audience("Seen this minute", SEEN_THIS_MINUTE);
        for (int sender = 0; sender < SENDERS; sender++) {
            int number = sender;
            senders.add(Thread.ofVirtual().start(() -> send(number)));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            long before = acknowledged.get();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> acknowledged.get() > before + 150);
            product.kill();
            product.startAgain();
        }
        stop.set(true);
        for (Thread sender : senders) {
            sender.join();
        }

        Set<String> expected = switchedOn();
        await().atMost(Duration.ofSeconds(60)).until(() -> members(on).equals(expected));
        await().atMost(Duration.ofSeconds(120)).until(() -> members(recent).isEmpty());
        int moves = movesAlternate(on, expected);
        movesAlternate(recent, Set.of());
        System.out.printf(
                "%d kills: %d switched, %d entered or left%n", KILLS, acknowledged.get(), moves);
        assertThat(expected).isNotEmpty().hasSizeLessThan(USERS);
        assertThat(moves).isBetween(expected.size(), (int) acknowledged.get());
    }

    private String audience(String name, String condition) {
        JsonNode made =
                product.post(
                        "/api/v1/audiences",
                        "{\"name\": \"%s\", \"condition\": %s}".formatted(name, condition),
                        201);
        String id = made.path("id").asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        product.get("/api/v1/audiences/" + id)
                                .path("state")
                                .asString()
                                .equals("live"));
        return id;
    }

    private Set<String> switchedOn() {
        return lastWord.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(entry -> customer(entry.getKey()).path("id").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private JsonNode customer(int user) {
        List<JsonNode> found = product.all("/api/v1/customers?q=user-" + user);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private Set<String> members(String audience) {
        return product.all("/api/v1/customers?in=audience:" + audience).stream()
                .map(row -> row.path("id").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of every user: entered, left, entered … and in the end what the membership says. */
    private int movesAlternate(String audience, Set<String> members) {
        int moves = 0;
        for (int user : lastWord.keySet()) {
            String id = customer(user).path("id").asString();
            List<String> kinds =
                    Stream.of("audience.entered", "audience.left")
                            .flatMap(kind ->
                                    product
                                            .all(
                                                    "/api/v1/customers/"
                                                            + id
                                                            + "/timeline?kind="
                                                            + kind)
                                            .stream())
                            .filter(fact ->
                                    fact.path("attributes")
                                            .path("audience")
                                            .asString()
                                            .equals(audience))
                            .sorted(
                                    Comparator.comparing(fact ->
                                            Instant.parse(fact.path("occurredAt").asString())))
                            .map(fact -> fact.path("kind").asString())
                            .toList();
            for (int i = 0; i < kinds.size(); i++) {
                assertThat(kinds.get(i))
                        .as("user-%d: %s", user, kinds)
                        .isEqualTo(i % 2 == 0 ? "audience.entered" : "audience.left");
            }
            assertThat(kinds.size() % 2 == 1).isEqualTo(members.contains(id));
            moves += kinds.size();
        }
        return moves;
    }

    /** One user after the other, and each one's next event only after the last was answered. */
    private void send(int sender) {
        HttpClient http = HttpClient.newHttpClient();
        for (long n = sender; !stop.get(); n += SENDERS) {
            int user = (int) (n % USERS);
            if (user < QUIET && n >= USERS) {
                continue;
            }
            boolean on = Long.hashCode(n * 0x9E37_79B9_7F4A_7C15L) % 2 == 0;
            HttpRequest request =
                    product.collecting(
                            "/v1/track",
                            """
                            {"userId":"user-%d","event":"Switched","messageId":"switch-%d",
                             "timestamp":"%s","properties":{"on":%b}}\
                            """
                                    .formatted(user, n, Instant.now(), on));
            if (sent(http, request)) {
                lastWord.put(user, on);
                acknowledged.incrementAndGet();
            }
        }
    }

    /** Sends until it is answered, whatever happens meanwhile. */
    private static boolean sent(HttpClient http, HttpRequest request) {
        while (true) {
            try {
                if (http.send(request, BodyHandlers.ofString()).statusCode() == 200) {
                    return true;
                }
                Thread.sleep(50);
            } catch (IOException away) {
                if (!rested()) {
                    return false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private static boolean rested() {
        try {
            Thread.sleep(50);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
