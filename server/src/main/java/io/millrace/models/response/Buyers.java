package io.millrace.models.response;

import io.millrace.kernel.model.basket.ItemHistories;
import io.millrace.kernel.model.response.DealShares;
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
    private final int[] items;
    private final int[] deals;
    private final int[] choices;
    private final int[] chosen;
    private final double[] expected;
    private final double[] depths;
    private final long[] spent;

    Buyers(Lines lines) {
        this.lines = lines;
        int customers = lines.histories.size();
        this.items = new int[customers];
        this.deals = new int[customers];
        this.choices = new int[customers];
        this.chosen = new int[customers];
        this.expected = new double[customers];
        this.depths = new double[customers];
        this.spent = new long[customers];
        Choices shares = new Choices(lines);
        lines.each((row, day, line) -> count(row, day, line, shares));
    }

    private void count(int row, int day, int line, Choices shares) {
        boolean deal = lines.isDeal(line);
        items[row]++;
        spent[row] += lines.histories.amount(line);
        deals[row] += deal ? 1 : 0;
        depths[row] += deal ? Deals.depth(lines.histories, line) : 0;
        if (shares.isChoice(day, line)) {
            choices[row]++;
            chosen[row] += deal ? 1 : 0;
            expected[row] += shares.expected(day, line);
        }
    }

    Buying told() {
        int[] known = IntStream.range(0, items.length).filter(row -> choices[row] > 0).toArray();
        int possible = Arrays.stream(choices).sum();
        if (possible < FEWEST) {
            return new Buying.TooFewDeals(possible, FEWEST);
        }
        DealShares shares =
                DealShares.fit(
                        Arrays.stream(known).map(row -> chosen[row]).toArray(),
                        Arrays.stream(known).map(row -> choices[row]).toArray(),
                        Arrays.stream(known).mapToDouble(this::share).toArray());
        PricePositions positions = new PricePositions(lines);
        List<Buyer> buyers = new ArrayList<>();
        for (int row = 0; row < items.length; row++) {
            if (items[row] > 0) {
                buyers.add(buyer(row, shares, positions));
            }
        }
        return new Buying.Known(shares.precision(), buyers);
    }

    private double share(int row) {
        return choices[row] == 0 ? 0 : expected[row] / choices[row];
    }

    private Buyer buyer(int row, DealShares shares, PricePositions positions) {
        ItemHistories histories = lines.histories;
        double share = share(row);
        return new Buyer(
                histories.customerHigh(row),
                histories.customerLow(row),
                orders(row),
                items[row],
                deals[row],
                choices[row],
                share,
                choices[row] == 0 ? 1 : shares.index(chosen[row], choices[row], share),
                shares.reliability(choices[row]),
                deals[row] == 0 ? Double.NaN : depths[row] / deals[row],
                positions.of(row),
                deals[row] == 0 ? null : favourite(row),
                spent[row]);
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
