package io.millrace.models;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.kernel.model.FirstFactFold;
import io.millrace.kernel.model.FirstFacts;
import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.kernel.model.PurchaseHistoryFold;
import io.millrace.kernel.model.RfmFold;
import io.millrace.kernel.model.RfmQuery;
import io.millrace.kernel.model.RfmScores;
import io.millrace.kernel.model.RfmScoring;
import io.millrace.kernel.model.RfmTable;
import io.millrace.kernel.timeline.Micros;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs over the timelines, each kept until a fact arrives or memory is wanted for another. */
@Component
final class Runs {
    /** Stands for a currency where there is none yet, so that no order is in it. */
    private static final String NO_CURRENCY = "XTS";

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

    private final Cache<Key, PurchaseHistories> histories =
            Caffeine.newBuilder()
                    .maximumWeight(ROWS_KEPT)
                    .<Key, PurchaseHistories>weigher((_, bought) -> 100 + 3 * bought.size())
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

    PurchaseHistories histories(@Nullable Instant asOf) {
        return histories.get(key(asOf), this::gather);
    }

    private PurchaseHistories gather(Key key) {
        RfmQuery query = new RfmQuery(Micros.of(key.asOf), key.currency, key.rates, true);
        ZoneId zone = workspace.settings().zone();
        return timelines
                .fold(words -> new PurchaseHistoryFold(words, query, zone), END_OF_TIME)
                .value();
    }

    private Run run(@Nullable Instant asOf) {
        return runs.get(key(asOf), this::compute);
    }

    private Key key(@Nullable Instant asOf) {
        Workspace.Settings settings = workspace.settings();
        return new Key(
                AsOf.orThisMinute(asOf, clock),
                timelines.version(),
                settings.currency() == null ? NO_CURRENCY : settings.currency(),
                settings.minorRates());
    }

    private Run compute(Key key) {
        RfmQuery query = new RfmQuery(Micros.of(key.asOf), key.currency, key.rates, true);
        Timelines.FoldPlan<RfmTable> orders = words -> new RfmFold(words, query);
        Timelines.FoldPlan<FirstFacts> population = FirstFactFold::new;
        List<Timelines.FoldResult<?>> results =
                timelines.foldAll(List.of(orders, population), END_OF_TIME);
        return new Run(
                key,
                new Models.Figures(
                        key.asOf,
                        (RfmTable) results.getFirst().value(),
                        new KnownPopulation((FirstFacts) results.getLast().value()),
                        key.currency.equals(NO_CURRENCY) ? null : key.currency,
                        results.getFirst().version(),
                        clock.instant()));
    }
}
