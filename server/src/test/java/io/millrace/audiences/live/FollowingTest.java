package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members come and go by facts and by the mere passing of time. */
class FollowingTest {
    static final String RECENT =
            """
            {"type": "count", "kind": "order.completed", "comparison": "at-least", "number": 2,
             "lastDays": 30}
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

    private static Instant daysAgo(int days) {
        return town.clock.instant().minus(Duration.ofDays(days));
    }

    @Test
    void takesInWhoWasSoBeforeAndWhoBecomesSo() {
        ProfileId before = town.customer("before");
        ProfileId after = town.customer("after");
        town.order(before, daysAgo(3));
        town.order(before, daysAgo(2));
        town.order(after, daysAgo(3));
        UUID audience = town.audience("recent buyers", RECENT);

        assertThat(town.members(audience)).contains(before).doesNotContain(after);

        town.order(after, daysAgo(1));
        assertThat(town.members(audience)).contains(before, after);
        assertThat(town.told(audience, after)).hasSize(1);
    }

    @Test
    void letsGoWhoseTimeIsOverAtTheExactInstant() {
        ProfileId customer = town.customer("passing");
        Instant first = daysAgo(29);
        UUID audience = town.audience("passing buyers", RECENT);
        town.order(customer, first);
        town.order(customer, daysAgo(1));
        assertThat(town.members(audience)).contains(customer);

        town.clock.pass(Duration.ofDays(3));

        assertThat(town.members(audience)).doesNotContain(customer);
        assertThat(town.told(audience, customer))
                .last()
                .isEqualTo("audience.left " + first.plus(Duration.ofDays(30)));
    }

    @Test
    void isRightAfterTheProductWasDownWhenTimeWasOver() {
        ProfileId customer = town.customer("sleeper");
        UUID audience = town.audience("sleeping buyers", RECENT);
        Instant first = daysAgo(28);
        town.order(customer, first);
        town.order(customer, daysAgo(4));
        assertThat(town.members(audience)).contains(customer);

        town.downFor(Duration.ofDays(5));

        assertThat(town.members(audience)).doesNotContain(customer);
        assertThat(town.told(audience, customer))
                .hasSize(2)
                .last()
                .isEqualTo("audience.left " + first.plus(Duration.ofDays(30)));
    }

    @Test
    void followsAudiencesWithinAudiencesAndLists() {
        ProfileId customer = town.customer("nested");
        UUID buyers = town.audience("inner buyers", RECENT);
        UUID list = town.list("staff");
        UUID outer =
                town.audience(
                        "buyers but staff",
                        """
                        {"type": "all", "of": [{"type": "audience", "audience": "%s"},
                         {"type": "none", "of": [{"type": "audience", "audience": "%s"}]}]}
                        """
                                .formatted(buyers, list));
        town.order(customer, daysAgo(2));
        town.order(customer, daysAgo(1));
        assertThat(town.members(outer)).contains(customer);

        town.get(LiveAudiences.class).add(list, java.util.List.of("nested", "nobody knows"));

        assertThat(town.members(list)).containsExactly(customer);
        assertThat(town.members(outer)).doesNotContain(customer);
    }

    @Test
    void doesNothingTwiceWhenAPositionIsReadAgain() {
        ProfileId customer = town.customer("twice");
        UUID audience = town.audience("twice buyers", RECENT);
        String place =
                town.jdbc()
                        .sql("select place from audiences.position")
                        .query(String.class)
                        .single();
        town.order(customer, daysAgo(2));
        town.order(customer, daysAgo(1));
        assertThat(town.members(audience)).contains(customer);

        town.jdbc()
                .sql("update audiences.position set place = :place")
                .param("place", place)
                .update();
        town.downFor(Duration.ofMinutes(1));

        assertThat(town.members(audience)).contains(customer);
        assertThat(town.told(audience, customer)).hasSize(1);
    }
}
