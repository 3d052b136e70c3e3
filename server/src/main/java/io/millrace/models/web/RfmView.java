package io.millrace.models.web;

import io.millrace.kernel.model.RfmRegion;
import io.millrace.kernel.model.RfmScores;
import io.millrace.models.Models;
import io.millrace.models.RfmSettings;
import io.millrace.shared.Label;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /rfm}; money in minor units of {@code currency}. */
record RfmView(
        Instant asOf,
        int customers,
        int unscored,
        @Nullable String currency,
        List<Cell> grid,
        List<Type> types,
        List<Region> regions,
        Limits thresholds,
        TypeThresholds typeThresholds,
        RfmSettings settings,
        Excluded excluded,
        long version,
        Instant computedAt) {

    record Cell(int r, int fm, String region, Label regionLabel, int customers, long revenue) {}

    record Type(String type, Label label, int customers, long revenue) {}

    record Region(String region, Label label, int customers, long revenue) {}

    record Limits(List<Long> r, List<Long> f, List<Long> m) {}

    record TypeThresholds(
            @Nullable Double r,
            @Nullable Double f,
            @Nullable Double m,
            RfmSettings.@Nullable Mode mode) {}

    /**
     * @param otherCurrencies facts with money for which the workspace has no rate
     */
    record Excluded(long otherCurrencies) {}

    static RfmView of(Models.Rfm rfm) {
        Models.Figures figures = rfm.figures();
        RfmScores scores = rfm.scores();
        RfmScores.Limits limits = scores.limits();
        return new RfmView(
                figures.asOf(),
                figures.table().size(),
                figures.unscored(),
                figures.currency(),
                scores.cells().stream().map(RfmView::cell).toList(),
                scores.typeTotals().stream().map(RfmView::type).toList(),
                scores.regionTotals().stream().map(RfmView::region).toList(),
                new Limits(limits.recencyDays(), limits.frequency(), limits.monetary()),
                thresholds(rfm),
                rfm.settings(),
                new Excluded(figures.table().excludedFacts()),
                figures.version(),
                figures.computedAt());
    }

    private static Cell cell(RfmScores.Cell cell) {
        return new Cell(
                cell.r(),
                cell.fm(),
                cell.region().key(),
                label(cell.region()),
                cell.customers(),
                cell.revenue());
    }

    private static Type type(RfmScores.TypeTotal total) {
        return new Type(
                total.type().key(),
                new Label(total.type().english(), total.type().chinese()),
                total.customers(),
                total.revenue());
    }

    private static Region region(RfmScores.RegionTotal total) {
        return new Region(
                total.region().key(), label(total.region()), total.customers(), total.revenue());
    }

    private static Label label(RfmRegion region) {
        return new Label(region.english(), region.chinese());
    }

    private static TypeThresholds thresholds(Models.Rfm rfm) {
        RfmScores.Parting parting = rfm.scores().parting();
        RfmSettings.Types types = rfm.settings().types();
        return new TypeThresholds(
                finite(parting.recencyDays()),
                finite(parting.frequency()),
                finite(parting.monetary()),
                types == null ? null : types.mode());
    }

    /** Where there is no customer there is no mean; JSON has no NaN. */
    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
