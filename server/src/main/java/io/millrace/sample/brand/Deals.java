package io.millrace.sample.brand;

import java.util.Map;

/**
 * Which products are cheaper in which weeks, and how buyers answer to that. Each product's list
 * price moves by steps of its own, and one week in six it is on a deal, but never in the week of a
 * sale of everything. A buyer takes a product with a chance in proportion to how much it is liked
 * times the answer to its price, so that units by product and week follow {@code exp(product + week
 * + elasticity · ln price + deal + week after)} within teas and within beauty.
 */
final class Deals {
    /**
     * How a category's buyers answer.
     *
     * @param price elasticity in the list price
     * @param deal logarithm of how many times as much is sold on a deal, for an average buyer
     * @param after the same in the week after a deal
     */
    record Answer(double price, double deal, double after) {}

    private static final Answer OTHERS = new Answer(-2.0, 0.50, -0.20);
    private static final Map<String, Answer> ANSWERS =
            Map.ofEntries(
                    Map.entry("绿茶 Green tea", new Answer(-2.2, 0.45, -0.15)),
                    Map.entry("乌龙茶 Oolong", new Answer(-1.4, 0.35, -0.10)),
                    Map.entry("红茶 Black tea", new Answer(-2.8, 0.60, -0.25)),
                    Map.entry("白茶 White tea", new Answer(-1.1, 0.30, -0.10)),
                    Map.entry("普洱 Pu'er", new Answer(-0.8, 0.25, -0.05)),
                    Map.entry("花茶 Scented tea", new Answer(-3.0, 0.70, -0.30)),
                    Map.entry("茶器 Teaware", new Answer(-1.6, 0.50, -0.10)),
                    Map.entry("护肤 Skin care", new Answer(-1.2, 0.40, -0.20)),
                    Map.entry("身体 Body", new Answer(-3.2, 0.55, -0.25)));

    private static final double[] LEVELS = {0.92, 1.0, 1.08, 0.96, 1.04};
    private static final double[] DEPTHS = {0.15, 0.20, 0.25};
    private static final int ONE_IN = 6;
    private static final int SHORTEST = 14;
    private static final long MONDAY = 3;
    private static final int WEEK = 7;
    private static final int WEEKS_KNOWN = 5_000;

    /** No answer is stronger, whoever buys whatever. */
    private static final double STRONGEST = 14;

    private static final boolean[] FESTIVE = festive();

    private Deals() {}

    private static boolean[] festive() {
        boolean[] festive = new boolean[WEEKS_KNOWN];
        for (int day = 0; day < WEEK * (WEEKS_KNOWN - 1); day++) {
            long noon = day * Seasons.DAY + Seasons.DAY / 2 - Seasons.ZONE.getTotalSeconds();
            festive[(int) week(noon)] |= Seasons.priceShare(noon) < 1;
        }
        return festive;
    }

    static Answer answer(Product product) {
        return ANSWERS.getOrDefault(product.category(), OTHERS);
    }

    /** Which share of today's list price was asked at an instant: products move apart. */
    static double level(Product product, long epochSecond, Story story) {
        long hash = hash(product);
        long period = SHORTEST + Math.floorMod(hash, 12L);
        long step =
                (week(story.end()) - week(epochSecond) + Math.floorMod(hash >> 8, period)) / period;
        return step <= 0
                ? 1
                : LEVELS[(int) Math.floorMod(Draws.mix(hash + step), (long) LEVELS.length)];
    }

    /** Which share of the list price is paid: 1, or less on a deal. */
    static double share(Product product, long epochSecond) {
        return on(product, week(epochSecond))
                ? 1 - DEPTHS[(int) Math.floorMod(hash(product) >> 16, (long) DEPTHS.length)]
                : 1;
    }

    /** True if a buyer who likes the product takes it at its price. */
    static boolean takes(Product product, long at, Habits habits, Story story, Draws draws) {
        return draws.uniform() * STRONGEST < strength(product, at, habits, story);
    }

    /** How many times as often as at today's list price a product is taken. */
    static double strength(Product product, long at, Habits habits, Story story) {
        Answer answer = answer(product);
        long week = week(at);
        double asked = (double) product.priceAt(at, story) / product.price();
        double price = StrictMath.pow(asked, answer.price);
        double deal =
                on(product, week) ? 1 + habits.deals() * (StrictMath.exp(answer.deal) - 1) : 1;
        double after = on(product, week - 1) ? StrictMath.exp(answer.after) : 1;
        return price * deal * after;
    }

    private static boolean on(Product product, long week) {
        return Math.floorMod(Draws.mix(hash(product) ^ week * 0x9E3779B97F4A7C15L), (long) ONE_IN)
                        == 0
                && product != Assortment.TRIAL
                && !FESTIVE[Math.clamp(week, 0, WEEKS_KNOWN - 1)];
    }

    private static long hash(Product product) {
        return Draws.mix(product.sku().hashCode());
    }

    private static long week(long epochSecond) {
        return Math.floorDiv(
                Math.floorDiv(epochSecond + Seasons.ZONE.getTotalSeconds(), Seasons.DAY) + MONDAY,
                WEEK);
    }
}
