package io.millrace.models.response;

import io.millrace.kernel.model.basket.ItemHistories;
import io.millrace.kernel.model.response.DealOdds;
import io.millrace.kernel.model.response.Deals;
import io.millrace.models.response.Responses.Buyer;
import io.millrace.models.response.Responses.Buying;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts each customer's purchases on a deal against what is expected of them. */
final class Buyers {
    private static final int FEWEST = 100;

    private final Lines lines;
    private final Choices chances;
    private final int[] items;
    private final int[] deals;
    private final int[] choices;
    private final double[] expected;
    private final double[] over;
    private final double[] information;
    private final double[] depths;
    private final long[] spent;

    Buyers(Lines lines) {
        this.lines = lines;
        int customers = lines.histories.size();
        this.items = new int[customers];
        this.deals = new int[customers];
        this.choices = new int[customers];
        this.expected = new double[customers];
        this.over = new double[customers];
        this.information = new double[customers];
        this.depths = new double[customers];
        this.spent = new long[customers];
        this.chances = new Choices(lines);
        lines.each(this::count);
    }

    private void count(int row, int day, int line) {
        boolean deal = lines.isDeal(line);
        items[row]++;
        spent[row] += lines.histories.amount(line);
        deals[row] += deal ? 1 : 0;
        depths[row] += deal ? Deals.depth(lines.histories, line) : 0;
        double chance = chances.chance(day, line);
        if (Choices.isChoice(chance)) {
            choices[row]++;
            expected[row] += chance;
            over[row] += (deal ? 1 : 0) - chance;
            information[row] += chance * (1 - chance);
        }
    }

    Buying told() {
        int[] known = IntStream.range(0, items.length).filter(row -> choices[row] > 0).toArray();
        int possible = Arrays.stream(choices).sum();
        if (possible < FEWEST) {
            return new Buying.TooFewDeals(possible, FEWEST);
        }
        DealOdds odds =
                DealOdds.fit(
                        Arrays.stream(known).mapToDouble(row -> over[row]).toArray(),
                        Arrays.stream(known).mapToDouble(row -> information[row]).toArray());
        PricePositions positions = new PricePositions(lines);
        List<Buyer> buyers = new ArrayList<>();
        for (int row = 0; row < items.length; row++) {
            if (items[row] > 0) {
                buyers.add(buyer(row, odds, positions));
            }
        }
        return new Buying.Known(odds.spread(), buyers);
    }

    private Buyer buyer(int row, DealOdds odds, PricePositions positions) {
        ItemHistories histories = lines.histories;
        return new Buyer(
                histories.customerHigh(row),
                histories.customerLow(row),
                orders(row),
                items[row],
                deals[row],
                choices[row],
                choices[row] == 0 ? 0 : expected[row] / choices[row],
                choices[row] == 0 ? 1 : index(row, odds.shift(over[row], information[row])),
                odds.reliability(information[row]),
                deals[row] == 0 ? Double.NaN : depths[row] / deals[row],
                positions.of(row),
                deals[row] == 0 ? null : favourite(row),
                spent[row]);
    }

    /** How many times as many deals as expected the shift comes to on the customer's choices. */
    private double index(int row, double shift) {
        double[] sum = new double[1];
        lines.each(
                row,
                (_, day, line) -> {
                    double chance = chances.chance(day, line);
                    sum[0] += Choices.isChoice(chance) ? DealOdds.shifted(chance, shift) : 0;
                });
        return sum[0] / expected[row];
    }

    private int orders(int row) {
        int orders = 0;
        for (int visit = lines.histories.from(row); visit < lines.histories.to(row); visit++) {
            orders += lines.histories.day(visit) >= lines.from ? 1 : 0;
        }
        return orders;
    }

    /** Of equals the first by name; null if all were without a category. */
    private @Nullable String favourite(int row) {
        int[] times = new int[lines.groups()];
        lines.each(row, (_, _, line) -> times[lines.group(line)] += lines.isDeal(line) ? 1 : 0);
        int best = -1;
        for (int group = 0; group < lines.categories.size(); group++) {
            best = times[group] > (best < 0 ? 0 : times[best]) ? group : best;
        }
        return best < 0 ? null : lines.categories.get(best);
    }
}
