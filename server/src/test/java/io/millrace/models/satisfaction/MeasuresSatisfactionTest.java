package io.millrace.models.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.models.Street;
import io.millrace.models.satisfaction.Answers.Meaning;
import io.millrace.models.satisfaction.Answers.Meant;
import io.millrace.models.satisfaction.Answers.Role;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What customers said is counted once each, and opens those who said it. */
class MeasuresSatisfactionTest {
    @TempDir static Path folder;
    static Street street;

    @BeforeAll
    static void tellTheStory() {
        street = new Street(folder);
        street.answers("ann", "nps", "recommend?", 3, 300);
        street.answers("ann", "nps", "recommend?", 9, 200);
        street.answers("bob", "nps", "recommend?", 10, 200);
        street.answers("cat", "nps", "recommend?", 7, 200);
        street.answers("dan", "nps", "recommend?", 2, 200);
        street.answers("eve", "nps", "recommend?", 1, 5);
        for (String who : List.of("ann", "bob", "cat", "dan", "fay", "gus")) {
            street.order(who, 210, 1_000);
        }
        street.order("ann", 150, 1_000);
        street.order("bob", 20, 1_000);
        street.order("fay", 180, 1_000);
        contact("dan", 208, "complaint", 1);
        contact("dan", 206, "after-sales", 4);
        rate("ann", "Price", 7, 6, 4, 6);
        rate("ann", "Quality", 5, 5, 6, 5);
        rate("bob", "Price", 6, 5, 5, 3);
        rate("bob", "Quality", 6, 7, 6, 6);
        street.settle();
        street.town
                .get(Answers.class)
                .change(List.of(new Meant("nps", "recommend?", new Meaning(Role.NPS, null, null))));
    }

    @AfterAll
    static void close() {
        street.close();
    }

    private static void contact(String who, double daysAgo, String type, long satisfaction) {
        street.tell(
                who,
                Kinds.SERVICE_CONTACT,
                daysAgo,
                null,
                0,
                Map.of(
                        "type", new Value.Text(type),
                        "satisfaction", new Value.Whole(satisfaction)));
    }

    private static void rate(
            String who, String about, int importance, int expected, int perceived, int other) {
        said(who, "importance", about, null, importance);
        said(who, "expected", about, null, expected);
        said(who, "perceived", about, null, perceived);
        said(who, "perceived", about, "Other", other);
    }

    private static void said(
            String who, String role, String about, @Nullable String brand, int score) {
        var attributes =
                new HashMap<String, Value>(
                        Map.of(
                                "question", new Value.Text(role + about + brand),
                                "score", new Value.Whole(score),
                                "role", new Value.Text(role),
                                "about", new Value.Text(about)));
        if (brand != null) {
            attributes.put("brand", new Value.Text(brand));
        }
        street.tell(who, Kinds.SURVEY_ANSWERED, 100, "study", 0, attributes);
    }

    private static JsonNode page() {
        return street.town.get("/models/satisfaction/page?days=90&enough=5");
    }

    private static void opens(JsonNode count, String... whom) {
        assertThat(count.get("customers").asInt()).isEqualTo(whom.length);
        if (whom.length > 0) {
            assertThat(street.behind(count.get("open").asString())).isEqualTo(street.people(whom));
        }
    }

    @Test
    void takesEachCustomersLastAnswer() {
        JsonNode nps = page().get("nps");

        opens(nps.get("promoters"), "ann", "bob");
        opens(nps.get("passives"), "cat");
        opens(nps.get("detractors"), "dan", "eve");
        assertThat(nps.get("score").get("value").asDouble()).isZero();
    }

    @Test
    void asksWhetherTheyBoughtAgainOnlyWhereThereWasTheTime() {
        JsonNode again = page().get("again");

        assertThat(again.get(0).get("attitude").asString()).isEqualTo("promoter");
        opens(again.get(0).get("customers"), "ann", "bob");
        opens(again.get(0).get("again"), "ann");
        opens(again.get(2).get("customers"), "dan");
        opens(again.get(2).get("again"));
    }

    @Test
    void comparesComplainersWithOthersWhoHadBoughtAsOften() {
        JsonNode recovery = page().get("recovery");

        opens(recovery.get("complained"), "dan");
        opens(recovery.get("again"));
        // Of ann, bob, cat, fay and gus, once buyers by then, ann and fay bought again in 90 days.
        assertThat(recovery.get("expected").asDouble()).isEqualTo(0.4, within(1e-12));
        JsonNode soon = recovery.get("answers").get(1);
        assertThat(soon.get("within").asString()).isEqualTo("three-days");
        opens(soon.get("customers"), "dan");
    }

    @Test
    void weighsWhatWasHopedAgainstWhatWasGot() {
        JsonNode attributes = page().get("attributes");

        JsonNode price = attributes.get(0);
        assertThat(price.get("name").asString()).isEqualTo("Price");
        assertThat(price.get("gap").get("value").asDouble()).isEqualTo(1, within(1e-12));
        assertThat(price.get("weighted").asDouble()).isEqualTo(6.5 / 12, within(1e-12));
        assertThat(price.get("quadrant").asString()).isEqualTo("CONCENTRATE_HERE");
        opens(price.get("disappointed"), "ann");
        assertThat(attributes.get(1).get("quadrant").asString()).isEqualTo("POSSIBLE_OVERKILL");
        opens(attributes.get(1).get("disappointed"), "bob");
    }

    @Test
    void putsThreeRulesOfChoosingSideBySide() {
        JsonNode choice = page().get("choice");

        assertThat(choice.get("brands").toString()).isEqualTo("[\"\",\"Other\"]");
        assertThat(choice.get("customers").asInt()).isEqualTo(2);
        // ann: 4·7 + 6·5 = 58 against 6·7 + 5·5 = 67; bob: 66 against 54.
        assertThat(choice.get("shares").get("weighted").toString()).isEqualTo("[0.5,0.5]");
        // Good enough from 5 on everything: for bob the own brand, for ann the other one.
        assertThat(choice.get("shares").get("conjunctive").toString()).isEqualTo("[0.5,0.5]");
        assertThat(choice.get("shares").get("lexicographic").toString()).isEqualTo("[0.5,0.5]");
        opens(choice.get("disagree"));
        opens(choice.get("lost"), "ann");
    }

    @Test
    void countsWhatWasSaidToTheServiceAndSaysWhatIsMissing() {
        JsonNode page = page();

        opens(page.get("csat").get("satisfied"), "dan");
        assertThat(page.get("ces").isNull()).isTrue();
        assertThat(page.get("missing").toString())
                .contains("ces", "spend")
                .doesNotContain("nps", "csat");
        for (JsonNode month : page.get("months")) {
            assertThat(street.behind(month.get("customers").get("open").asString()))
                    .hasSize(month.get("customers").get("customers").asInt());
        }
    }

    @Test
    void guessesNothingOfAQuestionWithoutAMeaning() {
        Answers answers = street.town.get(Answers.class);
        List<Meant> before = answers.meanings();
        assertThat(answers.change(List.of())).isInstanceOf(Answers.Change.Done.class);

        assertThat(page().get("nps").isNull()).isTrue();
        JsonNode asked = street.town.get("/models/satisfaction/questions").get("items");
        assertThat(asked.get(0).get("survey").asString()).isEqualTo("nps");
        assertThat(asked.get(0).get("meaning").isNull()).isTrue();
        assertThat(asked.get(0).get("answers").asInt()).isEqualTo(6);

        answers.change(before);
        var refused =
                street.town.ask(
                        "PUT",
                        "/models/satisfaction/meanings",
                        """
                        {"items": [{"survey": "s", "question": "q",
                         "meaning": {"role": "perceived", "about": null, "brand": null}}]}
                        """);
        assertThat(refused.status()).isEqualTo(400);
    }
}
