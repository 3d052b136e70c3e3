package io.millrace.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.model.LifecyclePresets;
import io.millrace.kernel.model.LifecycleScheme;
import io.millrace.shared.FieldProblem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RulesTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void readsWhatItWrites() {
        for (LifecycleScheme scheme : LifecyclePresets.ALL) {
            assertThat(SchemeReader.read(scheme, SchemeReader.write(scheme)))
                    .isEqualTo(new SchemeReader.Read.Done(scheme));
        }
    }

    @Test
    void readsWhatItWritesForEveryKindOfCondition() {
        Condition every =
                new Condition.Any(
                        List.of(
                                new Condition.None(
                                        List.of(
                                                new Condition.CustomerAge(
                                                        Comparison.LESS_THAN, 7))),
                                new Condition.AmountSum(
                                        "order.completed",
                                        "CNY",
                                        Comparison.AT_LEAST,
                                        100_000,
                                        Optional.of(365)),
                                new Condition.FactCount(
                                        "event.Wished For",
                                        Comparison.MORE_THAN,
                                        3,
                                        Optional.empty())));
        RuleReader reader = new RuleReader();

        assertThat(reader.read(RuleWriter.write(every), "", 1)).isEqualTo(every);
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void saysRulesInBothLanguages() {
        var stages = LifecyclePresets.ACTIVITY.stages();

        assertThat(Sentences.of(stages.get(0).rule()).en()).isEqualTo("no orders");
        assertThat(Sentences.of(stages.get(0).rule()).zh()).isEqualTo("没有订单");
        assertThat(Sentences.of(stages.get(2).rule()).en())
                .isEqualTo("last order at most 90 days ago");
        assertThat(Sentences.of(stages.get(2).rule()).zh()).isEqualTo("最近一次订单距今不超过 90 天");
        assertThat(Sentences.of(LifecyclePresets.RELATIONSHIP.stages().get(0).rule()).en())
                .isEqualTo("no orders or (exactly 1 order and last order at most 90 days ago)");
        assertThat(Sentences.of(stages.get(4).rule()).zh()).isEqualTo("其余所有客户");
    }

    @Test
    void pointsAtEverythingThatIsWrong() {
        var read =
                SchemeReader.read(
                        LifecyclePresets.ACTIVITY,
                        JSON.readTree(
                                """
                                {"stages":[
                                 {"key":"none","label":{"en":"A","zh":"甲"},
                                  "rule":{"type":"all","of":[]}},
                                 {"key":"b","label":{"en":"","zh":"乙"},
                                  "rule":{"type":"count","kind":"order.completed",
                                          "comparison":"about","number":-1}},
                                 {"key":"b","label":{"en":"C","zh":"丙"},
                                  "rule":{"type":"any","of":[{"type":"script","code":"x"}]}}]}
                                """));

        assertThat(read)
                .isInstanceOfSatisfying(
                        SchemeReader.Read.Invalid.class,
                        invalid ->
                                assertThat(invalid.problems())
                                        .extracting(FieldProblem::pointer)
                                        .containsExactlyInAnyOrder(
                                                "/stages/0/key",
                                                "/stages/1/label/en",
                                                "/stages/1/rule/comparison",
                                                "/stages/1/rule/number",
                                                "/stages/2/key",
                                                "/stages/2/rule/of/0/type"));
    }

    @Test
    void refusesRulesThatAreNestedWithoutEnd() {
        String deep = "{\"type\":\"all\",\"of\":[".repeat(200) + "]}".repeat(200);

        RuleReader reader = new RuleReader();

        assertThat(reader.read(JSON.readTree(deep), "", 1)).isNull();
        assertThat(reader.problems())
                .extracting(FieldProblem::code)
                .containsExactly("audiences.rule-too-deep");
    }

    @Test
    void refusesACurrencyThatDoesNotExistInsteadOfFailingLater() {
        RuleReader reader = new RuleReader();

        reader.read(
                JSON.readTree(
                        """
                        {"type":"amount","kind":"order.completed","currency":"QQQ",
                         "comparison":"at-least","minorUnits":1}
                        """),
                "",
                1);

        assertThat(reader.problems())
                .extracting(FieldProblem::code)
                .containsExactly("audiences.rule-currency");
    }
}
