package io.millrace.models.response;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.models.baskets.BoughtTogether.By;
import io.millrace.models.offers.BoughtItems;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers from everybody's purchases; the last ones are kept until a fact arrives. */
@Component
final class FoundResponses implements Responses {
    private record Key(Instant asOf, long version) {}

    private final BoughtItems bought;
    private final Timelines timelines;
    private final Clock clock;
    private final Cache<Key, Demands> kept = Caffeine.newBuilder().maximumSize(4).build();

    FoundResponses(BoughtItems bought, Timelines timelines, Clock clock) {
        this.bought = bought;
        this.timelines = timelines;
        this.clock = clock;
    }

    Lines lines(@Nullable Instant asOf) {
        return new Lines(bought.of(By.SKU, AsOf.orThisMinute(asOf, clock)));
    }

    @Override
    public Demands demands(@Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        return kept.get(
                new Key(instant, timelines.version()),
                _ -> new CountedDemands(lines(instant)).told());
    }

    @Override
    public Buying buying(@Nullable Instant asOf) {
        return new Buyers(lines(asOf)).told();
    }
}
