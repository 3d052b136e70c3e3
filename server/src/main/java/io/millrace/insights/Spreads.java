package io.millrace.insights;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.kernel.model.Pareto;
import io.millrace.kernel.model.RfmTable;
import io.millrace.models.Models;
import io.millrace.shared.Label;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pareto's curve, shares and pyramid over the figures of the models. */
@Component
final class Spreads {
    private static final double[] SHARES = {1, 5, 10, 20, 30, 50};
    private static final List<Label> TIERS =
            List.of(
                    new Label("Top 1 %", "顶端 1%"),
                    new Label("Next 4 %", "其次 4%"),
                    new Label("Next 15 %", "再次 15%"),
                    new Label("Next 30 %", "中间 30%"),
                    new Label("Last 50 %", "末端 50%"));

    private record Key(RfmTable table, Pareto.Measure measure) {}

    private final Models models;
    private final Cache<Key, Pareto> sorted = Caffeine.newBuilder().maximumSize(4).build();

    Spreads(Models models) {
        this.models = models;
    }

    Insights.Spread spread(Pareto.Measure measure, @Nullable Instant asOf) {
        Models.Figures figures = models.figures(asOf);
        Pareto pareto = pareto(figures, measure);
        return new Insights.Spread(
                figures.asOf(),
                measure,
                figures.currency(),
                pareto.customers(),
                pareto.amount(),
                pareto.curve(),
                finite(pareto.gini()),
                Arrays.stream(SHARES).mapToObj(p -> share(p, pareto, measure, figures)).toList(),
                pareto.customersFor(0.8),
                pareto.pyramid(Pareto.DEFAULT_TIERS).stream()
                        .map(tier -> tier(tier, measure, figures))
                        .toList(),
                figures.version());
    }

    Optional<SortedProfiles> top(Pareto.Measure measure, double percent, @Nullable Instant asOf) {
        if (!(percent > 0 && percent <= 100)) {
            return Optional.empty();
        }
        Models.Figures figures = models.figures(asOf);
        Pareto pareto = pareto(figures, measure);
        return Optional.of(ranks(figures, pareto, 0, pareto.customersInTop(percent)));
    }

    Optional<SortedProfiles> tier(Pareto.Measure measure, int number, @Nullable Instant asOf) {
        Models.Figures figures = models.figures(asOf);
        Pareto pareto = pareto(figures, measure);
        return pareto.pyramid(Pareto.DEFAULT_TIERS).stream()
                .filter(tier -> tier.number() == number)
                .findFirst()
                .map(tier -> ranks(figures, pareto, tier.firstRank(), tier.customers()));
    }

    private Pareto pareto(Models.Figures figures, Pareto.Measure measure) {
        return sorted.get(
                new Key(figures.table(), measure), key -> Pareto.of(key.table, key.measure));
    }

    private static SortedProfiles ranks(
            Models.Figures figures, Pareto pareto, int from, int customers) {
        RfmTable table = figures.table();
        int[] rows = new int[customers];
        for (int rank = 0; rank < customers; rank++) {
            rows[rank] = pareto.row(from + rank);
        }
        Arrays.sort(rows);
        return SortedProfiles.of(customers, n -> rows[n], table::customerHigh, table::customerLow);
    }

    private static Insights.Top share(
            double percent, Pareto pareto, Pareto.Measure measure, Models.Figures figures) {
        int customers = pareto.customersInTop(percent);
        long amount = pareto.amountOfTop(customers);
        Double share = pareto.amount() > 0 ? (double) amount / pareto.amount() : null;
        String open =
                "in=pareto.top:%s-%s&asOf=%s"
                        .formatted(name(measure), Math.round(percent), figures.asOf());
        return new Insights.Top(percent, customers, share, amount, open);
    }

    private static Insights.Tier tier(
            Pareto.Tier tier, Pareto.Measure measure, Models.Figures figures) {
        String open =
                "in=pareto.tier:%s-%d&asOf=%s"
                        .formatted(name(measure), tier.number(), figures.asOf());
        return new Insights.Tier(
                tier.number(),
                TIERS.get(tier.number() - 1),
                tier.percent(),
                tier.customers(),
                tier.amount(),
                finite(tier.share()),
                open);
    }

    static String name(Pareto.Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
