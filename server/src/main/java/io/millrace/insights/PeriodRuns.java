package io.millrace.insights;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs of the overview's fold, each kept until a fact arrives or room is wanted. */
@Component
final class PeriodRuns {
    private static final String NO_CURRENCY = "XTS";

    /** Rows in all tables that are kept; about eighty bytes each. */
    private static final long ROWS_KEPT = 3_000_000;

    /** The cut is in the fold: who a buyer is may be learnt after the purchase. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private record Key(
            Instant asOf,
            int days,
            long version,
            String currency,
            Map<String, Long> rates,
            ZoneId zone) {}

    record PeriodRun(
            PeriodTable table,
            Periods periods,
            Instant asOf,
            int days,
            @Nullable String currency,
            long version) {}

    private final Timelines timelines;
    private final Workspace workspace;
    private final Clock clock;
    private final Cache<Key, PeriodRun> runs =
            Caffeine.newBuilder()
                    .maximumWeight(ROWS_KEPT)
                    .<Key, PeriodRun>weigher((_, run) -> 100 + run.table.size())
                    .build();

    PeriodRuns(Timelines timelines, Workspace workspace, Clock clock) {
        this.timelines = timelines;
        this.workspace = workspace;
        this.clock = clock;
    }

    PeriodRun run(@Nullable Instant asOf, int days) {
        Workspace.Settings settings = workspace.settings();
        Key key =
                new Key(
                        AsOf.orThisMinute(asOf, clock),
                        days,
                        timelines.version(),
                        settings.currency() == null ? NO_CURRENCY : settings.currency(),
                        settings.minorRates(),
                        settings.zone());
        return runs.get(key, this::compute);
    }

    private PeriodRun compute(Key key) {
        Periods periods = new Periods(key.asOf, key.zone, key.days);
        Timelines.FoldResult<PeriodTable> result =
                timelines.fold(
                        words -> new PeriodFold(words, periods, key.currency, key.rates),
                        END_OF_TIME);
        return new PeriodRun(
                result.value(),
                periods,
                key.asOf,
                key.days,
                key.currency.equals(NO_CURRENCY) ? null : key.currency,
                result.version());
    }
}
