package io.millrace.models;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.kernel.model.RfmFold;
import io.millrace.kernel.model.RfmQuery;
import io.millrace.kernel.model.RfmScores;
import io.millrace.kernel.model.RfmScoring;
import io.millrace.kernel.model.RfmTable;
import io.millrace.kernel.timeline.Micros;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs over the timelines, each kept until a fact arrives or memory is wanted for another. */
@Component
final class Runs {
    /** Stands for a currency where there is none yet, so that no order is in it. */
    private static final String NO_CURRENCY = "XXX";

    /** Rows in all tables that are kept; about a hundred bytes each. */
    private static final long ROWS_KEPT = 3_000_000;

    /** The cut is in the fold: who a buyer is may be learnt after the purchase. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private record Key(Instant asOf, long version, String currency, Map<String, Long> rates) {}

    private record ScoreKey(Key key, RfmSettings settings) {}

    private record Run(Key key, Models.Figures figures) {}

    private final Timelines timelines;
    private final Workspace workspace;
    private final Clock clock;
    private final Cache<Key, Run> runs =
            Caffeine.newBuilder()
                    .maximumWeight(ROWS_KEPT)
                    .<Key, Run>weigher((_, run) -> 100 + run.figures.population().size())
                    .build();
    private final Cache<ScoreKey, RfmScores> scores =
            Caffeine.newBuilder()
                    .maximumWeight(ROWS_KEPT)
                    .<ScoreKey, RfmScores>weigher((_, scored) -> 100 + scored.table().size())
                    .build();

    Runs(Timelines timelines, Workspace workspace, Clock clock) {
        this.timelines = timelines;
        this.workspace = workspace;
        this.clock = clock;
    }

    Models.Figures figures(@Nullable Instant asOf) {
        return run(asOf).figures;
    }

    Models.Rfm scored(@Nullable Instant asOf, RfmSettings settings) {
        Run run = run(asOf);
        RfmScores scored =
                scores.get(
                        new ScoreKey(run.key, settings),
                        _ -> RfmScoring.score(run.figures.table(), settings.rules()));
        return new Models.Rfm(run.figures, scored, settings);
    }

    private Run run(@Nullable Instant asOf) {
        Workspace.Settings settings = workspace.settings();
        Key key =
                new Key(
                        asOf == null ? thisMinute() : asOf,
                        timelines.version(),
                        settings.currency() == null ? NO_CURRENCY : settings.currency(),
                        settings.rates());
        return runs.get(key, this::compute);
    }

    private Run compute(Key key) {
        RfmQuery query = new RfmQuery(Micros.of(key.asOf), key.currency, minorRates(key), true);
        Timelines.FoldResult<BothFolds.Result<RfmTable, Population>> result =
                timelines.fold(
                        dictionary ->
                                new BothFolds<>(
                                        new RfmFold(dictionary, query),
                                        new Population.Gathering(dictionary)),
                        END_OF_TIME);
        return new Run(
                key,
                new Models.Figures(
                        key.asOf,
                        result.value().first(),
                        result.value().second(),
                        key.currency.equals(NO_CURRENCY) ? null : key.currency,
                        result.version(),
                        clock.instant()));
    }

    /** "Now" to the minute, upwards, so that what has just happened is in it. */
    private Instant thisMinute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }

    /** The workspace's rates are between major units, the fold's between minor units. */
    private static Map<String, Long> minorRates(Key key) {
        int digits = digits(key.currency);
        return key.rates.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                rate -> scaled(rate.getValue(), digits - digits(rate.getKey()))));
    }

    private static long scaled(long rate, int digits) {
        long scaled = rate;
        for (int i = 0; i < digits; i++) {
            scaled = Math.multiplyExact(scaled, 10L);
        }
        for (int i = 0; i > digits; i--) {
            scaled = Math.round(scaled / 10.0);
        }
        return scaled;
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
