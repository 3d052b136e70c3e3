package io.millrace.models.response;

import io.millrace.kernel.model.basket.ItemHistories;
import io.millrace.kernel.model.response.Demand;
import io.millrace.kernel.model.response.DemandRules;
import io.millrace.kernel.model.response.Shrunk;
import io.millrace.models.response.Responses.Answer;
import io.millrace.models.response.Responses.Category;
import io.millrace.models.response.Responses.Demands;
import io.millrace.models.response.Responses.Estimate;
import io.millrace.models.response.Responses.Month;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells each category by itself and drawn towards the others, and counts the months. */
final class CountedDemands {
    private static final double REACH = 1.959963984540054;

    private final Lines lines;
    private final List<Demand.Group> groups;
    private final @Nullable Shrunk price;
    private final @Nullable Shrunk promotion;

    CountedDemands(Lines lines) {
        this.lines = lines;
        Demand demand = new Demand(lines.histories, lines.items.today(), DemandRules.USUAL);
        this.groups =
                IntStream.range(0, lines.groups())
                        .mapToObj(group -> demand.of(lines.products(group)))
                        .toList();
        this.price = shrunk(Demand.Group::price);
        this.promotion = shrunk(Demand.Group::promotion);
    }

    private @Nullable Shrunk shrunk(Function<Demand.Group, Demand.Told> of) {
        List<Demand.Effect> effects =
                groups.stream().map(of).map(Demand.Told::effect).filter(Objects::nonNull).toList();
        return effects.isEmpty()
                ? null
                : Shrunk.of(
                        effects.stream().mapToDouble(Demand.Effect::value).toArray(),
                        effects.stream().mapToDouble(Demand.Effect::variance).toArray());
    }

    Demands told() {
        ItemHistories histories = lines.histories;
        int[] counts = new int[3];
        lines.each((_, _, line) -> {
            counts[0]++;
            counts[1] += lines.isDeal(line) ? 1 : 0;
            counts[2] += histories.asked(line) > histories.amount(line) ? 1 : 0;
        });
        return new Demands(
                lines.items.asOf(),
                counts[0],
                counts[1],
                counts[2],
                DemandRules.USUAL.leastProducts(),
                price == null ? null : estimate(price.unseen()),
                promotion == null ? null : estimate(promotion.unseen()),
                categories(),
                months());
    }

    private List<Category> categories() {
        int[] buyers = lines.buyers();
        List<Category> categories = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            if (groups.get(group).units() > 0) {
                categories.add(category(group, buyers[group]));
            }
        }
        categories.sort(Comparator.comparingLong(Category::units).reversed());
        return categories;
    }

    private Category category(int group, int buyers) {
        Demand.Group told = groups.get(group);
        boolean named = group < lines.categories.size();
        String name = named ? lines.categories.get(group) : null;
        return new Category(
                name,
                told.products(),
                told.used(),
                told.changed(),
                told.promotions(),
                told.units(),
                told.dealUnits(),
                finite(told.depth()),
                answer(told.price(), price),
                answer(told.promotion(), promotion),
                answer(told.after(), null),
                finite(told.gained()),
                finite(told.lost()),
                buyers,
                DealSelection.ofCategory(name));
    }

    private static Answer answer(Demand.Told told, @Nullable Shrunk others) {
        Demand.Effect effect = told.effect();
        Demand.Lack lack = told.lack();
        Estimate shrunk = null;
        if (others != null) {
            shrunk =
                    estimate(
                            effect == null
                                    ? others.unseen()
                                    : others.of(effect.value(), effect.variance()));
        }
        return new Answer(
                effect == null ? null : new Estimate(effect.value(), effect.low(), effect.high()),
                lack == null ? null : lack.name().toLowerCase(Locale.ROOT),
                shrunk);
    }

    private static Estimate estimate(Shrunk.Known known) {
        double reach = REACH * known.error();
        return new Estimate(known.value(), known.value() - reach, known.value() + reach);
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? (Double) number : null;
    }

    /** Sums of one month while it is counted. */
    private static final class Sums {
        private int items;
        private int deals;
        private int customers;
        private int last = -1;
    }

    private List<Month> months() {
        Map<YearMonth, Sums> months = new TreeMap<>();
        lines.each((row, day, line) -> {
            Sums sums = months.computeIfAbsent(month(day), _ -> new Sums());
            sums.items++;
            if (lines.isDeal(line)) {
                sums.deals++;
                sums.customers += sums.last == row ? 0 : 1;
                sums.last = row;
            }
        });
        return months.entrySet().stream()
                .map(one -> {
                    Sums sums = one.getValue();
                    return new Month(
                            one.getKey(),
                            sums.items,
                            sums.deals,
                            sums.customers,
                            DealSelection.ofMonth(one.getKey()));
                })
                .toList();
    }

    static YearMonth month(int day) {
        return YearMonth.from(LocalDate.ofEpochDay(day));
    }
}
