package io.millrace.models.economics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.kernel.model.economics.Tenures;
import io.millrace.models.Models;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everybody's tenure as of an instant, kept until a fact arrives. */
@Component
final class TenuresKept {
    private record Key(Economics.Every every, Instant asOf, long version) {}

    record Grouped(Tenures tenures, Groups groups) {}

    private final Models models;
    private final Timelines timelines;
    private final Workspace workspace;
    private final Clock clock;
    private final Cache<Key, Grouped> kept = Caffeine.newBuilder().maximumSize(3).build();

    TenuresKept(Models models, Timelines timelines, Workspace workspace, Clock clock) {
        this.models = models;
        this.timelines = timelines;
        this.workspace = workspace;
        this.clock = clock;
    }

    Grouped of(Economics.Every every, @Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        return kept.get(new Key(every, instant, timelines.version()), this::group);
    }

    private Grouped group(Key key) {
        LocalDate today = key.asOf.atZone(workspace.settings().zone()).toLocalDate();
        Tenures tenures =
                Tenures.of(
                        models.histories(key.asOf),
                        key.every.months(),
                        Math.toIntExact(today.toEpochDay()));
        return new Grouped(tenures, new Groups(tenures, key.every, today));
    }
}
