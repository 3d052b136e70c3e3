package io.millrace.sample.brand;

/**
 * What drives somebody's buying and is never told to anybody: buying is a Poisson process on the
 * season's clock with a rate that differs between people (gamma), and after each purchase a person
 * may be lost for good (beta-geometric), as in Fader, Hardie and Lee's BG/NBD model (2005).
 *
 * @param buys false for those who join and never buy
 * @param rate purchases per average day
 * @param dropOut the chance to be lost after a purchase
 * @param tea the share of teas and ware in the basket, 0 to 1
 * @param attention how likely a message is opened, 0 to 1
 * @param deals how much a deal moves them: 0 not at all, 1 as the average
 * @param channel where they mostly buy: store, eshop or wechat
 * @param leavesAt epoch seconds from which they do not buy any more whatever happens
 */
record Habits(
        boolean buys,
        double rate,
        double dropOut,
        double tea,
        double attention,
        double deals,
        String channel,
        Store home,
        String acquisition,
        long leavesAt) {
    private static final double[] CITIES = {24, 17, 16, 12, 13, 7, 8, 3};
    private static final double[] CITIES_AFTER_OPENING = {22, 15, 14, 11, 12, 6, 7, 13};
    private static final double[] CHANNELS = {38, 24, 38};
    private static final String[] CHANNEL_NAMES = {"store", "eshop", "wechat"};
    private static final double[] MOVED = {0, 0.5, 4};
    private static final double[] MOVED_PEOPLE = {40, 40, 20};
    private static final double[] WAYS = {40, 22, 20, 18};
    private static final String[] WAY_NAMES = {"store", "search", "social", "word-of-mouth"};

    static Habits of(long joinedAt, Story story, Draws draws) {
        if (story.trialAt(joinedAt) && draws.chance(0.72)) {
            return trial(draws);
        }
        boolean opened = joinedAt >= story.opening();
        Store home = Assortment.STORES.get(draws.weighted(opened ? CITIES_AFTER_OPENING : CITIES));
        boolean newcomer = opened && home == Assortment.NEW_STORE;
        double tea = draws.beta(0.9, 1.0);
        boolean annoyed = tea > 0.5 && draws.chance(0.33);
        long leaves = story.priceRise() + draws.between(0, 56 * Seasons.DAY);
        return new Habits(
                draws.chance(newcomer ? 0.93 : 0.79),
                draws.gamma(0.85, 0.021) * (newcomer ? 1.7 : 1),
                draws.beta(0.9, newcomer ? 7 : 3.6),
                tea,
                draws.beta(1.6, 3.2),
                MOVED[draws.weighted(MOVED_PEOPLE)],
                newcomer ? "store" : CHANNEL_NAMES[draws.weighted(CHANNELS)],
                home,
                newcomer ? "store-opening" : WAY_NAMES[draws.weighted(WAYS)],
                annoyed && joinedAt < story.priceRise() ? leaves : Long.MAX_VALUE);
    }

    private static Habits trial(Draws draws) {
        return new Habits(
                true,
                draws.gamma(0.6, 0.004),
                draws.beta(6, 2),
                draws.beta(1, 1),
                draws.beta(1, 9),
                MOVED[draws.weighted(MOVED_PEOPLE)],
                "wechat",
                Assortment.STORES.get(draws.weighted(CITIES)),
                Story.TRIAL_CAMPAIGN,
                Long.MAX_VALUE);
    }

    Habits referred() {
        return new Habits(
                buys, rate, dropOut, tea, attention, deals, channel, home, "referral", leavesAt);
    }

    boolean isTrial() {
        return acquisition.equals(Story.TRIAL_CAMPAIGN);
    }
}
