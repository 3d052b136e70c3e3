package io.millrace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Merging edits a set of profiles and never a fact, so un-merging is exact. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergeTest {
    private Product product;

    @BeforeAll
    void twoCustomersWithOrders() throws Exception {
        product = Product.start();
        send(
                """
                {"batch":[
                 {"type":"identify","messageId":"m1","userId":"ann","traits":{"email":"ann@example.com","name":"Ann"},"timestamp":"2026-01-01T10:00:00Z"},
                 {"type":"track","messageId":"m2","userId":"ann","event":"Order Completed","timestamp":"2026-01-02T10:00:00Z",
                  "properties":{"order_id":"A-1","total":"19.99","currency":"usd","products":[{"sku":"tea","quantity":1,"price":19.99}]}},
                 {"type":"track","messageId":"m3","userId":"bob","event":"Order Completed","timestamp":"2026-02-02T10:00:00Z",
                  "properties":{"order_id":"B-1","total":30,"currency":"USD","products":[{"sku":"pot","quantity":2,"price":15}]}},
                 {"type":"track","messageId":"m4","userId":"bob","event":"Order Refunded","timestamp":"2026-02-03T10:00:00Z",
                  "properties":{"order_id":"B-1","refund_id":"r1","amount":10,"currency":"USD"}}
                ]}\
                """);
    }

    @AfterAll
    void stop() throws Exception {
        product.close();
    }

    @Test
    void mergeThenUnmergeLeavesEveryFigureAsItWas() {
        String ann = find("ann");
        String bob = find("bob");
        List<JsonNode> before = figures(ann, bob);
        String merge =
                product.post(
                                "/api/v1/customers/" + ann + "/merge",
                                "{\"member\":\"" + bob + "\",\"reason\":\"same person\"}",
                                200)
                        .path("mergeId")
                        .asString();

        JsonNode merged = product.get("/api/v1/customers/" + ann);
        assertThat(merged.path("value").path("revenue").path("amount").asLong())
                .isEqualTo(1_999 + 3_000 - 1_000);
        assertThat(product.get("/api/v1/customers?include=total").path("total").asLong())
                .isEqualTo(1);
        assertThat(product.get("/api/v1/customers/" + bob).path("redirectedFrom").asString())
                .isEqualTo(bob);
        assertThat(rfmCustomers()).isEqualTo(1);

        product.delete("/api/v1/merges/" + merge);
        assertThat(figures(ann, bob)).isEqualTo(before);
        assertThat(product.get("/api/v1/customers?include=total").path("total").asLong())
                .isEqualTo(2);
        assertThat(rfmCustomers()).isEqualTo(2);
    }

    private long rfmCustomers() {
        return product.get("/api/v1/rfm?asOf=2026-06-01").path("customers").asLong();
    }

    private List<JsonNode> figures(String... ids) {
        return java.util.Arrays.stream(ids)
                .flatMap(id ->
                        java.util.stream.Stream.of(
                                product.get("/api/v1/customers/" + id).path("value"),
                                product.get("/api/v1/customers/" + id).path("identities"),
                                product.get("/api/v1/customers/" + id + "/timeline").path("items"),
                                product.get(
                                                "/api/v1/customers?asOf=2026-06-01&q="
                                                        + (id.equals(ids[0]) ? "ann" : "bob"))
                                        .path("items")))
                .toList();
    }

    private String find(String userId) {
        List<JsonNode> found = product.all("/api/v1/customers?q=" + userId);
        assertThat(found).hasSize(1);
        return found.getFirst().path("id").asString();
    }

    private void send(String json) {
        String basic =
                Base64.getEncoder()
                        .encodeToString(
                                (product.credential("writeKey") + ":")
                                        .getBytes(StandardCharsets.UTF_8));
        var answer =
                product.send(
                        "POST",
                        "/v1/batch",
                        BodyPublishers.ofString(json),
                        "Authorization",
                        "Basic " + basic,
                        "Content-Type",
                        "application/json",
                        "X-Strict-Mode",
                        "1");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
