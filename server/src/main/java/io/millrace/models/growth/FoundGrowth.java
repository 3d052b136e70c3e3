package io.millrace.models.growth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.kernel.model.growth.GrowthFit;
import io.millrace.models.Models;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Growth from everybody's purchases; each answer is kept until a fact arrives. */
@Component
final class FoundGrowth implements Growth {
    private record Key(Every every, Instant asOf, long version) {}

    private record Moment(Instant asOf, long version) {}

    private final Models models;
    private final Timelines timelines;
    private final Workspace workspace;
    private final Clock clock;
    private final Cache<Key, Page> pages = Caffeine.newBuilder().maximumSize(20).build();
    private final Cache<Moment, Newcomers> kept = Caffeine.newBuilder().maximumSize(2).build();

    FoundGrowth(Models models, Timelines timelines, Workspace workspace, Clock clock) {
        this.models = models;
        this.timelines = timelines;
        this.workspace = workspace;
        this.clock = clock;
    }

    Newcomers newcomers(@Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        return kept.get(
                new Moment(instant, timelines.version()),
                _ ->
                        new Newcomers(
                                models.histories(instant),
                                Math.toIntExact(today(instant).toEpochDay())));
    }

    private LocalDate today(Instant asOf) {
        return asOf.atZone(workspace.settings().zone()).toLocalDate();
    }

    @Override
    public Page curve(Every every, @Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        return pages.get(new Key(every, instant, timelines.version()), _ -> found(every, instant));
    }

    @Override
    public Cohorts cohorts(@Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        CohortTable table = new CohortTable(newcomers(instant), today(instant));
        return new Cohorts(
                instant,
                workspace.settings().currency(),
                table.customers(),
                table.months(),
                table.averages());
    }

    private Page found(Every every, Instant asOf) {
        Newcomers newcomers = newcomers(asOf);
        LocalDate today = today(asOf);
        LocalDate first = LocalDate.ofEpochDay(newcomers.firstDay());
        Calendar calendar = Calendar.from(every, first);
        int[] fresh = new int[calendar.periodOf(today) + 1];
        int[] orders = new int[fresh.length];
        int customers = 0;
        for (int row = 0; row < newcomers.size(); row++) {
            if (newcomers.isBuyer(row)) {
                customers++;
                fresh[calendar.periodOf(LocalDate.ofEpochDay(newcomers.firstDay(row)))]++;
                newcomers.purchases(
                        row, day -> orders[calendar.periodOf(LocalDate.ofEpochDay(day))]++);
            }
        }
        int complete = customers == 0 ? 0 : complete(calendar, asOf, fresh.length);
        double[] series = new double[complete];
        for (int i = 0; i < complete; i++) {
            series[i] = fresh[i];
        }
        FittedCurve curve = new FittedCurve(calendar, series);
        return new Page(
                asOf,
                every,
                customers,
                GrowthSelections.fresh(first, today),
                customers == 0 ? List.of() : periods(calendar, fresh, orders, curve),
                complete,
                GrowthFit.FEWEST,
                curve.forms(),
                curve.outlook());
    }

    /** A date as {@code asOf} is the beginning of that day, so the day before has just ended. */
    private int complete(Calendar calendar, Instant asOf, int periods) {
        Instant over =
                calendar.start(periods).atStartOfDay(workspace.settings().zone()).toInstant();
        return asOf.isBefore(over) ? periods - 1 : periods;
    }

    private static List<Period> periods(
            Calendar calendar, int[] fresh, int[] orders, FittedCurve curve) {
        List<Period> periods = new ArrayList<>();
        int total = 0;
        for (int i = 0; i < fresh.length; i++) {
            total += fresh[i];
            periods.add(
                    new Period(
                            calendar.start(i),
                            calendar.end(i),
                            fresh[i],
                            orders[i],
                            total,
                            curve.fitted(i),
                            GrowthSelections.fresh(calendar.start(i), calendar.end(i))));
        }
        return periods;
    }
}
