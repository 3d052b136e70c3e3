package io.millrace.models.scores;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Scores as the timelines tell them, each table kept until a fact arrives. */
@Component
final class Tables {
    private static final long ROWS_KEPT = 3_000_000;

    private record Key(String model, Instant asOf, long version) {}

    private final Timelines timelines;
    private final Clock clock;
    private final Cache<Key, ScoreColumns> kept =
            Caffeine.newBuilder()
                    .maximumWeight(ROWS_KEPT)
                    .<Key, ScoreColumns>weigher((_, table) -> 100 + table.size())
                    .build();

    Tables(Timelines timelines, Clock clock) {
        this.timelines = timelines;
        this.clock = clock;
    }

    ScoreColumns of(ScoringModel model, @Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        return kept.get(
                new Key(model.key(), instant, timelines.version()),
                _ -> without(model, instant, Set.of()));
    }

    /** As if these runs had not been. */
    ScoreColumns without(ScoringModel model, Instant asOf, Set<UUID> runs) {
        return timelines.fold(words -> new ScoreFold(words, model, runs), asOf).value();
    }
}
