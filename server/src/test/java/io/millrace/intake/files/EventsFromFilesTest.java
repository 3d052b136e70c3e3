package io.millrace.intake.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventsFromFilesTest {
    private static final String FILE =
            """
            event,userId,timestamp,page
            Page Viewed,7,2026-02-01T10:00:00Z,home
            Page Viewed,,2026-02-01T10:01:00Z,home
            Product Viewed,8,2026-02-01T10:02:00Z,tea
            """;

    @Test
    void sendsEachRowTheWayOfAnEventAndOnce() throws Exception {
        try (Office office = new Office()) {
            Imports.Upload upload = office.upload(FILE);
            assertThat(upload.kindGuess()).isEqualTo(Kind.EVENTS);
            Map<String, String> mapping = Office.guessed(upload);
            mapping.put("attribute.page", "page");
            UUID id = office.submit(upload, mapping, Imports.Options.NONE, false);
            Imports.Report report = office.run(id);
            assertThat(report.created()).isEqualTo(2);
            assertThat(report.byCode()).containsOnly(Map.entry("imports.nobody", 1L));
            JsonNode call = office.events.calls.getFirst();
            assertThat(call.path("event").asString()).isEqualTo("Page Viewed");
            assertThat(call.path("properties").path("page").asString()).isEqualTo("home");
            assertThat(call.path("context").path("historical").asBoolean()).isTrue();
            Imports.Report again =
                    office.run(
                            office.submit(
                                    office.upload(FILE), mapping, Imports.Options.NONE, false));
            assertThat(again.created()).isZero();
            assertThat(again.unchanged()).isEqualTo(2);
        }
    }
}
