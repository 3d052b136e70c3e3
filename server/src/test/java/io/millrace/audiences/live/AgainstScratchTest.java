package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.timeline.Fact;
import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the order in which facts arrive, members are whom a fresh evaluation names. */
class AgainstScratchTest {
    private static final int AUDIENCES = 50;
    private static final int CUSTOMERS = 120;
    private static final int FACTS = 5_000;
    @TempDir static Path folder;
    static Town town;
    private final Random random = new Random(3);
    private final RandomTexts texts = new RandomTexts(random);

    @BeforeAll
    static void open() {
        town = new Town(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void equalsAFreshEvaluationAndTellsEachChangeOnce() {
        List<ProfileId> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(town.customer("c" + i));
        }
        List<UUID> audiences = new ArrayList<>();
        for (int i = 0; i < AUDIENCES; i++) {
            audiences.add(town.audience("audience " + i, texts.condition(audiences, 2)));
        }
        for (int sent = 0; sent < FACTS; ) {
            int some = 1 + random.nextInt(200);
            List<Fact> facts = new ArrayList<>();
            for (int i = 0; i < some; i++) {
                facts.add(fact(customers.get(random.nextInt(CUSTOMERS))));
            }
            town.append(facts);
            sent += some;
            town.clock.pass(Duration.ofHours(random.nextInt(30)));
            if (random.nextInt(10) == 0) {
                town.settle();
            }
            if (sent > FACTS / 2 && sent - some <= FACTS / 2) {
                town.downFor(Duration.ofDays(2));
            }
        }
        town.settle();
        check(audiences, customers);
    }

    /** Mostly late, some very late, a few before their time. */
    private Fact fact(ProfileId customer) {
        Duration ago =
                switch (random.nextInt(10)) {
                    case 0 -> Duration.ofDays(-random.nextInt(10));
                    case 1, 2, 3 -> Duration.ofDays(random.nextInt(60));
                    default -> Duration.ofMinutes(random.nextInt(600));
                };
        return texts.fact(town, customer, town.clock.instant().minus(ago));
    }

    private static void check(List<UUID> audiences, List<ProfileId> customers) {
        Definitions definitions = town.get(Definitions.class);
        Judging judging = town.get(Judging.class);
        long now = town.get(Keeper.class).step();
        int members = 0;
        for (UUID audience : audiences) {
            Panel fresh =
                    new Panel(
                            List.of(
                                    definitions.inlined(
                                            definitions.of(audience).orElseThrow().condition())));
            Set<ProfileId> wanted = new TreeSet<>();
            Judgements found = judging.all(fresh, now, false);
            for (int row = 0; row < found.size(); row++) {
                wanted.add(new ProfileId(found.customer(row)));
            }
            assertThat(town.members(audience))
                    .as(definitions.of(audience).toString())
                    .isEqualTo(wanted);
            members += wanted.size();
            why(audience, customers, wanted);
        }
        assertThat(members).isGreaterThan(AUDIENCES);
        told(audiences, customers);
    }

    private static void why(UUID audience, List<ProfileId> customers, Set<ProfileId> members) {
        for (int i = 0; i < 20; i++) {
            ProfileId customer = customers.get((i * 7 + audience.hashCode() % 5 + 5) % CUSTOMERS);
            assertThat(
                            town.get(AudienceAnswers.class)
                                    .why(audience, customer, null)
                                    .orElseThrow()
                                    .holds())
                    .isEqualTo(members.contains(customer));
        }
    }

    /** Entered and left take turns, and the last one says what is the case. */
    private static void told(List<UUID> audiences, List<ProfileId> customers) {
        Map<UUID, Set<ProfileId>> members = new HashMap<>();
        audiences.forEach(audience -> members.put(audience, town.members(audience)));
        for (UUID audience : audiences.subList(0, 10)) {
            for (ProfileId customer : customers) {
                List<String> told = town.told(audience, customer);
                for (int i = 0; i < told.size(); i++) {
                    assertThat(told.get(i))
                            .as(told.toString())
                            .startsWith(i % 2 == 0 ? "audience.entered" : "audience.left");
                }
                assertThat(told.size() % 2 == 1)
                        .isEqualTo(
                                Objects.requireNonNull(members.get(audience)).contains(customer));
            }
        }
    }
}
