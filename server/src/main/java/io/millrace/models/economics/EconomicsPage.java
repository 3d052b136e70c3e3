package io.millrace.models.economics;

import io.millrace.kernel.model.economics.Dealings;
import io.millrace.kernel.model.economics.Retention;
import io.millrace.kernel.model.economics.TenureProfit;
import io.millrace.kernel.model.economics.TenureSums;
import io.millrace.kernel.model.economics.Tenures;
import io.millrace.kernel.model.satisfaction.Proportion;
import io.millrace.models.economics.Economics.Kept;
import io.millrace.models.economics.Economics.Lack;
import io.millrace.models.economics.Economics.Page;
import io.millrace.models.economics.Economics.Part;
import io.millrace.models.economics.Economics.Period;
import io.millrace.models.economics.Economics.Rates;
import io.millrace.models.economics.Economics.Step;
import io.millrace.models.economics.Economics.Worth;
import io.millrace.models.influence.Influence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts the page together. */
record EconomicsPage(
        Instant asOf,
        @Nullable String currency,
        Economics.Every every,
        EconomicsSettings settings,
        Rates rates,
        Tenures tenures,
        Groups groups) {
    Page page(Dealings dealings, Influence.Network network) {
        List<Lack> lacking = lacking(dealings, network);
        TenureSums.Sum[] sums = TenureSums.of(tenures, dealings, bringings(network));
        Retention retention = Retention.of(tenures);
        return new Page(
                asOf,
                currency,
                every,
                settings,
                rates,
                groups.count("all"),
                groups.open("all", 0),
                retention.steps().isEmpty() ? null : kept(retention.overall()),
                retention.steps().stream().map(this::step).toList(),
                periods(sums, lacking),
                lacking,
                retention.steps().isEmpty() ? null : worth(sums, retention.overall().share()));
    }

    private List<TenureSums.Bringing> bringings(Influence.Network network) {
        List<TenureSums.Bringing> links = new ArrayList<>();
        for (Influence.Bringing one : network.bringings()) {
            int by = tenures.histories().rowOf(one.by());
            int brought = tenures.histories().rowOf(one.brought());
            if (by >= 0 && brought >= 0) {
                links.add(new TenureSums.Bringing(by, brought));
            }
        }
        return links;
    }

    private boolean isProfit() {
        return !"revenue".equals(rates.marginFrom());
    }

    /** Costs taken from revenue would be neither revenue nor profit, so a margin comes first. */
    private List<Lack> lacking(Dealings dealings, Influence.Network network) {
        List<Lack> lacking = new ArrayList<>();
        if (!isProfit()) {
            lacking.add(new Lack("margin", "margin"));
        }
        if (!isProfit() || settings.acquisitionCost() == null) {
            lacking.add(new Lack("acquisition", isProfit() ? "acquisition-cost" : "margin"));
        }
        if (!isProfit()) {
            lacking.add(new Lack("cost-saving", "margin"));
        } else if (settings.contactCost() == null || dealings.contacts() == 0) {
            String needs = dealings.contacts() == 0 ? "contacts" : "contact-cost";
            lacking.add(new Lack("cost-saving", needs));
        }
        if (IntStream.range(0, network.size()).noneMatch(row -> network.reach(row) > 0)) {
            lacking.add(new Lack("referral", "referrals"));
        }
        if (dealings.lines() == 0) {
            lacking.add(new Lack("price-premium", "lines"));
        }
        return lacking;
    }

    private static Kept kept(Proportion share) {
        return new Kept(share.of(), share.hits(), share.share(), share.low(), share.high());
    }

    private Step step(Retention.Step step) {
        int period = step.period();
        return new Step(
                period,
                kept(step.kept()),
                groups.open("had", period),
                groups.open("kept", period),
                groups.open("left", period));
    }

    private List<Period> periods(TenureSums.Sum[] sums, List<Lack> lacking) {
        Long contactCost = settings.contactCost();
        TenureProfit.Basis basis =
                new TenureProfit.Basis(
                        rates.margin(),
                        lacks(lacking, "cost-saving") || contactCost == null
                                ? Double.NaN
                                : contactCost,
                        !lacks(lacking, "price-premium"),
                        !lacks(lacking, "referral"));
        List<Period> periods = new ArrayList<>();
        Long acquisition = settings.acquisitionCost();
        if (sums.length > 0 && acquisition != null && isProfit()) {
            periods.add(won(acquisition));
        }
        for (TenureSums.Sum sum : sums) {
            if (sum.customers() > 0) {
                periods.add(period(sum, basis));
            }
        }
        return periods;
    }

    private static boolean lacks(List<Lack> lacking, String part) {
        return lacking.stream().anyMatch(lack -> lack.part().equals(part));
    }

    private Period won(long cost) {
        int customers = groups.count("all");
        String open = groups.open("all", 0);
        return new Period(
                0,
                customers,
                open,
                customers,
                open,
                0,
                0,
                null,
                -cost,
                List.of(new Part(key(TenureProfit.Part.ACQUISITION), -cost)));
    }

    private Period period(TenureSums.Sum sum, TenureProfit.Basis basis) {
        TenureProfit profit = TenureProfit.of(sum, basis);
        int reached = 0;
        for (int row = 0; row < tenures.size(); row++) {
            reached += sum.period() <= tenures.complete(row) ? 1 : 0;
        }
        double index = sum.priceIndex();
        return new Period(
                sum.period(),
                reached,
                groups.open("reached", sum.period()),
                sum.customers(),
                groups.open("bought", sum.period()),
                (double) sum.orders() / sum.customers(),
                Math.round((double) sum.revenue() / sum.customers()),
                basis.premium() && Double.isFinite(index) ? index : null,
                profit.profit(),
                Arrays.stream(TenureProfit.Part.values())
                        .filter(profit.parts()::containsKey)
                        .map(part -> new Part(key(part), profit.parts().getOrDefault(part, 0L)))
                        .toList());
    }

    private static String key(TenureProfit.Part part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Worth worth(TenureSums.Sum[] sums, double retention) {
        long periods = Arrays.stream(sums).mapToLong(TenureSums.Sum::customers).sum();
        long revenue = Arrays.stream(sums).mapToLong(TenureSums.Sum::revenue).sum();
        return new Valuing(
                        rates,
                        every.months(),
                        rates.margin() * revenue / periods,
                        periods,
                        retention,
                        groups,
                        isProfit() ? settings.acquisitionCost() : null)
                .worth();
    }
}
