package io.millrace.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.FactCursor;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovingTest {
    private static final String CANARY = "canary-Yellow-4711";

    @TempDir Path folder;
    World world;

    @BeforeEach
    void start() {
        world = new World(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void removesASourceAndNothingElse() {
        ProfileId kept = world.profile();
        ProfileId gone = world.profile();
        UUID key = UUID.randomUUID();
        world.append(world.orders(kept, 3));
        world.append(List.of(NewFact.of(canary(gone, "import 1"), key)));
        assertThat(world.facts()).isEqualTo(4);

        assertThat(removeSource("import 1")).isEqualTo(1);
        assertThat(world.told()).containsOnlyKeys(kept.value());
        assertThat(world.holds(CANARY)).isFalse();

        world.append(List.of(NewFact.of(canary(gone, "import 1"), key)));
        assertThat(world.facts()).isEqualTo(4);
        world.stop();
        world.start();
        assertThat(world.facts()).isEqualTo(4);
    }

    @Test
    void removesNothingOfASourceThatNobodyKnows() {
        assertThat(removeSource("never heard of")).isZero();
    }

    @Test
    void leavesNoByteOfAnErasedPersonInTheColumns() {
        ProfileId erased = world.profile();
        ProfileId other = world.profile();
        Fact fact = canary(erased, "test");
        world.append(List.of(NewFact.of(fact, null)));
        world.append(world.orders(other, 2));
        world.timelines().catchUp();
        assertThat(world.holds(CANARY)).isTrue();

        assertThat(world.parts.erasure().erase(Set.of(erased))).isEqualTo(1);
        world.timelines().catchUp();
        assertThat(world.holds(CANARY)).isFalse();

        Fact left = Objects.requireNonNull(world.timelines().fact(fact.id()));
        assertThat(left.amount()).isEqualTo(fact.amount());
        assertThat(left.occurredAt()).isEqualTo(fact.occurredAt());
        assertThat(left.subject()).startsWith("erased-");
        assertThat(left.attributes()).containsOnly(Map.entry("sku", new Value.Text("tea")));
        assertThat(inColumns(erased).attributes()).isEqualTo(left.attributes());
        assertThat(world.facts()).isEqualTo(3);
        assertThat(world.parts.erasure().erase(Set.of(erased))).isZero();
    }

    @Test
    void keepsAnErasedPersonErasedInARebuiltStore() {
        ProfileId erased = world.profile();
        world.append(List.of(NewFact.of(canary(erased, "test"), null)));
        world.parts.erasure().erase(Set.of(erased));
        world.stop();
        world.database.jdbc().sql("update timelines.log set id = gen_random_uuid()").update();
        world.start();
        assertThat(world.facts()).isEqualTo(1);
        assertThat(world.holds(CANARY)).isFalse();
    }

    @Test
    void exportsEveryFactOfAPerson() {
        ProfileId person = world.profile();
        world.append(List.of(NewFact.of(canary(person, "test"), null)));
        assertThat(world.parts.erasure().export(Set.of(person)))
                .singleElement()
                .satisfies(section ->
                        assertThat(section.rows())
                                .singleElement()
                                .asString()
                                .contains(CANARY, "sealed:AQID", "order.completed"));
    }

    private Fact canary(ProfileId profile, String source) {
        return world.fact(
                profile,
                Kinds.ORDER_COMPLETED,
                500,
                Map.of(
                        "note", new Value.Text(CANARY),
                        "number", new Value.Whole(13_800_138_000L),
                        "secret", new Value.Sealed("AQID"),
                        "sku", new Value.Text("tea")),
                source);
    }

    private Fact inColumns(ProfileId profile) {
        FactCursor facts = world.parts.columns().view().snapshot().facts();
        while (facts.next()) {
            if (facts.profile().equals(profile.value())) {
                return facts.fact();
            }
        }
        throw new IllegalStateException("no fact of " + profile);
    }

    private long removeSource(String source) {
        return Objects.requireNonNull(
                world.transactions.execute(status -> world.timelines().removeSource(source)));
    }
}
