package io.millrace.customers;

import static io.millrace.customers.Desk.external;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.DataLevel;
import io.millrace.shared.ProfileId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AttributesTest {
    private final Desk desk = new Desk();
    private final Relevelling relevelling =
            new Relevelling(
                    desk.database.jdbc(),
                    desk.database.transactions(),
                    desk.parts.catalogue,
                    desk.parts.attributeFacts,
                    desk.privacy,
                    desk.privacyParts.jobs,
                    JsonMapper.builder().build());
    private final Editing edits = new Editing(desk.parts, relevelling, desk.many(), desk.privacy);
    private ProfileId may;

    @BeforeEach
    void may() {
        may = desk.profile(external("c1"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Optional<String> value(String name) {
        return desk
                .parts
                .files
                .attributes(SqlArrays.profiles(List.of(may)), Looking.sees(DataLevel.values()))
                .stream()
                .filter(one -> one.name().equals(name))
                .map(CustomerFiles.AttributeValue::value)
                .findFirst();
    }

    private boolean sealed(String name) {
        return desk.database
                .jdbc()
                .sql(
                        """
                        select v.sealed from customers.attribute_values v
                        join customers.attributes a on a.id = v.attribute where a.name = :name
                        """)
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    @Test
    void theLatestObservationWinsWhateverTheOrderOfArrival() {
        desk.describe(may, Map.of("city", "Hangzhou"), Desk.NOON.plusSeconds(10));
        desk.describe(may, Map.of("city", "Suzhou"), Desk.NOON);

        assertThat(value("city")).contains("Hangzhou");
        assertThat(desk.timelines.of(may, Kinds.PROFILE_CHANGED)).hasSize(1);
    }

    @Test
    void aValueThatWasConfirmedLaterIsNotReplacedByOneInBetween() {
        desk.describe(may, Map.of("city", "Hangzhou"), Desk.NOON);
        desk.describe(may, Map.of("city", "Hangzhou"), Desk.NOON.plusSeconds(20));
        desk.describe(may, Map.of("city", "Suzhou"), Desk.NOON.plusSeconds(10));

        assertThat(value("city")).contains("Hangzhou");
        assertThat(desk.timelines.of(may, Kinds.PROFILE_CHANGED)).hasSize(1);
    }

    @Test
    void anUnknownTraitIsKeptAsConfidentialUntilItIsDeclared() {
        desk.describe(may, "shoeSize", "38");

        assertThat(sealed("shoeSize")).isTrue();
        assertThat(desk.parts.catalogue.find("shoeSize"))
                .extracting("declared", "level")
                .containsExactly(false, DataLevel.CONFIDENTIAL);
        assertThat(value("shoeSize")).contains("38");
    }

    @Test
    void anotherLevelSealsOrOpensTheValuesInTheBackground() throws Exception {
        desk.describe(may, "shoeSize", "38");
        var label = new io.millrace.shared.Label("Shoe size", "鞋码");

        assertThat(edits.declare("shoeSize", label, "number", DataLevel.INTERNAL, "May")).isEmpty();
        runRelevelling();
        assertThat(sealed("shoeSize")).isFalse();
        assertThat(value("shoeSize")).contains("38");

        edits.declare("shoeSize", label, "number", DataLevel.RESTRICTED, "May");
        runRelevelling();
        assertThat(sealed("shoeSize")).isTrue();
        assertThat(value("shoeSize")).contains("38");
        assertThat(desk.privacyParts.jobs.waiting).isEmpty();
    }

    @Test
    void aValueThatIsOpenedIsToldInClearSoThatConditionsCanAskOfIt() throws Exception {
        desk.describe(may, "shoeSize", "38");
        assertThat(told()).singleElement().asString().doesNotContain("38\"");

        edits.declare(
                "shoeSize",
                new io.millrace.shared.Label("Shoe size", "鞋码"),
                "number",
                DataLevel.INTERNAL,
                "May");
        runRelevelling();

        assertThat(told()).hasSize(2).last().asString().contains("\"38\"");
        assertThat(desk.timelines.of(may, Kinds.PROFILE_CHANGED))
                .extracting("occurredAt")
                .containsOnly(Desk.NOON);
    }

    private List<String> told() {
        return desk.timelines.of(may, Kinds.PROFILE_CHANGED).stream()
                .map(fact -> fact.attributes().toString())
                .toList();
    }

    private void runRelevelling() throws Exception {
        var job = desk.privacyParts.jobs.waiting.removeFirst();
        assertThat(job.kind()).isEqualTo(relevelling.kind());
        relevelling.run(desk.privacyParts.running(job));
    }

    @Test
    void refusesWhatDoesNotFitTheAttributesType() {
        var answer = edits.describe(may, Map.of("birthday", "tomorrow", "age", "old"), "May");

        assertThat(answer).isInstanceOf(CustomerEdits.Edited.Invalid.class);
        assertThat(value("birthday")).isEmpty();
    }

    @Test
    void removesAValueByHand() {
        desk.describe(may, "city", "Hangzhou");
        var nothing = new java.util.HashMap<String, @org.jspecify.annotations.Nullable String>();
        nothing.put("city", null);
        edits.describe(may, nothing, "May");

        assertThat(value("city")).isEmpty();
        assertThat(desk.timelines.of(may, Kinds.PROFILE_CHANGED)).hasSize(2);
    }

    @Test
    void takesTextThatPostgresCannotHold() {
        desk.describe(may, "city", "Hang\u0000zhou\ud800");

        assertThat(value("city")).contains("Hang\ufffdzhou\ufffd");
    }

    @Test
    void aRevealAnswersInClearAndIsInTheTrail() {
        desk.describe(may, "birthday", "1980-02-03");
        var fields = List.of("attribute:birthday", "attribute:nothing", "identity:nonsense");

        assertThat(edits.reveal(may, fields, "call back", "Bo"))
                .contains(Map.of("attribute:birthday", "1980-02-03"));

        var entry = desk.privacy.auditTrail("reveal", null, 9).items().getFirst();
        assertThat(entry.actor()).isEqualTo("Bo");
        assertThat(entry.target()).isEqualTo(may.toString());
        assertThat(entry.details())
                .containsEntry("reason", "call back")
                .containsEntry("fields", "attribute:birthday");
        assertThat(entry.toString()).doesNotContain("1980");
    }
}
