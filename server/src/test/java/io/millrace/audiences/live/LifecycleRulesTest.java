package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.audiences.Audiences;
import io.millrace.audiences.Audiences.SchemeChange;
import io.millrace.audiences.live.LiveAudiences.Saved;
import io.millrace.audiences.live.LiveAudiences.Wanted;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lifecycle rules ask in the whole language, and audiences ask for stages. */
class LifecycleRulesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String LOYAL =
            """
            {"type": "all", "of": [
              {"type": "identity", "identity": "external"},
              {"type": "facts", "facts": {"kinds": ["order.completed"]},
               "window": {"type": "calendar", "unit": "year"},
               "test": {"type": "compares", "comparison": "at-least", "number": 2}}]}
            """;
    private static final String EVERYBODY =
            """
            {"type": "all", "of": []}
            """;

    @TempDir static Path folder;
    static Town town;

    @BeforeAll
    static void open() {
        town = new Town(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @AfterEach
    void restore() {
        LiveAudiences audiences = town.get(LiveAudiences.class);
        while (!town.get(Definitions.class).all().isEmpty()) {
            town.get(Definitions.class).all().forEach(one -> audiences.delete(one.id()));
        }
        for (Audiences.SchemeName scheme : stages().schemes()) {
            stages().restore(scheme.key());
        }
    }

    private static Audiences stages() {
        return town.get(Audiences.class);
    }

    /** Two stages: whoever passes the rule, and the others. */
    private static JsonNode scheme(String key, String rule) {
        return JSON.readTree(
                """
                {"stages": [
                  {"key": "%s", "label": {"en": "Loyal", "zh": "忠诚"}, "rule": %s},
                  {"key": "others", "label": {"en": "Others", "zh": "其他"}, "rule": %s}]}
                """
                        .formatted(key, rule, EVERYBODY));
    }

    private static String inStage(String scheme, String stage) {
        return """
        {"type": "stage", "scheme": "%s", "stages": ["%s"]}
        """
                .formatted(scheme, stage);
    }

    private static List<String> problems(SchemeChange change) {
        assertThat(change).isInstanceOf(SchemeChange.Invalid.class);
        return ((SchemeChange.Invalid) change)
                .errors().stream()
                        .map(problem -> problem.pointer() + " " + problem.code())
                        .toList();
    }

    @Test
    void aRuleMayBeAnyConditionAndIsSaidLikeOne() {
        ProfileId loyal = town.customer("loyal");
        town.order(loyal, Town.START.minus(Duration.ofDays(3)));
        town.order(loyal, Town.START.minus(Duration.ofDays(4)));
        town.settle();

        Audiences.Scheme scheme =
                ((SchemeChange.Done) stages().change("activity", scheme("loyal", LOYAL))).scheme();

        assertThat(scheme.stages().getFirst().rule().condition()).isEqualTo(JSON.readTree(LOYAL));
        assertThat(scheme.stages().getFirst().rule().sentence().en())
                .isEqualTo("has the identity external and at least 2 × order this year");
        assertThat(scheme.stages().getLast().rule().sentence().zh()).isEqualTo("其余所有客户");
        assertThat(stages().inStage("activity", "loyal", town.clock.instant()).orElseThrow())
                .contains(loyal);
    }

    @Test
    void saysThePresetsInWords() {
        List<Audiences.RuledStage> activity = stages().scheme("activity").orElseThrow().stages();

        assertThat(activity.stream().map(stage -> stage.rule().sentence().en()).toList())
                .containsExactly(
                        "no uncancelled order",
                        "first uncancelled order at most 30 days ago",
                        "last uncancelled order at most 90 days ago",
                        "last uncancelled order at most 180 days ago",
                        "everybody else");
        assertThat(activity.get(2).rule().sentence().zh()).isEqualTo("最近一次未取消的订单距今不超过 90 天");
    }

    @Test
    void pointsAtEverythingThatIsWrongAtOnce() {
        SchemeChange change =
                stages().change(
                                "activity",
                                JSON.readTree(
                                        """
                                        {"stages":[
                                         {"key":"none","label":{"en":"A","zh":"甲"},
                                          "rule":{"type":"all","of":[]}},
                                         {"key":"b","label":{"en":"","zh":"乙"},
                                          "rule":{"type":"count","kind":"order.completed",
                                                  "comparison":"about","number":1}},
                                         {"key":"b","label":{"en":"C","zh":"丙"},
                                          "rule":{"type":"any","of":[{"type":"script"}]}}]}
                                        """));

        assertThat(problems(change))
                .containsExactlyInAnyOrder(
                        "/stages/0/key audiences.stage-key",
                        "/stages/1/label/en audiences.stage-label",
                        "/stages/1/rule/comparison condition.word-unknown",
                        "/stages/2/key audiences.stage-key",
                        "/stages/2/rule/of/0/type condition.type-unknown");
    }

    @Test
    void noSchemeFollowsItself() {
        assertThat(problems(stages().change("activity", scheme("a", inStage("activity", "new")))))
                .containsExactly("/stages/0/rule/scheme audiences.circular");
        UUID audience = town.audience("new ones", inStage("activity", "new"));
        String member =
                """
                {"type": "audience", "audience": "%s"}
                """
                        .formatted(audience);
        assertThat(problems(stages().change("activity", scheme("a", member))))
                .containsExactly("/stages/0/rule/audience audiences.circular");
        String told =
                """
                {"type": "facts", "facts": {"kinds": ["stage.entered"]},
                 "test": {"type": "compares", "comparison": "at-least", "number": 1}}
                """;
        assertThat(problems(stages().change("activity", scheme("a", told))))
                .containsExactly("/stages/0/rule audiences.rule-of-stages");

        assertThat(stages().change("operation", scheme("a", member)))
                .isInstanceOf(SchemeChange.Done.class);
        assertThat(problems(stages().change("activity", scheme("a", inStage("operation", "a")))))
                .containsExactly("/stages/0/rule/scheme audiences.circular");
    }

    @Test
    void anAudienceCanOnlyAskForStagesThatThereAre() {
        ObjectNode condition = (ObjectNode) JSON.readTree(inStage("activity", "asleep"));
        Saved saved =
                town.get(LiveAudiences.class)
                        .create(
                                new Wanted("asleep", null, null, null, false, condition, List.of()),
                                "tester");

        assertThat(((Saved.Invalid) saved).errors())
                .extracting(FieldProblem::code)
                .containsExactly("audiences.unknown-stage");
    }

    @Test
    void aStageThatAnAudienceAsksForStays() {
        UUID audience = town.audience("explorers", inStage("relationship", "exploration"));
        JsonNode asking = scheme("loyal", inStage("relationship", "decline"));
        assertThat(stages().change("operation", asking)).isInstanceOf(SchemeChange.Done.class);

        SchemeChange change = stages().change("relationship", scheme("loyal", LOYAL));

        assertThat(((SchemeChange.Invalid) change).errors())
                .extracting(FieldProblem::arguments)
                .containsExactly(
                        List.of("exploration", "explorers"),
                        List.of("decline", "Acquisition to lost"));
        town.get(LiveAudiences.class).delete(audience);
        stages().restore("operation");
        assertThat(stages().change("relationship", scheme("loyal", LOYAL)))
                .isInstanceOf(SchemeChange.Done.class);
    }

    @Test
    void whoAsksForAStageFollowsTheNewRules() {
        ProfileId twice = town.customer("twice");
        ProfileId once = town.customer("once");
        town.order(twice, Town.START.minus(Duration.ofDays(5)));
        town.order(twice, Town.START.minus(Duration.ofDays(6)));
        town.order(once, Town.START.minus(Duration.ofDays(7)));
        UUID mature = town.audience("mature", inStage("relationship", "maturity"));
        UUID through =
                town.audience(
                        "mature ones through another",
                        """
                        {"type": "audience", "audience": "%s"}
                        """
                                .formatted(mature));
        assertThat(town.members(mature)).doesNotContain(twice, once);

        JsonNode rules = JSON.valueToTree(stages().scheme("relationship").orElseThrow()).deepCopy();
        // Maturity comes first now, after two orders.
        ObjectNode first = ((ObjectNode) rules.path("stages").get(0)).put("key", "maturity");
        first.set("rule", JSON.readTree(LOYAL));
        ((ObjectNode) rules.path("stages").get(2)).put("key", "exploration");
        rules.path("stages")
                .forEach(stage -> {
                    JsonNode rule = stage.path("rule");
                    if (rule.has("condition")) {
                        ((ObjectNode) stage).set("rule", rule.path("condition"));
                    }
                });
        assertThat(stages().change("relationship", rules)).isInstanceOf(SchemeChange.Done.class);
        town.live(mature);
        town.live(through);

        assertThat(town.members(mature)).contains(twice).doesNotContain(once);
        assertThat(town.members(through)).contains(twice).doesNotContain(once);
    }
}
