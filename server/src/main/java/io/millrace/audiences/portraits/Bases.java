package io.millrace.audiences.portraits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.customers.CustomerFiles;
import io.millrace.kernel.model.RfmFold;
import io.millrace.kernel.model.RfmQuery;
import io.millrace.kernel.model.RfmTable;
import io.millrace.kernel.model.portrait.TraitFold;
import io.millrace.kernel.model.portrait.TraitQuery;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Micros;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One scan for all groupings, kept until a fact arrives or room is wanted for another instant. */
@Component
class Bases {
    static final String PURPOSE = "marketing";
    static final List<String> CHANNELS = List.of("email", "sms", "wechat", "wecom", "push");

    private static final String NO_CURRENCY = "XTS";

    /** Who a buyer is may be learnt after the purchase, so the cut is in the folds. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    /** Customers in all bases that are kept; a few hundred bytes each with their groupings. */
    private static final long ROWS_KEPT = 2_500_000;

    private record Key(
            Instant asOf,
            long version,
            ZoneId zone,
            String currency,
            Map<String, Long> rates,
            List<String> attributes) {}

    private final Timelines timelines;
    private final Workspace workspace;
    private final Attributes readable;
    private final Clock clock;
    private final Cache<Key, Base> bases =
            Caffeine.newBuilder()
                    .maximumWeight(ROWS_KEPT)
                    .<Key, Base>weigher((_, base) -> 100 + base.size())
                    .build();
    private final Cache<Key, RfmTable> orders =
            Caffeine.newBuilder()
                    .maximumWeight(ROWS_KEPT)
                    .<Key, RfmTable>weigher((_, table) -> 100 + table.size())
                    .build();

    Bases(Timelines timelines, Workspace workspace, Attributes readable, Clock clock) {
        this.timelines = timelines;
        this.workspace = workspace;
        this.readable = readable;
        this.clock = clock;
    }

    Base of(@Nullable Instant asOf) {
        List<String> attributes =
                readable.readable().stream().map(CustomerFiles.AttributeView::name).toList();
        return bases.get(key(asOf, attributes), this::compute);
    }

    /** Every customer's orders as of another instant, such as the beginning of a period. */
    RfmTable ordersBy(Instant asOf) {
        return orders.get(key(asOf, List.of()), this::computeOrders);
    }

    private Key key(@Nullable Instant asOf, List<String> attributes) {
        Workspace.Settings settings = workspace.settings();
        return new Key(
                AsOf.orThisMinute(asOf, clock),
                timelines.version(),
                settings.zone(),
                settings.currency() == null ? NO_CURRENCY : settings.currency(),
                settings.minorRates(),
                attributes);
    }

    private Base compute(Key key) {
        TraitQuery query = new TraitQuery(Micros.of(key.asOf), key.attributes, PURPOSE, CHANNELS);
        AtomicReference<Dictionary> used = new AtomicReference<>();
        Timelines.FoldPlan<TraitFold.Filling> traits =
                words -> {
                    used.set(words);
                    return new TraitFold(words, query);
                };
        List<Timelines.FoldResult<?>> results =
                timelines.foldAll(List.of(traits, plan(key)), END_OF_TIME);
        return Base.of(
                key.asOf,
                results.getFirst().version(),
                key.zone,
                key.currency.equals(NO_CURRENCY) ? null : key.currency,
                query,
                ((TraitFold.Filling) results.getFirst().value()).table(),
                used.get(),
                (RfmTable) results.getLast().value());
    }

    private RfmTable computeOrders(Key key) {
        return timelines.fold(plan(key), END_OF_TIME).value();
    }

    private static Timelines.FoldPlan<RfmTable> plan(Key key) {
        RfmQuery query = new RfmQuery(Micros.of(key.asOf), key.currency, key.rates, true);
        return words -> new RfmFold(words, query);
    }
}
