package io.millrace.kernel.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.property.FastFolder;
import io.millrace.kernel.property.Property;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreAgainstOracleTest {
    @TempDir(factory = FastFolder.class)
    Path folder;

    private int run;

    @Test
    void answersLikeTheOracleWhateverHappens() {
        Property.holds(120, StoreAgainstOracleTest::steps, this::check);
    }

    @Test
    void bulkWritingAnswersLikeTheOracle() {
        Property.holds(
                40,
                random -> steps(random).stream().filter(Step.Arrive.class::isInstance).toList(),
                this::checkBulk);
    }

    private static List<Step> steps(RandomGenerator random) {
        List<Step> steps = new ArrayList<>();
        List<Fact> arrived = new ArrayList<>();
        for (int i = random.nextInt(250); i > 0; i--) {
            steps.add(
                    switch (random.nextInt(24)) {
                        case 0, 1, 2 -> new Step.Flush();
                        case 3 -> new Step.Compact();
                        case 4 -> new Step.CompactFully();
                        case 5 -> new Step.Reopen();
                        case 6 -> join(random);
                        case 7, 8 -> new Step.Look(cut(random), List.of(1, 2, 7).get(i % 3));
                        default -> new Step.Arrive(fact(random, arrived));
                    });
        }
        steps.add(new Step.Look(Cut.EVERYTHING, 2));
        return steps;
    }

    private static Fact fact(RandomGenerator random, List<Fact> arrived) {
        if (!arrived.isEmpty() && random.nextInt(10) == 0) {
            return arrived.get(random.nextInt(arrived.size()));
        }
        Fact fact = RandomFacts.next(random);
        for (Fact before : arrived) {
            if (before.id().equals(fact.id())) {
                return before;
            }
        }
        arrived.add(fact);
        return fact;
    }

    private static Step.Join join(RandomGenerator random) {
        return new Step.Join(
                RandomFacts.PROFILES.get(random.nextInt(RandomFacts.PROFILES.size())),
                random.nextInt(4) == 0
                        ? new UUID(random.nextLong(), 1)
                        : RandomFacts.PROFILES.get(random.nextInt(RandomFacts.PROFILES.size())));
    }

    private static Cut cut(RandomGenerator random) {
        long t = Micros.of(RandomFacts.START.plusSeconds(3600L * random.nextInt(-6, 42)));
        return switch (random.nextInt(3)) {
            case 0 -> Cut.EVERYTHING;
            case 1 -> Cut.asOf(t);
            default -> Cut.knownAt(t);
        };
    }

    private void check(List<Step> steps) throws Exception {
        Path directory = Files.createDirectory(folder.resolve("run" + run++));
        TimelineStore store = opened(directory);
        Map<UUID, UUID> roots = new HashMap<>();
        List<Fact> pending = new ArrayList<>();
        List<Fact> all = new ArrayList<>();
        long watermark = 0;
        for (Step step : steps) {
            switch (step) {
                case Step.Arrive arrive -> pending.add(arrive.fact());
                case Step.Flush flush -> {
                    store.apply(pending, ++watermark);
                    all.addAll(pending);
                    pending.clear();
                }
                case Step.Compact compact -> store.compact();
                case Step.CompactFully fully -> store.compactFully();
                case Step.Reopen reopen -> store = opened(directory);
                case Step.Join join -> join(roots, join);
                case Step.Look look -> look(store, all, roots, look);
            }
            assertThat(store.watermark()).isEqualTo(watermark);
        }
    }

    private void checkBulk(List<Step> steps) throws Exception {
        Path directory = Files.createDirectory(folder.resolve("run" + run++));
        BulkWriter writer = new BulkWriter(directory, 8);
        List<Fact> all = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Arrive(Fact fact)) {
                writer.add(fact);
                all.add(fact);
            }
        }
        look(writer.finish(5), all, Map.of(), new Step.Look(Cut.EVERYTHING, 2));
        TimelineStore again = opened(directory);
        assertThat(again.watermark()).isEqualTo(5);
        look(again, all, Map.of(), new Step.Look(Cut.EVERYTHING, 1));
    }

    private static void join(Map<UUID, UUID> roots, Step.Join join) {
        boolean flat =
                !roots.containsValue(join.member())
                        && !roots.containsKey(join.root())
                        && !join.member().equals(join.root());
        if (flat) {
            roots.put(join.member(), join.root());
        }
    }

    private static TimelineStore opened(Path directory) {
        return switch (TimelineStore.open(directory, 8)) {
            case Opening.Opened opened -> opened.store();
            case Opening.Damaged damaged -> throw new AssertionError(damaged.reason());
        };
    }

    private static void look(
            TimelineStore store, List<Fact> all, Map<UUID, UUID> roots, Step.Look look) {
        CustomerMap map = CustomerMap.of(roots);
        Snapshot snapshot = store.snapshot();
        Map<UUID, List<String>> expected = Oracle.read(all, map, look.cut());
        FoldRun scan =
                FoldRun.over(snapshot).customers(map).cut(look.cut()).threads(look.threads());
        var lines = scan.add(new LinesFold(snapshot.dictionary()));
        var again = scan.add(new LinesFold(snapshot.dictionary()));
        assertThat(scan.run()).isEqualTo(new FoldRun.Outcome.Finished(expected.size()));
        assertThat(lines.get()).containsExactlyEntriesOf(expected);
        assertThat(again.get()).containsExactlyEntriesOf(expected);
        onlySomeKinds(snapshot, map, look, expected);
        expected.forEach((customer, own) -> single(snapshot, map, look.cut(), customer, own));
        List<String> facts = new ArrayList<>();
        for (FactCursor cursor = snapshot.facts(); cursor.next(); ) {
            facts.add(Oracle.line(cursor.fact()));
        }
        assertThat(facts)
                .containsExactlyElementsOf(
                        Oracle.read(all, CustomerMap.NONE, Cut.EVERYTHING).values().stream()
                                .flatMap(List::stream)
                                .toList());
    }

    private static void onlySomeKinds(
            Snapshot snapshot, CustomerMap map, Step.Look look, Map<UUID, List<String>> all) {
        Set<String> kinds = Set.of(Kinds.PAGE_VIEWED, Kinds.ORDER_REFUNDED);
        Map<UUID, List<String>> expected = new LinkedHashMap<>();
        all.forEach((customer, lines) ->
                expected.put(
                        customer,
                        lines.stream()
                                .filter(line -> kinds.contains(line.split("\\|")[1]))
                                .toList()));
        FoldRun scan =
                FoldRun.over(snapshot).customers(map).cut(look.cut()).threads(look.threads());
        var lines = scan.add(new LinesFold(snapshot.dictionary(), kinds));
        scan.run();
        assertThat(lines.get()).containsExactlyEntriesOf(expected);
    }

    private static void single(
            Snapshot snapshot, CustomerMap map, Cut cut, UUID customer, List<String> expected) {
        Timeline whole = snapshot.timeline(customer, Set.copyOf(map.profilesOf(customer)));
        Timeline timeline =
                cut.recordedBy() == Long.MAX_VALUE
                        ? whole.asOf(cut.occurredBy())
                        : whole.knownAt(cut.occurredBy());
        List<String> lines = new ArrayList<>();
        while (timeline.next()) {
            lines.add(Oracle.line(timeline, snapshot.dictionary()));
        }
        assertThat(lines).isEqualTo(expected);
    }
}
