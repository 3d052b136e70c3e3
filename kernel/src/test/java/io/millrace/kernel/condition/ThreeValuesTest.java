package io.millrace.kernel.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.kernel.condition.evaluate.Evaluator;
import io.millrace.kernel.condition.evaluate.Explanation;
import io.millrace.kernel.condition.evaluate.Reads;
import io.millrace.kernel.condition.evaluate.Truth;
import io.millrace.kernel.property.FastFolder;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Opening;
import io.millrace.kernel.timeline.TimelineStore;
import io.millrace.kernel.timeline.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreeValuesTest {
    private static final String NOW = "2024-06-01T00:00:00Z";
    private static final Condition IN_PARIS =
            new Condition.Attribute("city", new ValueTest.Equals(new Value.Text("Paris")));
    private static final Condition ORDERED =
            new Condition.Facts(
                    Selection.of("order.completed"),
                    Measure.COUNT,
                    Window.lastDays(30),
                    new ValueTest.Compares(Comparison.AT_LEAST, 1));

    @TempDir(factory = FastFolder.class)
    Path folder;

    @Test
    void whatIsNotKnownNeitherHoldsNorDoesItsOpposite() {
        Asked asked = new Asked(folder, "UTC").fact("order.completed", "2024-05-20T00:00:00Z");
        Condition elsewhere = new Condition.None(List.of(IN_PARIS));

        assertThat(asked.truth(IN_PARIS, NOW)).isEqualTo(Truth.UNKNOWN);
        assertThat(asked.truth(elsewhere, NOW)).isEqualTo(Truth.UNKNOWN);
        assertThat(asked.truth(new Condition.Any(List.of(IN_PARIS, ORDERED)), NOW))
                .isEqualTo(Truth.TRUE);
        assertThat(asked.truth(new Condition.All(List.of(IN_PARIS, ORDERED)), NOW))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(asked.truth(new Condition.None(List.of(new Condition.Surely(IN_PARIS))), NOW))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void aSealedValueIsThereButCannotBeRead() {
        Asked asked =
                new Asked(folder, "UTC")
                        .attribute("city", "2024-01-01T00:00:00Z", new Value.Sealed("x1"));

        assertThat(asked.truth(IN_PARIS, NOW)).isEqualTo(Truth.UNKNOWN);
        assertThat(asked.truth(new Condition.Attribute("city", new ValueTest.IsSet()), NOW))
                .isEqualTo(Truth.TRUE);
        assertThat(asked.explanation(IN_PARIS, NOW).found().isSealed()).isTrue();
    }

    @Test
    void anAttributeThatWasTakenAwayIsUnknownAgain() {
        Asked asked =
                new Asked(folder, "UTC")
                        .attribute("city", "2024-01-01T00:00:00Z", new Value.Text("Paris"))
                        .fact(
                                "profile.changed",
                                "2024-02-01T00:00:00Z",
                                null,
                                Map.of("attribute", new Value.Text("city")));

        assertThat(asked.truth(IN_PARIS, "2024-01-15T00:00:00Z")).isEqualTo(Truth.TRUE);
        assertThat(asked.truth(IN_PARIS, NOW)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void anExplanationSaysForEachClauseWhatItFoundAndUntilWhen() {
        Asked asked =
                new Asked(folder, "UTC")
                        .fact("order.completed", "2024-05-20T00:00:00Z")
                        .fact("order.completed", "2024-05-21T00:00:00Z");
        Condition both = new Condition.All(List.of(ORDERED, IN_PARIS));

        Explanation why = asked.explanation(both, NOW);

        assertThat(why.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(why.parts())
                .extracting(Explanation::condition)
                .containsExactly(ORDERED, IN_PARIS);
        assertThat(why.parts())
                .extracting(Explanation::truth)
                .containsExactly(Truth.TRUE, Truth.UNKNOWN);
        assertThat(why.parts().getFirst().found().value()).contains(new Value.Whole(2));
        assertThat(why.parts().getFirst().until())
                .isEqualTo(Micros.of(Instant.parse("2024-06-20T00:00:00Z")));
        assertThat(why.parts().getLast().found().value()).isEmpty();
    }

    @Test
    void saysWhichFactsCanChangeIt() {
        assertThat(Reads.of(new Condition.All(List.of(ORDERED, IN_PARIS))))
                .isEqualTo(new Reads(Set.of("order.completed", "profile.changed"), false, true));
        assertThat(Reads.of(IN_PARIS).time()).isFalse();
        assertThat(Reads.of(new Condition.CustomerAge(Comparison.AT_LEAST, 3)).everyKind())
                .isTrue();
        assertThat(Reads.of(new Condition.Bucket("s", 0, 1)))
                .isEqualTo(new Reads(Set.of(), false, false));
    }

    @Test
    void findsWordsThatCameLaterThanItself() {
        TimelineStore store = ((Opening.Opened) TimelineStore.open(folder)).store();
        Evaluator evaluator =
                Evaluator.of(List.of(IN_PARIS), store.snapshot().dictionary(), ZoneOffset.UTC);
        evaluator.decide(store.snapshot().timeline(Asked.CUSTOMER), Micros.of(Instant.parse(NOW)));
        assertThat(evaluator.truth(0)).isEqualTo(Truth.UNKNOWN);
        assertThatThrownBy(() -> evaluator.verdict(0)).isInstanceOf(IllegalStateException.class);

        Asked asked =
                new Asked(folder, "UTC")
                        .attribute("city", "2024-01-01T00:00:00Z", new Value.Text("Paris"));
        store.apply(asked.facts(), 2);
        evaluator.decide(store.snapshot().timeline(Asked.CUSTOMER), Micros.of(Instant.parse(NOW)));

        assertThat(evaluator.truth(0)).isEqualTo(Truth.TRUE);
    }

    @Test
    void bucketsNeverChange() {
        assertThat(Buckets.number(Buckets.hash("holdout"), 1, 2)).isEqualTo(2074);
        assertThat(Buckets.number(Buckets.hash("留出"), -5, 9)).isEqualTo(1183);
        int[] tenths = new int[10];
        for (int i = 0; i < 100_000; i++) {
            tenths[Buckets.number(Buckets.hash("s"), 0x0198_0000_0000_7000L, i) / 1_000]++;
        }
        for (int tenth : tenths) {
            assertThat(tenth).isBetween(9_700, 10_300);
        }
    }

    @Test
    void otherAudiencesTakeTheirPlaceUnlessTheyDefineThemselves() {
        Condition member = new Condition.InAudience("a");
        Map<String, Condition> definitions =
                Map.of(
                        "a",
                        IN_PARIS,
                        "b",
                        new Condition.InAudience("c"),
                        "c",
                        new Condition.InAudience("b"));

        assertThat(Inlining.of(new Condition.None(List.of(member)), known(definitions)))
                .isEqualTo(
                        new Inlining.Outcome.Done(
                                new Condition.None(List.of(new Condition.Surely(IN_PARIS)))));
        assertThat(Inlining.of(new Condition.InAudience("b"), known(definitions)))
                .isEqualTo(circle(audience("b"), audience("c"), audience("b")));
        assertThat(Inlining.mentions(new Condition.All(List.of(member, ORDERED))))
                .containsExactly(audience("a"));
    }

    @Test
    void aSchemeIsInlinedUnlessItIsDefinedByItself() {
        Condition placed = new Condition.Stage("plan", List.of("one"), Moment.NOW);
        StageRules plan =
                new StageRules(
                        List.of(
                                new StageRules.Rule("one", IN_PARIS),
                                new StageRules.Rule("other", ORDERED)));
        Inlining.Definitions definitions = known(Map.of("a", placed), Map.of("plan", plan));

        assertThat(Inlining.of(new Condition.InAudience("a"), definitions))
                .isEqualTo(
                        new Inlining.Outcome.Done(
                                new Condition.Surely(
                                        new Condition.Stage(
                                                "plan", List.of("one"), Moment.NOW, plan))));
        assertThat(Inlining.of(new Condition.InAudience("a"), definitions, scheme("plan")))
                .isEqualTo(circle(scheme("plan"), audience("a"), scheme("plan")));
        assertThat(Inlining.mentions(placed)).containsExactly(scheme("plan"));
    }

    private static Inlining.Outcome circle(Inlining.Name... names) {
        return new Inlining.Outcome.Circular(List.of(names));
    }

    private static Inlining.Name audience(String id) {
        return new Inlining.Name.Audience(id);
    }

    private static Inlining.Name scheme(String key) {
        return new Inlining.Name.Scheme(key);
    }

    private static Inlining.Definitions known(Map<String, Condition> audiences) {
        return known(audiences, Map.of());
    }

    private static Inlining.Definitions known(
            Map<String, Condition> audiences, Map<String, StageRules> schemes) {
        return new Inlining.Definitions() {
            @Override
            public Optional<Condition> audience(String audience) {
                return Optional.ofNullable(audiences.get(audience));
            }

            @Override
            public StageRules scheme(String scheme) {
                return schemes.getOrDefault(scheme, StageRules.UNKNOWN);
            }
        };
    }
}
