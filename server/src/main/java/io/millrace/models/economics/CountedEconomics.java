package io.millrace.models.economics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.kernel.model.RfmQuery;
import io.millrace.kernel.model.economics.Dealings;
import io.millrace.kernel.model.economics.DealingsFold;
import io.millrace.kernel.timeline.Micros;
import io.millrace.models.Margin;
import io.millrace.models.Models;
import io.millrace.models.PageSettings;
import io.millrace.models.influence.Influence;
import io.millrace.models.scores.ScoreSettings;
import io.millrace.models.scores.Scores;
import io.millrace.shared.FieldProblem;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts from the timelines; each answer is kept until a fact arrives. */
@Component
final class CountedEconomics implements Economics {
    private static final String NAME = "economics";

    /** Stands for a currency where there is none yet, so that no order is in it. */
    private static final String NO_CURRENCY = "XTS";

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private record Key(
            Every every,
            Instant asOf,
            long version,
            EconomicsSettings settings,
            ScoreSettings others) {}

    private final TenuresKept grouping;
    private final Models models;
    private final Scores scores;
    private final Influence influence;
    private final Timelines timelines;
    private final PageSettings settings;
    private final Workspace workspace;
    private final Clock clock;
    private final Cache<Key, Page> pages = Caffeine.newBuilder().maximumSize(12).build();

    CountedEconomics(
            TenuresKept grouping,
            Models models,
            Scores scores,
            Influence influence,
            Timelines timelines,
            PageSettings settings,
            Workspace workspace,
            Clock clock) {
        this.grouping = grouping;
        this.models = models;
        this.scores = scores;
        this.influence = influence;
        this.timelines = timelines;
        this.settings = settings;
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public Page page(@Nullable Every every, @Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        if (every != null) {
            return counted(every, instant);
        }
        return Arrays.stream(Every.values())
                .map(one -> counted(one, instant))
                .filter(page -> page.overall() != null)
                .findFirst()
                .orElseGet(() -> counted(Every.YEAR, instant));
    }

    private Page counted(Every every, Instant asOf) {
        Key key = new Key(every, asOf, timelines.version(), settings(), scores.settings());
        return pages.get(key, this::count);
    }

    private Page count(Key key) {
        TenuresKept.Grouped grouped = grouping.of(key.every, key.asOf);
        return new EconomicsPage(
                        key.asOf,
                        workspace.settings().currency(),
                        key.every,
                        key.settings,
                        rates(key.settings, key.others, key.asOf),
                        grouped.tenures(),
                        grouped.groups())
                .page(dealings(key.asOf), influence.network(key.asOf));
    }

    Rates rates(EconomicsSettings own, ScoreSettings others, Instant asOf) {
        Double margin = own.margin() == null ? others.margin() : own.margin();
        Double discount = own.discountYearly();
        Margin known = Margin.of(models.figures(asOf), margin);
        boolean models = own.margin() == null && others.margin() != null;
        return new Rates(
                known.share(),
                models ? "models" : known.from(),
                discount == null ? others.discountYearly() : discount,
                discount == null ? "models" : "settings",
                own.growthYearly(),
                own.years(),
                own.atOnce());
    }

    private Dealings dealings(Instant asOf) {
        Workspace.Settings house = workspace.settings();
        String currency = house.currency() == null ? NO_CURRENCY : house.currency();
        RfmQuery query = new RfmQuery(Micros.of(asOf), currency, house.minorRates(), true);
        ZoneId zone = house.zone();
        return timelines.fold(words -> new DealingsFold(words, query, zone), END_OF_TIME).value();
    }

    @Override
    public EconomicsSettings settings() {
        return settings.read(NAME, EconomicsSettings.class, EconomicsSettings.DEFAULT);
    }

    @Override
    public Change change(EconomicsSettings changed) {
        List<FieldProblem> problems = changed.problems();
        if (!problems.isEmpty()) {
            return new Change.Invalid(problems);
        }
        settings.write(NAME, changed);
        return new Change.Done(changed);
    }
}
