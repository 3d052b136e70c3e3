package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five hundred audiences over a hundred thousand facts that come in any order, while customers are
 * merged, separated and erased: in the end members are whom a fresh evaluation names, and the facts
 * tell of each coming and going once.
 */
class ManyAudiencesTest {
    private static final int AUDIENCES = Integer.getInteger("many.audiences", 500);
    private static final int FACTS = Integer.getInteger("many.facts", 100_000);
    private static final int CUSTOMERS = 2_000;
    private static final int AT_ONCE = 2_500;

    @TempDir static Path folder;
    static Town town;
    private final Random random = new Random(11);
    private final RandomTexts texts = new RandomTexts(random);
    private final List<ProfileId> customers = new ArrayList<>();
    private final Set<ProfileId> erased = new HashSet<>();
    private final List<ProfileId> merged = new ArrayList<>();

    /** Who was in a merge or an erasure: two customers' tellings need not take turns. */
    private final Set<ProfileId> changed = new HashSet<>();

    @BeforeAll
    static void open() {
        town = new Town(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void equalAFreshEvaluationWhateverComesInWhicheverOrder() {
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(town.customer("c" + i));
        }
        List<UUID> audiences = town.audiences(AUDIENCES, before -> texts.condition(before, 2));
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < FACTS; i++) {
            facts.add(fact());
        }
        Collections.shuffle(facts, random);
        for (int from = 0; from < FACTS; from += AT_ONCE) {
            town.append(living(facts.subList(from, Math.min(FACTS, from + AT_ONCE))));
            change(from / AT_ONCE);
            town.clock.pass(Duration.ofHours(random.nextInt(12)));
            if (random.nextInt(4) == 0) {
                town.get(Keeper.class).step();
            }
        }
        town.settle();
        check(audiences);
        told(audiences);
    }

    /** Over ninety days, the last of them still to come. */
    private Fact fact() {
        Instant at = Town.START.minus(Duration.ofMinutes(random.nextInt(130_000) - 14_400));
        return texts.fact(town, customers.get(random.nextInt(CUSTOMERS)), at);
    }

    private List<Fact> living(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> !erased.contains(new ProfileId(fact.profile())))
                .toList();
    }

    private void change(int round) {
        ProfileId one = customers.get(random.nextInt(CUSTOMERS));
        ProfileId other = customers.get(random.nextInt(CUSTOMERS));
        boolean alone = changed.add(one) & changed.add(other) && !one.equals(other);
        switch (round % 4) {
            case 0, 1 -> {
                if (alone) {
                    town.merge(other, one);
                    merged.add(other);
                }
            }
            case 2 -> {
                if (!merged.isEmpty()) {
                    town.separate(merged.removeFirst());
                }
            }
            default -> {
                if (alone) {
                    erased.add(one);
                    town.erase(one);
                }
            }
        }
    }

    private static void check(List<UUID> audiences) {
        Definitions definitions = town.get(Definitions.class);
        Judging judging = town.get(Judging.class);
        long now = town.get(Keeper.class).step();
        Roster roster = town.get(Roster.class);
        List<Slot> slots = audiences.stream().map(id -> roster.slot(id).orElseThrow()).toList();
        Panel panel = new Panel(slots, false);
        Judgements found = judging.all(panel, now, false);
        long members = 0;
        for (int i = 0; i < slots.size(); i++) {
            Set<ProfileId> wanted = new TreeSet<>();
            for (int row = 0; row < found.size(); row++) {
                if (found.holds(row, i)) {
                    wanted.add(new ProfileId(found.customer(row)));
                }
            }
            UUID audience = audiences.get(i);
            assertThat(written(audience)).as(definitions.of(audience).toString()).isEqualTo(wanted);
            assertThat(new TreeSet<>(roster.profiles(roster.members(slots.get(i)))))
                    .isEqualTo(wanted);
            members += wanted.size();
        }
        assertThat(members).isGreaterThan(AUDIENCES * 20L);
    }

    private static Set<ProfileId> written(UUID audience) {
        return new TreeSet<>(
                town.jdbc()
                        .sql("select profile from audiences.members where audience = :id")
                        .param("id", audience)
                        .query((row, number) -> new ProfileId(row.getObject(1, UUID.class)))
                        .list());
    }

    private record Telling(UUID audience, ProfileId customer) {}

    /** Entered and left take turns, from the first entering to what is the case. */
    private void told(List<UUID> audiences) {
        Map<Telling, Boolean> in = new HashMap<>();
        town.jdbc()
                .sql(
                        """
                        select f.profile, f.subject, k.name from timelines.facts f
                        join timelines.kinds k on k.id = f.kind
                        where k.name in (:entered, :left) order by f.occurred_at, f.id
                        """)
                .param("entered", Kinds.AUDIENCE_ENTERED)
                .param("left", Kinds.AUDIENCE_LEFT)
                .query(row -> {
                    ProfileId profile = new ProfileId(row.getObject(1, UUID.class));
                    if (!changed.contains(profile)) {
                        Telling telling = new Telling(UUID.fromString(row.getString(2)), profile);
                        boolean entered = row.getString(3).equals(Kinds.AUDIENCE_ENTERED);
                        assertThat(in.getOrDefault(telling, false))
                                .as(telling + ", entered " + entered)
                                .isNotEqualTo(entered);
                        in.put(telling, entered);
                    }
                });
        for (UUID audience : audiences) {
            Set<ProfileId> members = written(audience);
            for (ProfileId customer : customers) {
                if (!changed.contains(customer)) {
                    assertThat(in.getOrDefault(new Telling(audience, customer), false))
                            .isEqualTo(members.contains(customer));
                }
            }
        }
    }
}
