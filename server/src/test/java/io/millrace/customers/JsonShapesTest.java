package io.millrace.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.customers.CustomerEdits.NewTag;
import io.millrace.customers.CustomerFiles.FactValue;
import io.millrace.customers.CustomerFiles.FactView;
import io.millrace.customers.CustomerFiles.Known;
import io.millrace.customers.CustomerFiles.Row;
import io.millrace.shared.Money;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the console reads. */
class JsonShapesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ProfileId MAY = new ProfileId(new UUID(1, 2));

    private final JsonMapper json = JsonMapper.builder().build();

    record Rfm(int r, int f) implements Facets.Facet {}

    private JsonNode written(Object value) {
        return json.readTree(json.writeValueAsString(value));
    }

    @Test
    void aFacetIsAPropertyOfItsCustomer() {
        var row =
                new Row(
                        MAY,
                        "M***",
                        true,
                        false,
                        false,
                        List.of(new Known("email", "m***@example.com")),
                        NOON,
                        NOON,
                        List.of(),
                        Map.of("rfm", new Rfm(5, 4)));

        var written = written(row);

        assertThat(written.get("rfm").get("r").asInt()).isEqualTo(5);
        assertThat(written.get("id").asString()).isEqualTo(MAY.toString());
        assertThat(written.get("firstSeenAt").asString()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(written.has("facets")).isFalse();
        assertThat(written.has("facetsByName")).isFalse();
    }

    @Test
    void aFactsAttributesAreItsOwnJsonTypes() {
        var fact =
                new FactView(
                        new UUID(3, 4),
                        "order.completed",
                        "orders",
                        NOON,
                        NOON,
                        "1001",
                        new Money(1250, "GBP"),
                        Map.of(
                                "cost", new FactValue.Whole(7),
                                "email", new FactValue.Text("***"),
                                "gift", new FactValue.Flag(true),
                                "price", new FactValue.Real(1.5)),
                        "shop",
                        false,
                        MAY,
                        MAY);

        var attributes = written(fact).get("attributes");

        assertThat(attributes.get("cost").asInt()).isEqualTo(7);
        assertThat(attributes.get("email").asString()).isEqualTo("***");
        assertThat(attributes.get("gift").asBoolean()).isTrue();
        assertThat(attributes.get("price").asDouble()).isEqualTo(1.5);
    }

    @Test
    void aTagNeedsNoScheduleAndAScheduleNeedsNoDays() {
        var plain =
                json.readValue(
                        "{\"category\":\"hobby\",\"value\":\"tea\",\"source\":\"chat\"}",
                        NewTag.class);
        var scheduled =
                json.readValue(
                        "{\"category\":\"hobby\",\"value\":\"tea\",\"source\":\"chat\","
                                + "\"schedule\":{\"text\":\"evenings\"}}",
                        NewTag.class);

        assertThat(plain.schedule()).isNull();
        assertThat(scheduled.schedule())
                .isEqualTo(new CustomerFiles.Schedule(List.of(), "evenings"));
    }
}
