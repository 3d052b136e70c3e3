package io.millrace.bench.folds;

import io.millrace.kernel.model.LifecycleFold;
import io.millrace.kernel.model.LifecyclePresets;
import io.millrace.kernel.model.LifecycleTable;
import io.millrace.kernel.model.Pareto;
import io.millrace.kernel.model.RfmFold;
import io.millrace.kernel.model.RfmQuery;
import io.millrace.kernel.model.RfmRules;
import io.millrace.kernel.model.RfmScores;
import io.millrace.kernel.model.RfmScoring;
import io.millrace.kernel.timeline.FoldRun;
import io.millrace.kernel.timeline.Snapshot;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What the kernel computes in one pass. */
record KernelSide(
        RfmScores scores,
        LifecycleTable stages,
        Pareto pareto,
        List<RfmScores.Cell> cells,
        List<RfmScores.TypeTotal> types,
        List<Integer> stageCounts,
        List<Pareto.Point> curve,
        double gini,
        long topFifth,
        int customersFor80) {

    static KernelSide compute(Snapshot snapshot, long asOf, int threads) {
        FoldRun run = FoldRun.over(snapshot).threads(threads);
        var rfm =
                run.add(
                        new RfmFold(
                                snapshot.dictionary(),
                                new RfmQuery(asOf, "CNY", Map.of(), true, false)));
        var stages =
                run.add(
                        new LifecycleFold(
                                snapshot.dictionary(),
                                LifecyclePresets.ACTIVITY,
                                asOf,
                                true,
                                ZoneOffset.UTC));
        run.run();
        RfmScores scores = RfmScoring.score(rfm.get(), RfmRules.DEFAULT);
        LifecycleTable table = stages.get().table();
        Pareto pareto = Pareto.of(rfm.get(), Pareto.Measure.REVENUE);
        return new KernelSide(
                scores,
                table,
                pareto,
                scores.cells(),
                scores.typeTotals(),
                table.counts(),
                pareto.curve(),
                pareto.gini(),
                pareto.amountOfTop(pareto.customersInTop(20)),
                pareto.customersFor(0.8));
    }
}
