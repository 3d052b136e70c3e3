package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Consents, tags and answers that events bring: in time, late, and more than once. */
class HeardEventsTest {
    private static final Instant NOON = Town.START;

    @TempDir Path folder;
    private Town town;
    private ProfileId ann;
    private int sent;

    @BeforeEach
    void open() {
        town = new Town(folder);
        ann = town.customer("ann");
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aConsentIsGivenAndWithdrawnInTheOrderOfWhatHappened() {
        UUID reached =
                town.audience(
                        "Consented",
                        """
                        {"type": "consent", "purpose": "marketing", "channel": "email"}
                        """);
        String given = consent("Given", NOON.minus(Duration.ofDays(3)), "");

        town.track(given);
        assertThat(town.members(reached)).containsExactly(ann);
        town.track(given);
        assertThat(facts("consent.given")).isEqualTo(1);

        town.track(consent("Withdrawn", NOON.minus(Duration.ofDays(1)), ""));
        assertThat(town.members(reached)).isEmpty();
        // It was given before it was withdrawn, whenever it arrives.
        town.track(consent("Given", NOON.minus(Duration.ofDays(2)), ""));
        assertThat(town.members(reached)).isEmpty();
        assertThat(state().path("given").asBoolean()).isFalse();
        assertThat(state().path("since").asString())
                .isEqualTo(NOON.minus(Duration.ofDays(1)).toString());

        town.track(consent("Given", NOON.minus(Duration.ofHours(1)), ""));
        assertThat(town.members(reached)).containsExactly(ann);
    }

    @Test
    void aConsentThatEventsBringEndsOnItsDay() {
        UUID reached =
                town.audience(
                        "Consented",
                        """
                        {"type": "consent", "purpose": "marketing", "channel": "email"}
                        """);
        Instant end = NOON.plus(Duration.ofDays(2));
        town.track(consent("Given", NOON, ", \"expires_at\": \"" + end + "\""));
        assertThat(town.members(reached)).containsExactly(ann);
        assertThat(state().path("expiresAt").asString()).isEqualTo(end.toString());

        town.clock.pass(Duration.ofDays(2));

        assertThat(town.members(reached)).isEmpty();
    }

    @Test
    void tagsComeAndGoInTheOrderOfWhatHappened() {
        UUID anglers =
                town.audience(
                        "Anglers",
                        "{\"type\": \"tag\", \"category\": \"hobby\", \"value\": \"fishing\"}");
        String added = tag("Added", "fishing", NOON.minus(Duration.ofDays(3)));

        town.track(added);
        assertThat(town.tags(ann)).containsExactly("hobby:fishing");
        assertThat(town.members(anglers)).containsExactly(ann);
        town.track(added);
        assertThat(facts("tag.added")).isEqualTo(1);

        town.track(tag("Removed", "fishing", NOON.minus(Duration.ofDays(1))));
        assertThat(town.tags(ann)).isEmpty();
        assertThat(town.members(anglers)).isEmpty();

        // It was added before it was removed, whenever it arrives.
        town.track(tag("Added", "fishing", NOON.minus(Duration.ofDays(2))));
        assertThat(town.members(anglers)).isEmpty();
        assertThat(town.tags(ann)).isEmpty();
    }

    @Test
    void aRemovalThatArrivesLateTakesNoNewerTag() {
        town.track(tag("Added", "fishing", NOON.minus(Duration.ofDays(1))));
        town.track(tag("Removed", "fishing", NOON.minus(Duration.ofDays(2))));

        assertThat(town.tags(ann)).containsExactly("hobby:fishing");
    }

    @Test
    void anOlderAnswerThatArrivesLaterDoesNotOverwrite() {
        assertThat(town.ask("PUT", "/variables/profession", "{\"on\": true}").status())
                .isEqualTo(204);
        Town.Answer mapped =
                town.ask(
                        "POST",
                        "/survey-mappings",
                        """
                        {"survey": "welcome", "question": "job", "attribute": "profession",
                         "answers": {"engineer": "professional", "teacher": "public"}}
                        """);
        assertThat(mapped.status()).isEqualTo(202);
        town.track(answer("engineer", NOON.minus(Duration.ofDays(1))));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        town.variable(ann, "profession", town.clock.instant())
                                .equals("professional"));

        town.track(answer("teacher", NOON.minus(Duration.ofDays(5))));
        assertThat(town.variable(ann, "profession", town.clock.instant()))
                .isEqualTo("professional");

        town.track(answer("teacher", NOON.minus(Duration.ofHours(1))));
        assertThat(town.variable(ann, "profession", town.clock.instant())).isEqualTo("public");
    }

    @Test
    void thePurposesAreTheOperatorsOwn() {
        String own =
                """
                {"items": [
                  {"key": "marketing", "label": {"en": "Marketing", "zh": "营销"}},
                  {"key": "research", "label": {"en": "Research", "zh": "调研"}}]}
                """;
        Town.Answer defined = town.ask("PUT", "/consent-purposes", own);
        assertThat(defined.status()).as(defined.body().toString()).isEqualTo(200);
        assertThat(town.get("/consent-purposes").path("items").size()).isEqualTo(2);

        assertThat(said("research").status()).isEqualTo(201);
        Town.Answer unknown = said("profiling");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/purpose");
        assertThat(town.get("/conditions/vocabulary").path("purposes").toString())
                .contains("research");
        assertThat(town.ask("PUT", "/consent-purposes", "{\"items\": []}").status()).isEqualTo(400);
        assertThat(town.ask("PUT", "/consent-purposes", own.replace("research", "No!")).status())
                .isEqualTo(400);
        assertThat(town.get("/consent-purposes").path("items").size()).isEqualTo(2);
    }

    private Town.Answer said(String purpose) {
        return town.ask(
                "POST",
                "/customers/" + ann + "/consents",
                "{\"purpose\": \"%s\", \"channel\": \"email\", \"given\": true}"
                        .formatted(purpose));
    }

    private String event(String name, Instant at, String properties) {
        return """
        {"type": "track", "userId": "ann", "event": "%s", "messageId": "m-%d",
         "timestamp": "%s", "properties": {%s}}
        """
                .formatted(name, ++sent, at, properties);
    }

    private String consent(String verb, Instant at, String more) {
        return event(
                "Consent " + verb, at, "\"purpose\": \"marketing\", \"channel\": \"email\"" + more);
    }

    private String tag(String verb, String value, Instant at) {
        return event(
                "Tag " + verb, at, "\"category\": \"hobby\", \"value\": \"%s\"".formatted(value));
    }

    private String answer(String answer, Instant at) {
        return event(
                "Survey Answered",
                at,
                "\"survey\": \"welcome\", \"question\": \"job\", \"answer\": \"%s\""
                        .formatted(answer));
    }

    private JsonNode state() {
        return town.get("/customers/" + ann + "/consents").path("items").get(0);
    }

    private long facts(String kind) {
        return town.get("/customers/" + ann + "/timeline?kind=" + kind).path("items").size();
    }
}
