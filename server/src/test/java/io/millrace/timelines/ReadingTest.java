package io.millrace.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {
    @TempDir static Path folder;
    static World world;
    static ProfileId one;
    static ProfileId other;
    static List<Fact> written = new ArrayList<>();

    @BeforeAll
    static void start() {
        world = new World(folder);
        one = world.profile();
        other = world.profile();
        for (int i = 0; i < 25; i++) {
            written.add(world.fact(i % 3 == 0 ? other : one, kind(i), i));
        }
        // Many at the same instant: pages must not lose or repeat any of them.
        Instant same = World.START.plusSeconds(1_000);
        for (int i = 0; i < 10; i++) {
            written.add(
                    new Fact(
                            world.id(),
                            one.value(),
                            "event.same",
                            same,
                            same,
                            null,
                            0,
                            null,
                            Map.of(),
                            "test",
                            false));
        }
        world.append(written.stream().map(fact -> NewFact.of(fact, null)).toList());
    }

    private static String kind(int i) {
        return i % 2 == 0 ? Kinds.ORDER_COMPLETED : Kinds.PAGE_VIEWED;
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void pagesNewestFirstWithoutGapOrRepetition() {
        List<Fact> read = new ArrayList<>();
        String cursor = null;
        do {
            Page<Fact> page = read(Timelines.FactFilter.ALL, cursor, 4);
            assertThat(page.items()).hasSizeBetween(1, 4);
            read.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertThat(read)
                .isEqualTo(
                        written.stream()
                                .sorted(
                                        Comparator.comparing(Fact::occurredAt)
                                                .thenComparing(fact -> new ProfileId(fact.id()))
                                                .reversed())
                                .toList());
    }

    @Test
    void filtersByKind() {
        var filter =
                new Timelines.FactFilter(
                        Set.of(Kinds.PAGE_VIEWED, "event.unheard of"), null, null, null);
        assertThat(read(filter, null, 100).items())
                .hasSize(12)
                .allMatch(fact -> fact.kind().equals(Kinds.PAGE_VIEWED));
    }

    @Test
    void findsNothingOfKindsThatNobodyKnows() {
        var filter = new Timelines.FactFilter(Set.of("event.unheard of"), null, null, null);
        assertThat(read(filter, null, 100).items()).isEmpty();
    }

    @Test
    void boundsAreInclusive() {
        Instant at = written.get(5).occurredAt();
        var filter = new Timelines.FactFilter(Set.of(), at, at, null);
        assertThat(read(filter, null, 100).items()).containsExactly(written.get(5));
    }

    @Test
    void filtersBySubject() {
        Fact wanted = written.get(7);
        var filter = new Timelines.FactFilter(Set.of(), null, null, wanted.subject());
        assertThat(read(filter, null, 100).items()).containsExactly(wanted);
    }

    @Test
    void foldsAFewCustomersLikeAllOfThem() {
        var all = world.told();
        assertThat(all).hasSize(2);
        assertThat(world.timelines().foldOver(Set.of(one), World.Telling::new, Instant.MAX).value())
                .containsOnly(Map.entry(one.value(), all.get(one.value())));
    }

    @Test
    void foldsWhatHadHappenedByThen() {
        world.timelines().catchUp();
        Instant at = written.get(9).occurredAt();
        var told = world.timelines().fold(World.Telling::new, at).value();
        assertThat(told.values().stream().mapToInt(List::size).sum()).isEqualTo(10);
    }

    private static Page<Fact> read(
            Timelines.FactFilter filter, @Nullable String cursor, int limit) {
        return world.timelines().facts(Set.of(one, other), filter, cursor, limit);
    }
}
