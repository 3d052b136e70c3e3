package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.shared.ProfileId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other systems are told who enters and leaves. */
class PushingTest {
    private static final String RECENT =
            """
            {"type": "count", "kind": "order.completed", "comparison": "at-least", "number": 1,
             "lastDays": 7}
            """;

    @TempDir static Path folder;
    private static Town town;
    private static HttpServer receiver;
    private static final List<Received> received = new CopyOnWriteArrayList<>();
    private static volatile int status;

    record Received(String id, String timestamp, String signature, String body) {
        JsonNode json() {
            return JsonMapper.builder().build().readTree(body);
        }
    }

    @BeforeAll
    static void open() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        receiver.createContext("/", PushingTest::receive);
        receiver.start();
        town = new Town(folder);
    }

    @AfterAll
    static void close() {
        town.close();
        receiver.stop(0);
    }

    @BeforeEach
    void begin() {
        received.clear();
        status = 204;
    }

    private static void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        received.add(
                new Received(
                        headers.getFirst("webhook-id"),
                        headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature"),
                        body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private JsonNode subscribe(UUID audience, String more) {
        Town.Answer made =
                town.ask(
                        "POST",
                        "/audiences/" + audience + "/pushes",
                        "{\"url\": \"http://127.0.0.1:%d/hook\"%s}"
                                .formatted(receiver.getAddress().getPort(), more));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.body();
    }

    private void awaitReceived(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> received.size() >= count);
    }

    private JsonNode push(String id, UUID audience) {
        for (JsonNode one : town.get("/audiences/" + audience + "/pushes").path("items")) {
            if (one.path("id").asString().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("no push " + id);
    }

    @Test
    void tellsInOrderAndSigned() throws GeneralSecurityException {
        ProfileId before = town.customer("push-0");
        town.order(before, town.clock.instant());
        UUID audience = town.audience("Recent buyers", RECENT);
        town.settle();
        String secret = subscribe(audience, "").path("secret").asString();
        ProfileId one =
                town.customer(
                        new Identity(IdentityType.EXTERNAL, "push-1"),
                        new Identity(IdentityType.EMAIL, "one@example.org"));
        town.order(one, town.clock.instant());
        town.settle();
        awaitReceived(1);
        town.clock.pass(Duration.ofDays(8));
        town.settle();
        awaitReceived(3);

        assertThat(received.getFirst().body())
                .contains(one.toString(), "Recent buyers")
                .doesNotContain("example.org", "push-1");
        assertThat(received.getFirst().json().path("type").asString())
                .isEqualTo("audience.entered");
        assertThat(received.subList(1, 3))
                .allMatch(
                        message -> message.json().path("type").asString().equals("audience.left"));
        for (Received message : received) {
            assertThat(message.signature()).isEqualTo(signed(secret, message));
        }
    }

    private static String signed(String secret, Received message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())),
                        "HmacSHA256"));
        String text = message.id() + "." + message.timestamp() + "." + message.body();
        return "v1,"
                + Base64.getEncoder()
                        .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void triesAgainUnderTheSameIdUntilItIsTakenAlsoAfterARestart() {
        UUID audience = town.list("A list");
        String id =
                subscribe(audience, ", \"level\": \"internal\"").path("push").path("id").asString();
        status = 500;
        ProfileId one = town.customer("push-9");
        ask(audience, one);
        awaitReceived(1);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> push(id, audience).path("failures").asInt() == 1);
        town.downFor(Duration.ofMinutes(1));
        awaitReceived(2);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> push(id, audience).path("failures").asInt() == 2);
        status = 200;
        town.clock.pass(Duration.ofMinutes(5));
        awaitReceived(3);

        assertThat(received.stream().map(Received::id).distinct()).hasSize(1);
        assertThat(received.getFirst().body()).contains("push-9");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> push(id, audience).path("delivered").asInt() == 1);
        JsonNode log = town.get("/pushes/" + id + "/deliveries").path("items").get(0);
        assertThat(log.path("attempts").asInt()).isEqualTo(3);
        assertThat(log.path("status").asInt()).isEqualTo(200);
        assertThat(push(id, audience).path("failures").asInt()).isZero();
    }

    private void ask(UUID audience, ProfileId customer) {
        Town.Answer added =
                town.ask(
                        "POST",
                        "/audiences/" + audience + "/customers",
                        "{\"customers\": [\"" + customer + "\"]}");
        assertThat(added.status()).as(added.body().toString()).isEqualTo(200);
    }

    @Test
    void waitsWhilePausedAndSendsAgainWhatIsReplayed() {
        UUID audience = town.list("Another list");
        String id = subscribe(audience, "").path("push").path("id").asString();
        town.ask("PATCH", "/pushes/" + id, "{\"state\": \"paused\"}");
        ask(audience, town.customer("push-a"));
        ask(audience, town.customer("push-b"));
        assertThat(push(id, audience).path("planned").asInt()).isEqualTo(2);
        assertThat(received).isEmpty();

        town.ask("PATCH", "/pushes/" + id, "{\"state\": \"active\"}");
        awaitReceived(2);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> push(id, audience).path("delivered").asInt() == 2);
        String first =
                town.get("/pushes/" + id + "/deliveries")
                        .path("items")
                        .get(1)
                        .path("id")
                        .asString();
        Town.Answer replayed =
                town.ask(
                        "POST",
                        "/pushes/" + id + "/replay",
                        "{\"deliveries\": [\"" + first + "\"]}");
        awaitReceived(3);

        assertThat(replayed.body().path("planned").asInt()).isEqualTo(1);
        assertThat(received.get(2).id()).isEqualTo(received.getFirst().id()).isEqualTo(first);
    }

    @Test
    void stopsWhenTheReceiverIsGoneAndSaysWhatAPingBrings() {
        UUID audience = town.list("A third list");
        String id = subscribe(audience, "").path("push").path("id").asString();
        assertThat(town.ask("POST", "/pushes/" + id + "/ping", "{}").body().path("status").asInt())
                .isEqualTo(204);
        status = 410;
        ask(audience, town.customer("push-gone"));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> push(id, audience).path("state").asString().equals("stopped"));
        assertThat(town.ask("DELETE", "/audiences/" + audience, "").status()).isEqualTo(409);
    }

    @Test
    void leadsNowhereButToThePublicAndTheAllowed() {
        UUID audience = town.list("A fourth list");
        for (String url :
                List.of(
                        "http://93.184.215.14/x",
                        "https://localhost/x",
                        "https://10.1.2.3/x",
                        "https://169.254.169.254/latest",
                        "https://[::1]/x",
                        "https://[::ffff:127.0.0.1]/x",
                        "https://100.64.0.1/x",
                        "https://user:secret@example.org/x",
                        "ftp://example.org/x")) {
            Town.Answer refused =
                    town.ask(
                            "POST",
                            "/audiences/" + audience + "/pushes",
                            "{\"url\": \"" + url + "\"}");
            assertThat(refused.status()).as(url).isEqualTo(400);
            assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                    .isEqualTo("/url");
        }
    }
}
