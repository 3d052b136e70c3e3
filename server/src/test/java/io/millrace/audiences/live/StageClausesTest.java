package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.audiences.Audiences;
import io.millrace.customers.Selections;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.ProfileId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stage is the same on its page, in a list and in a condition, on random timelines. */
class StageClausesTest {
    private static final int CUSTOMERS = 80;

    @TempDir static Path folder;
    static Town town;

    @BeforeAll
    static void open() {
        town = new Town(folder);
        Random random = new Random(11);
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            ProfileId customer = town.customer("customer " + i);
            for (int fact = random.nextInt(6); fact > 0; fact--) {
                String kind = random.nextInt(4) == 0 ? Kinds.PAGE_VIEWED : Kinds.ORDER_COMPLETED;
                Instant at = Town.START.minus(Duration.ofHours(random.nextInt(300 * 24)));
                facts.add(town.fact(customer, kind, at));
            }
        }
        town.append(facts);
        town.settle();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static Audiences stages() {
        return town.get(Audiences.class);
    }

    private static Set<ProfileId> opened(String name, String value, Instant asOf) {
        Selections selections =
                town.all(Selections.class).stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return new TreeSet<>(selections.select(value, asOf).orElseThrow());
    }

    @Test
    void theNumberTheListAndTheAudienceOfAStageAreTheSame() {
        for (Audiences.SchemeName scheme : stages().schemes()) {
            List<UUID> audiences = new ArrayList<>();
            Audiences.Stages counted =
                    stages().stages(scheme.key(), town.clock.instant()).orElseThrow();
            for (Audiences.Stage stage : counted.stages()) {
                audiences.add(
                        town.audience(
                                scheme.key() + " " + stage.key(),
                                """
                                {"type": "stage", "scheme": "%s", "stages": ["%s"]}
                                """
                                        .formatted(scheme.key(), stage.key())));
            }
            for (int i = 0; i < audiences.size(); i++) {
                Audiences.Stage stage = counted.stages().get(i);
                Set<ProfileId> members = town.members(audiences.get(i));
                assertThat(opened("stage." + scheme.key(), stage.key(), town.clock.instant()))
                        .isEqualTo(members);
                assertThat(members).hasSize(stage.customers());
            }
        }
    }

    @Test
    void thoseWhoWereInAStageAreTheSameThenAndNow() {
        Instant then = Town.START.minus(Duration.ofDays(100));
        for (Audiences.Stage stage : stages().stages("activity", then).orElseThrow().stages()) {
            Set<ProfileId> members =
                    opened(
                            "condition",
                            condition(
                                    """
                                    {"type": "stage", "scheme": "activity", "stages": ["%s"],
                                     "asOf": {"type": "at", "instant": "%s"}}
                                    """
                                            .formatted(stage.key(), then)),
                            town.clock.instant());
            assertThat(opened("stage.activity", stage.key(), then)).isEqualTo(members);
        }
    }

    @Test
    void whoIsAsleepNowAndWasNotThenHasMovedThere() {
        Instant then = Town.START.minus(Duration.ofDays(60));
        Instant now = town.clock.instant();
        Set<ProfileId> moved =
                opened(
                        "condition",
                        condition(
                                """
                                {"type": "stageMoved", "scheme": "activity", "to": ["dormant"],
                                 "window": {"type": "between", "from": "%s", "to": "%s"}}
                                """
                                        .formatted(then.plusNanos(1_000), now.plusNanos(1_000))),
                        now);
        Set<ProfileId> asleep = opened("stage.activity", "dormant", now);
        asleep.removeAll(opened("stage.activity", "dormant", then));

        assertThat(asleep).isNotEmpty();
        assertThat(moved).containsAll(asleep);
    }

    private static String condition(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
