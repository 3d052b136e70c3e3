package io.millrace.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.timeline.FoldRun;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Snapshot;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleFoldTest {
    @TempDir Path folder;
    private final Orders orders = new Orders();

    @Test
    void theFirstRuleThatHoldsNamesTheStage() {
        orders.add(Kinds.PAGE_VIEWED, 1, "", Orders.day(1), 0, Map.of())
                .completed(2, "a", Orders.day(390), 1)
                .completed(3, "b", Orders.day(100), 1)
                .completed(3, "c", Orders.day(350), 1)
                .completed(4, "d", Orders.day(250), 1)
                .completed(5, "e", Orders.day(1), 1)
                .completed(6, "f", Orders.day(401), 1);
        LifecycleTable table = stages(LifecyclePresets.ACTIVITY, 400);
        assertThat(table.counts()).containsExactly(1, 1, 1, 1, 1);
        assertThat(table.stage(table.rowOf(Orders.customer(2)))).isEqualTo(1);
        assertThat(table.stage(table.rowOf(Orders.customer(6)))).isEqualTo(LifecycleTable.NOT_YET);
        assertThat(table.rowOf(Orders.customer(7))).isEqualTo(-1);
    }

    @Test
    void aStageChangesWhenItsDaysAreOver() {
        orders.completed(1, "a", Orders.day(0), 1);
        Snapshot snapshot = orders.store(folder);
        assertThat(stage(snapshot, 30.999)).isEqualTo("new");
        assertThat(stage(snapshot, 31)).isEqualTo("active");
        assertThat(stage(snapshot, 90.999)).isEqualTo("active");
        assertThat(stage(snapshot, 91)).isEqualTo("dormant");
        assertThat(stage(snapshot, 181)).isEqualTo("lost");
    }

    @Test
    void anOrderIsNoneFromTheInstantOfItsCancellationOn() {
        orders.completed(1, "a", Orders.day(0), 1)
                .completed(1, "b", Orders.day(40), 1)
                .add(Kinds.ORDER_CANCELLED, 1, "b", Orders.day(100), -1, Map.of())
                .add(Kinds.ORDER_CANCELLED, 1, "a", Orders.day(120), -1, Map.of());
        Snapshot snapshot = orders.store(folder);
        assertThat(stage(snapshot, 99.999)).isEqualTo("active");
        assertThat(stage(snapshot, 100)).isEqualTo("dormant");
        assertThat(stage(snapshot, 120)).isEqualTo("potential");
    }

    @Test
    void everyPresetPlacesEveryCustomer() {
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < i % 7; j++) {
                orders.completed(i, i + "-" + j, Orders.day(i * 6 + j * 9), 1);
            }
            orders.add(Kinds.PAGE_VIEWED, i, "", Orders.day(0), 0, Map.of());
        }
        for (LifecycleScheme scheme : LifecyclePresets.ALL) {
            LifecycleTable table = stages(scheme, 365);
            assertThat(table.counts().stream().mapToInt(Integer::intValue).sum()).isEqualTo(60);
            assertThat(table.counts()).doesNotContain(0);
        }
    }

    @Test
    void migrationCountsEveryoneOnceIncludingWhoWasNoneYet() {
        orders.completed(1, "a", Orders.day(1), 1)
                .completed(2, "b", Orders.day(1), 1)
                .completed(2, "c", Orders.day(100), 1)
                .completed(3, "d", Orders.day(100), 1)
                .completed(4, "e", Orders.day(500), 1);
        Snapshot snapshot = orders.store(folder);
        FoldRun run = FoldRun.over(snapshot).threads(2);
        var before = run.add(fold(snapshot, LifecyclePresets.ACTIVITY, 10));
        var after = run.add(fold(snapshot, LifecyclePresets.ACTIVITY, 110));
        run.run();
        Migration migration = Migration.between(before.get().table(), after.get().table());
        assertThat(migration.links())
                .containsExactlyInAnyOrder(
                        new Migration.Link(1, 3, 1),
                        new Migration.Link(1, 2, 1),
                        new Migration.Link(LifecycleTable.NOT_YET, 1, 1));
        assertThat(migration.customers(1, 3)).isEqualTo(1);
    }

    @Test
    void anonymousVisitorsAreNoCustomersYet() {
        orders.add(Kinds.PAGE_VIEWED, 1, "", Orders.day(1), 0, Map.of())
                .add(Kinds.PAGE_VIEWED, 2, "", Orders.day(1), 0, Map.of())
                .add(Kinds.CUSTOMER_KNOWN, 2, "", Orders.day(2), 0, Map.of());
        Snapshot snapshot = orders.store(folder);
        FoldRun run = FoldRun.over(snapshot);
        var known =
                run.add(
                        new LifecycleFold(
                                snapshot.dictionary(),
                                LifecyclePresets.ACTIVITY,
                                Micros.of(Orders.day(9)),
                                true,
                                ZoneOffset.UTC));
        run.run();
        assertThat(known.get().table().size()).isEqualTo(1);
        assertThat(known.get().table().customer(0)).isEqualTo(Orders.customer(2));
    }

    private static String stage(Snapshot snapshot, double day) {
        FoldRun run = FoldRun.over(snapshot);
        var table = run.add(fold(snapshot, LifecyclePresets.ACTIVITY, day));
        run.run();
        List<LifecycleScheme.Stage> stages = LifecyclePresets.ACTIVITY.stages();
        return stages.get(table.get().table().stage(0)).key();
    }

    private LifecycleTable stages(LifecycleScheme scheme, double day) {
        Snapshot snapshot = orders.store(folder);
        FoldRun run = FoldRun.over(snapshot);
        var table = run.add(fold(snapshot, scheme, day));
        run.run();
        return table.get().table();
    }

    private static LifecycleFold fold(Snapshot snapshot, LifecycleScheme scheme, double day) {
        return new LifecycleFold(
                snapshot.dictionary(), scheme, Micros.of(Orders.day(day)), false, ZoneOffset.UTC);
    }
}
