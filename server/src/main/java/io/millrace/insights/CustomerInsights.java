package io.millrace.insights;

import io.millrace.access.Access.Caller;
import io.millrace.audiences.Audiences;
import io.millrace.kernel.model.Pareto;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Insights computed by folds over all timelines. */
@Component
final class CustomerInsights implements Insights {
    private final PeriodRuns periods;
    private final Spreads spreads;
    private final OverviewWriter writer;
    private final Audiences audiences;
    private final Waiting waiting;

    CustomerInsights(
            PeriodRuns periods,
            Spreads spreads,
            OverviewWriter writer,
            Audiences audiences,
            Waiting waiting) {
        this.periods = periods;
        this.spreads = spreads;
        this.writer = writer;
        this.audiences = audiences;
        this.waiting = waiting;
    }

    @Override
    public Overview overview(@Nullable Instant asOf, int days) {
        PeriodRuns.PeriodRun run = periods.run(asOf, days);
        String scheme = audiences.schemes().getFirst().key();
        return writer.write(
                run,
                audiences
                        .stages(scheme, run.asOf())
                        .map(Audiences.Stages::stages)
                        .orElse(List.of()));
    }

    @Override
    public List<Need> needs(Caller caller) {
        return waiting.needs(caller);
    }

    @Override
    public Optional<SortedProfiles> behind(String change, int days, @Nullable Instant asOf) {
        return CustomerGroup.of(change)
                .map(group -> {
                    PeriodRuns.PeriodRun run = periods.run(asOf, days);
                    PeriodTable table = run.table();
                    return table.where(row -> group.holds(table, run.periods(), 0, row));
                });
    }

    @Override
    public Spread spread(Pareto.Measure measure, @Nullable Instant asOf) {
        return spreads.spread(measure, asOf);
    }

    @Override
    public Optional<SortedProfiles> top(
            Pareto.Measure measure, double percent, @Nullable Instant asOf) {
        return spreads.top(measure, percent, asOf);
    }

    @Override
    public Optional<SortedProfiles> tier(
            Pareto.Measure measure, int number, @Nullable Instant asOf) {
        return spreads.tier(measure, number, asOf);
    }
}
