package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.ValueTest;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A condition that cannot be asked holds up its own audience and no other. */
class FailingTest {
    private static final String FROM_PARIS =
            """
            {"type": "attribute", "name": "city", "test": {"type": "contains", "text": "Paris"}}
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

    /** No condition that can be written down throws, so this one is put there by hand. */
    @SuppressWarnings("NullAway")
    private static void breakDown(UUID audience) {
        Roster roster = town.get(Roster.class);
        roster.slot(audience)
                .orElseThrow()
                .become(new Condition.Attribute("city", new ValueTest.Contains(null)));
        roster.changed();
    }

    private static void move(ProfileId customer, String city) {
        town.append(
                List.of(
                        new Fact(
                                town.get(Ids.class).next(),
                                customer.value(),
                                Kinds.PROFILE_CHANGED,
                                town.clock.instant(),
                                town.clock.instant(),
                                null,
                                0,
                                null,
                                Map.of(
                                        "attribute", new Value.Text("city"),
                                        "value", new Value.Text(city)),
                                "test",
                                false)));
    }

    private static LiveAudiences.Audience seen(UUID audience) {
        return town.get(LiveAudiences.class).find(audience).orElseThrow().audience();
    }

    @Test
    void holdsUpItsOwnAudienceOnlyUntilItIsEvaluatedAgain() {
        ProfileId customer = town.customer("mover");
        UUID broken = town.audience("from Paris", FROM_PARIS);
        UUID sound = town.audience("buyers", FollowingTest.RECENT);
        breakDown(broken);

        move(customer, "Paris");
        town.order(customer, town.clock.instant().minus(Duration.ofDays(2)));
        town.order(customer, town.clock.instant().minus(Duration.ofDays(1)));

        assertThat(town.members(sound)).contains(customer);
        assertThat(seen(sound).state()).isEqualTo("live");
        assertThat(seen(sound).lastError()).isNull();
        assertThat(seen(broken).state()).isEqualTo("failed");
        assertThat(seen(broken).lastError()).contains("NullPointerException");

        assertThat(town.ask("POST", "/audiences/" + broken + "/evaluate", "").status())
                .isEqualTo(202);
        town.live(broken);

        assertThat(town.members(broken)).containsExactly(customer);
        assertThat(town.told(broken, customer)).hasSize(1);
        assertThat(seen(broken).lastError()).isNull();
    }

    @Test
    void isEvaluatedAgainWhenTheProductStarts() {
        ProfileId customer = town.customer("waiting");
        UUID broken = town.audience("still from Paris", FROM_PARIS);
        breakDown(broken);
        move(customer, "Paris");
        town.settle();
        assertThat(seen(broken).state()).isEqualTo("failed");

        town.downFor(Duration.ofMinutes(5));
        town.live(broken);

        assertThat(town.members(broken)).contains(customer);
    }

    @Test
    void refusesToDeleteWhatAnUntriedChangeOfAnotherSpeaksOf() {
        UUID named = town.audience("named in a change", FROM_PARIS);
        UUID other = town.audience("has a change", FollowingTest.RECENT);
        Town.Answer tried =
                town.ask(
                        "POST",
                        "/audiences/" + other + "/changes",
                        """
                        {"condition": {"type": "audience", "audience": "%s"}}
                        """
                                .formatted(named));
        assertThat(tried.status()).isEqualTo(202);

        Town.Answer deleted = town.ask("DELETE", "/audiences/" + named, "");

        assertThat(deleted.status()).isEqualTo(409);
        assertThat(deleted.body().toString()).contains("has a change");
    }
}
