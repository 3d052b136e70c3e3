package io.millrace.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.access.AccessKeys;
import io.millrace.access.StandardRole;
import io.millrace.database.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** "Why is this here?", asked of facts that came in by each way. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Context.class)
class FactTrailTest {
    @Autowired Environment environment;
    @Autowired AccessKeys keys;
    private Client client;

    @BeforeEach
    void comeIn() {
        String key = keys.create("test", AccessKeys.Kind.API, StandardRole.ADMIN, null).secret();
        client = new Client(port(), key);
    }

    private String port() {
        return environment.getRequiredProperty("local.server.port");
    }

    private JsonNode why(String customer, String kind) {
        String id =
                client.get("/customers?q=" + customer).path("items").get(0).path("id").asString();
        JsonNode facts = client.get("/customers/" + id + "/timeline?kind=" + kind).path("items");
        assertThat(facts.size()).isEqualTo(1);
        return client.get("/facts/" + facts.get(0).path("id").asString()).path("why");
    }

    @Test
    void namesTheFileAndTheLinesOfAnOrderAndOfItsCustomer() {
        JsonNode imported =
                client.imported(
                        client.upload(
                                """
                                order,customer,at,sku,quantity,price
                                TR-1,tr-ann,2026-01-05,T1,1,5.00
                                TR-2,tr-bob,2026-01-05,T1,1,5.00
                                TR-1,tr-ann,2026-01-05,T2,1,6.00
                                """),
                        "orders");

        JsonNode order = why("tr-ann", "order.completed").path("intake");
        JsonNode known = why("tr-bob", "customer.known").path("intake");

        assertThat(order.path("channel").asString()).isEqualTo("import");
        assertThat(order.path("name").asString()).isEqualTo("test.csv");
        assertThat(order.path("imported")).isEqualTo(imported.path("id"));
        assertThat(order.path("by").asString()).isEqualTo("test");
        assertThat(order.path("lines")).hasToString("[2,4]");
        assertThat(known.path("lines")).hasToString("[3]");
    }

    @Test
    void namesTheLineOfAnEvent() {
        client.imported(
                client.upload(
                        """
                        event,customer,at,size
                        Cup Seen,tr-cat,2026-01-05T10:00:00Z,1
                        Cup Seen,tr-dan,2026-01-05T10:00:00Z,2
                        """),
                "events");

        assertThat(why("tr-dan", "event.Cup%20Seen").path("intake").path("lines"))
                .hasToString("[3]");
    }

    @Test
    void namesTheWriteKeyAndTheKeyOfAMessage() {
        String key = keys.create("till 7", AccessKeys.Kind.WRITE, null, null).secret();
        new Client(port(), key)
                .send(
                        "POST",
                        "/v1/track",
                        BodyPublishers.ofString(
                                """
                                {"userId": "tr-eve", "event": "Cup Seen", "messageId": "m-1"}
                                """),
                        "Content-Type",
                        "application/json");

        JsonNode why = why("tr-eve", "event.Cup%20Seen");

        assertThat(why.path("key").asString())
                .isEqualTo(io.millrace.intake.Intake.messageKey("till 7", "m-1").toString());
        assertThat(why.path("intake").path("channel").asString()).isEqualTo("api");
        assertThat(why.path("intake").path("name").asString()).isEqualTo("till 7");
        assertThat(key).startsWith(why.path("intake").path("prefixes").get(0).asString());
        assertThat(why.path("intake").path("lines").isNull()).isTrue();
    }
}
