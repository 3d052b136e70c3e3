package io.millrace.kernel.condition.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PublishedSchemaTest {
    @Test
    void thePublishedSchemaIsTheOneThatTheReaderFollows() throws IOException {
        try (InputStream published =
                ConditionJson.class.getResourceAsStream(
                        "/io/millrace/kernel/condition/condition-v1.json")) {
            String text =
                    new String(
                            Objects.requireNonNull(published).readAllBytes(),
                            StandardCharsets.UTF_8);
            assertThat(JacksonJson.parse(text))
                    .as("the file should be%n%s", JacksonJson.pretty(ConditionJson.schema()))
                    .isEqualTo(ConditionJson.schema());
        }
    }
}
