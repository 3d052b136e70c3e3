package io.millrace.kernel.condition.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.RandomConditions;
import io.millrace.kernel.condition.RandomHistory;
import io.millrace.kernel.property.Property;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ConditionJsonTest {
    @Test
    void everyConditionReadsBackAsItselfAndIsWrittenTheSameWayAgain() {
        for (int seed = 1; seed <= 5_000; seed++) {
            RandomGenerator random = Property.random(seed);
            Condition condition =
                    RandomConditions.asWritten(
                            new RandomConditions(random, new RandomHistory(random)).condition(3));
            String text = ConditionJson.write(condition).toString();

            ConditionJson.Read read = ConditionJson.read(JacksonJson.parse(text));

            assertThat(read).as(text).isEqualTo(new ConditionJson.Read.Done(condition));
            assertThat(ConditionJson.write(((ConditionJson.Read.Done) read).condition()).toString())
                    .isEqualTo(text);
        }
    }

    @Test
    void defaultsAndTheOrderOfMembersDoNotMatter() {
        var full =
                JacksonJson.parse(
                        """
                        {"window":{"type":"ever"},"test":{"number":1.0,"type":"compares",
                         "comparison":"at-least"},"version":1,"measure":{"type":"count"},
                         "facts":{"where":[],"kinds":["order.completed"]},"type":"facts"}
                        """);
        var read = (ConditionJson.Read.Done) ConditionJson.read(full);

        assertThat(ConditionJson.write(read.condition()))
                .hasToString(
                        "{\"type\":\"facts\",\"facts\":{\"kinds\":[\"order.completed\"]},"
                                + "\"test\":{\"type\":\"compares\",\"comparison\":\"at-least\","
                                + "\"number\":1}}");
    }

    @Test
    void pointsAtEverythingThatIsWrongAtOnce() {
        assertThat(
                        problems(
                                """
                                {"type":"all","of":[
                                  {"type":"script","code":"x"},
                                  {"type":"attribute","name":"","test":{"type":"equals"}},
                                  {"type":"bucket","salt":"s","from":7,"below":3},
                                  {"type":"facts","facts":{"kind":"order.completed"},
                                   "window":{"type":"last","length":{"amount":40000,"unit":"day"}},
                                   "test":{"type":"contains","text":"x"}},
                                  {"type":"amount","kind":"order.completed","currency":"QQQ",
                                   "comparison":"about","minorUnits":1.5},
                                  {"type":"attribute","name":"a","test":
                                   {"type":"date","comparison":"exactly","date":"2023-02-29"}},
                                  7]}
                                """))
                .containsExactlyInAnyOrder(
                        "/of/0/type condition.type-unknown",
                        "/of/1/name condition.not-text",
                        "/of/1/test/value condition.field-missing",
                        "/of/2 condition.contradiction",
                        "/of/3/facts/kind condition.field-unknown",
                        "/of/3/window/length condition.contradiction",
                        "/of/4/currency condition.currency-unknown",
                        "/of/4/comparison condition.word-unknown",
                        "/of/4/minorUnits condition.not-whole",
                        "/of/5/test/date condition.not-a-date",
                        "/of/6 condition.not-an-object");
    }

    @Test
    void refusesAMeasureWithATestThatCannotBeAskedOfIt() {
        assertThat(
                        problems(
                                """
                                {"type":"facts","facts":{},"measure":{"type":"count"},
                                 "test":{"type":"isSet"}}
                                """))
                .containsExactly(" condition.contradiction");
    }

    @Test
    void refusesWhatIsNestedWithoutEndOrEndless() {
        assertThat(problems("{\"type\":\"all\",\"of\":[".repeat(200) + "]}".repeat(200)))
                .containsExactly("/of/0".repeat(20) + " condition.too-deep");
        String one = "{\"type\":\"all\",\"of\":[]}";
        String many = ("{\"type\":\"any\",\"of\":[" + (one + ",").repeat(299) + one + "]}");
        assertThat(problems("{\"type\":\"all\",\"of\":[" + many + "," + many + "]}"))
                .containsExactly("/of/1/of/197 condition.too-many-clauses");
    }

    @Test
    void refusesAnotherVersionAndNumbersThatWouldFillTheMemory() {
        assertThat(problems("{\"type\":\"all\",\"of\":[],\"version\":2}"))
                .containsExactly("/version condition.version-unknown");
        assertThat(
                        problems(
                                """
                                {"type":"attribute","name":"a","test":
                                 {"type":"equals","value":1e999999999}}
                                """))
                .containsExactly("/test/value condition.not-a-value");
    }

    private static List<String> problems(String text) {
        return ((ConditionJson.Read.Invalid) ConditionJson.read(JacksonJson.parse(text)))
                .problems().stream()
                        .map(problem -> problem.pointer() + " " + problem.code())
                        .toList();
    }
}
