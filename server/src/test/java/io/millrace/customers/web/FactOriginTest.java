package io.millrace.customers.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.customers.CustomerFiles.FactView;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FactOriginTest {
    @Test
    void saysBesideTheFactWhyItIsThere() {
        var at = Instant.parse("2026-03-01T12:00:00Z");
        var member = new ProfileId(new UUID(1, 2));
        var root = new ProfileId(new UUID(1, 1));
        var fact =
                new FactView(
                        new UUID(3, 4),
                        "page.viewed",
                        "visits",
                        at,
                        at,
                        null,
                        null,
                        Map.of(),
                        "shop",
                        false,
                        member,
                        root);

        var mapper = JsonMapper.builder().build();
        var written =
                mapper.readTree(
                        mapper.writeValueAsString(FactOrigin.of(fact, new UUID(5, 6), null)));

        assertThat(written.get("kind").asString()).isEqualTo("page.viewed");
        assertThat(written.get("why").get("merged").asBoolean()).isTrue();
        assertThat(written.get("why").get("key").asString()).isEqualTo(new UUID(5, 6).toString());
        assertThat(written.get("why").get("source").asString()).isEqualTo("shop");
    }
}
