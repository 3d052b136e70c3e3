package io.millrace.audiences;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.kernel.model.LifecycleFold;
import io.millrace.kernel.model.LifecycleScheme;
import io.millrace.kernel.model.LifecycleTable;
import io.millrace.kernel.model.RfmFold;
import io.millrace.kernel.model.RfmQuery;
import io.millrace.kernel.model.RfmTable;
import io.millrace.kernel.timeline.Micros;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs of schemes over all timelines, each kept until a fact arrives or room is wanted. */
@Component
final class StageRuns {
    private static final String NO_CURRENCY = "XTS";

    /** Rows in all tables that are kept; seventeen bytes each. */
    private static final long ROWS_KEPT = 6_000_000;

    /** The cut is in the fold: who a buyer is may be learnt after the purchase. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private record Key(
            LifecycleScheme scheme,
            Instant asOf,
            long version,
            ZoneId zone,
            String currency,
            Map<String, Long> rates) {}

    private record MoveKey(
            LifecycleScheme scheme, Instant from, Instant to, long version, ZoneId zone) {}

    /**
     * @param revenues by stage, minor units
     */
    record StageRun(
            LifecycleTable table,
            List<Long> revenues,
            Instant asOf,
            @Nullable String currency,
            long version) {}

    /** Both tables have the same customers in the same rows. */
    record MoveRun(
            LifecycleTable before, LifecycleTable after, Instant from, Instant to, long version) {}

    private final Timelines timelines;
    private final Workspace workspace;
    private final Clock clock;
    private final Cache<Key, StageRun> stages =
            Caffeine.newBuilder()
                    .maximumWeight(ROWS_KEPT)
                    .<Key, StageRun>weigher((_, run) -> 100 + run.table.size())
                    .build();
    private final Cache<MoveKey, MoveRun> moves =
            Caffeine.newBuilder()
                    .maximumWeight(ROWS_KEPT)
                    .<MoveKey, MoveRun>weigher((_, run) -> 100 + 2 * run.after.size())
                    .build();

    StageRuns(Timelines timelines, Workspace workspace, Clock clock) {
        this.timelines = timelines;
        this.workspace = workspace;
        this.clock = clock;
    }

    StageRun stages(LifecycleScheme scheme, @Nullable Instant asOf) {
        Workspace.Settings settings = workspace.settings();
        Key key =
                new Key(
                        scheme,
                        AsOf.orThisMinute(asOf, clock),
                        timelines.version(),
                        settings.zone(),
                        settings.currency() == null ? NO_CURRENCY : settings.currency(),
                        settings.minorRates());
        return stages.get(key, this::compute);
    }

    MoveRun moves(LifecycleScheme scheme, @Nullable Instant from, @Nullable Instant to) {
        MoveKey key =
                new MoveKey(
                        scheme,
                        AsOf.orThisMinute(from, clock),
                        AsOf.orThisMinute(to, clock),
                        timelines.version(),
                        workspace.settings().zone());
        return moves.get(key, this::compute);
    }

    private StageRun compute(Key key) {
        RfmQuery query = new RfmQuery(Micros.of(key.asOf), key.currency, key.rates, true, false);
        Timelines.FoldPlan<RfmTable> orders = words -> new RfmFold(words, query);
        List<Timelines.FoldResult<?>> results =
                timelines.foldAll(
                        List.of(plan(key.scheme, key.asOf, key.zone), orders), END_OF_TIME);
        LifecycleTable table = ((LifecycleFold.Filling) results.getFirst().value()).table();
        return new StageRun(
                table,
                revenues(table, (RfmTable) results.getLast().value()),
                key.asOf,
                key.currency.equals(NO_CURRENCY) ? null : key.currency,
                results.getFirst().version());
    }

    private MoveRun compute(MoveKey key) {
        List<Timelines.FoldResult<?>> results =
                timelines.foldAll(
                        List.of(
                                plan(key.scheme, key.from, key.zone),
                                plan(key.scheme, key.to, key.zone)),
                        END_OF_TIME);
        return new MoveRun(
                ((LifecycleFold.Filling) results.getFirst().value()).table(),
                ((LifecycleFold.Filling) results.getLast().value()).table(),
                key.from,
                key.to,
                results.getFirst().version());
    }

    private static Timelines.FoldPlan<LifecycleFold.Filling> plan(
            LifecycleScheme scheme, Instant asOf, ZoneId zone) {
        return words -> new LifecycleFold(words, scheme, Micros.of(asOf), true, zone);
    }

    /** Both tables are in the order of the ids, so one walk brings them together. */
    private static List<Long> revenues(LifecycleTable stages, RfmTable orders) {
        Long[] revenues = new Long[stages.scheme().stages().size()];
        Arrays.fill(revenues, 0L);
        int row = 0;
        for (int order = 0; order < orders.size(); order++) {
            while (row < stages.size()
                    && (stages.customerHigh(row) != orders.customerHigh(order)
                            || stages.customerLow(row) != orders.customerLow(order))) {
                row++;
            }
            if (row < stages.size() && stages.stage(row) != LifecycleTable.NOT_YET) {
                revenues[stages.stage(row)] += orders.monetary(order);
            }
        }
        return List.of(revenues);
    }
}
