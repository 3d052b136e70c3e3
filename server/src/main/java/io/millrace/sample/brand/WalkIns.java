package io.millrace.sample.brand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Purchases in the stores by people who leave no name. */
final class WalkIns {
    /** On an ordinary day of the last year, by customer of the brand. */
    private static final double A_DAY = 0.00045;

    private WalkIns() {}

    static List<Happening.Bought> on(int day, int customers, Story story, Draws draws) {
        long midnight = story.start() + day * Seasons.DAY;
        double growth = 0.35 + 0.65 * day / Story.DAYS;
        double mean = customers * A_DAY * growth * Seasons.factor(Seasons.date(midnight));
        int number = draws.poisson(Math.min(mean, 600));
        List<Happening.Bought> orders = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            long at = midnight + 36_000 + draws.below(41_000);
            if (at <= story.end()) {
                orders.add(order(midnight, i, at, story, draws));
            }
        }
        return orders;
    }

    private static Happening.Bought order(
            long midnight, int sequence, long at, Story story, Draws draws) {
        Habits stranger = Habits.of(story.start(), story, draws);
        List<Happening.Item> items = Baskets.fill(at, stranger, story, draws);
        Store store = draws.pick(Assortment.STORES);
        boolean open = store != Assortment.NEW_STORE || at >= story.opening();
        String number =
                Seasons.date(midnight).toString().replace("-", "").substring(2)
                        + String.format(Locale.ROOT, "-W%05d", sequence + 1);
        return new Happening.Bought(
                Instant.ofEpochSecond(at),
                number,
                "store",
                open ? store.code() : Assortment.STORES.getFirst().code(),
                items,
                Baskets.total(items),
                Baskets.cost(items));
    }
}
