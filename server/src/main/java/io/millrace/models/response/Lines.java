package io.millrace.models.response;

import io.millrace.kernel.model.basket.ItemHistories;
import io.millrace.kernel.model.response.Deals;
import io.millrace.models.offers.BoughtItems;
import io.millrace.shared.SortedProfiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The purchases that are looked at, with the number of each product's category. */
final class Lines {
    final BoughtItems.Items items;
    final ItemHistories histories;

    /** Ascending; the last one stands for products without a category. */
    final List<String> categories;

    final int[] categoryOf;
    final int from;

    Lines(BoughtItems.Items items) {
        this.items = items;
        this.histories = items.histories();
        this.from = items.today() - Responses.DAYS;
        this.categories = new ArrayList<>(new TreeSet<>(items.categories().values()));
        int products = histories.items().size();
        this.categoryOf = new int[products];
        for (int product = 0; product < products; product++) {
            String category = items.category(product);
            categoryOf[product] =
                    category == null ? categories.size() : categories.indexOf(category);
        }
    }

    /** Products with and without a category. */
    int groups() {
        return categories.size() + 1;
    }

    int[] products(int group) {
        return IntStream.range(0, categoryOf.length)
                .filter(product -> categoryOf[product] == group)
                .toArray();
    }

    /** One purchase of one product on one day. */
    @FunctionalInterface
    interface Each {
        void line(int row, int day, int line);
    }

    @FunctionalInterface
    interface Which {
        boolean is(int day, int line);
    }

    void each(Each each) {
        for (int row = 0; row < histories.size(); row++) {
            each(row, each);
        }
    }

    void each(int row, Each each) {
        for (int visit = histories.from(row); visit < histories.to(row); visit++) {
            int day = histories.day(visit);
            if (day < from) {
                continue;
            }
            for (int line = histories.lineFrom(visit); line < histories.lineTo(visit); line++) {
                each.line(row, day, line);
            }
        }
    }

    boolean isDeal(int line) {
        return Deals.isDeal(histories, line);
    }

    int group(int line) {
        return categoryOf[histories.item(line)];
    }

    /** Customers with any such purchase on a deal. */
    SortedProfiles onDeal(Which which) {
        boolean[] in = new boolean[histories.size()];
        each((row, day, line) -> in[row] |= isDeal(line) && which.is(day, line));
        return SortedProfiles.of(histories, row -> in[row]);
    }

    /** How many customers have a purchase on a deal in each group. */
    int[] buyers() {
        int[] buyers = new int[groups()];
        int[] last = new int[groups()];
        Arrays.fill(last, -1);
        each((row, _, line) -> {
            int group = group(line);
            if (last[group] != row && isDeal(line)) {
                last[group] = row;
                buyers[group]++;
            }
        });
        return buyers;
    }
}
