package io.millrace.models.scores;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The map of expected orders, kept until a fact arrives. */
@Component
final class Heats {
    private record Key(Instant asOf, long version) {}

    private final ClvModel model;
    private final Tables tables;
    private final Gathering gathering;
    private final Timelines timelines;
    private final Workspace workspace;
    private final Clock clock;
    private final Cache<Key, Heat> kept = Caffeine.newBuilder().maximumSize(4).build();

    Heats(
            ClvModel model,
            Tables tables,
            Gathering gathering,
            Timelines timelines,
            Workspace workspace,
            Clock clock) {
        this.model = model;
        this.tables = tables;
        this.gathering = gathering;
        this.timelines = timelines;
        this.workspace = workspace;
        this.clock = clock;
    }

    Heat of(@Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        return kept.get(new Key(instant, timelines.version()), _ -> heat(instant));
    }

    private Heat heat(Instant asOf) {
        int today =
                Math.toIntExact(
                        asOf.atZone(workspace.settings().zone()).toLocalDate().toEpochDay());
        return new Heat(tables.of(model, asOf), gathering.histories(asOf), today);
    }
}
