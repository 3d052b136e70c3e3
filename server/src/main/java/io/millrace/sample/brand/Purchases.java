package io.millrace.sample.brand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When somebody buys, what, and what comes of it: refunds, service, a survey. */
final class Purchases {
    private static final List<String> STAFF =
            List.of("小林 Lin", "阿敏 Min", "周周 Zhou", "Tina", "老何 He", "安安 Ann", "Kevin", "晴子 Qing");
    private static final String[] TYPES = {"consultation", "delivery", "after-sales", "complaint"};
    private static final double[] TYPE_WEIGHTS = {44, 26, 22, 8};

    private final Story story;
    private final Seasons seasons;
    private final Draws draws;
    private final List<Happening> into;

    Purchases(Story story, Seasons seasons, Draws draws, List<Happening> into) {
        this.story = story;
        this.seasons = seasons;
        this.draws = draws;
        this.into = into;
    }

    /** The instants, in epoch seconds, at which somebody buys of their own accord. */
    List<Long> instants(Habits habits, long joinedAt) {
        List<Long> instants = new ArrayList<>();
        if (!habits.buys()) {
            return instants;
        }
        double clock = seasons.clockAt(joinedAt);
        long at = joinedAt + draws.between(60, 5_400);
        if (!habits.isTrial() && draws.chance(0.3)) {
            clock += draws.exponential() * 18;
            at = joinedAt + 5_400 + timeOfDay(seasons.instantAt(clock)) - timeOfDay(joinedAt);
            at = Math.max(at, joinedAt + 5_400);
        }
        while (at <= story.end() && at < habits.leavesAt()) {
            instants.add(at);
            if (draws.chance(habits.dropOut())) {
                break;
            }
            clock += draws.exponential() / habits.rate();
            if (clock >= seasons.end()) {
                break;
            }
            at = Math.max(timeOfDay(seasons.instantAt(clock)), at + 1_800);
        }
        return instants;
    }

    /** Writes one order and all that follows from it. */
    void buy(int index, int sequence, long at, Habits habits, boolean comesAgain) {
        boolean trial = habits.isTrial() && sequence == 0;
        List<Happening.Item> items =
                trial ? Baskets.trial() : Baskets.fill(at, habits, story, draws);
        String channel = trial || draws.chance(0.78) ? habits.channel() : otherChannel(at);
        String store = channel.equals("store") ? store(habits, at) : null;
        String order = number(index, sequence, at);
        long total = Baskets.total(items);
        into.add(
                new Happening.Bought(
                        Instant.ofEpochSecond(at),
                        order,
                        channel,
                        store,
                        items,
                        total,
                        Baskets.cost(items)));
        if (draws.chance(0.014)) {
            add(new Happening.Cancelled(after(at, 600, 20_000), order, total));
        } else if (draws.chance(channel.equals("store") ? 0.022 : 0.062)) {
            refund(order, at, items, total);
        }
        serve(order, at, channel, comesAgain);
    }

    /** Midday and evening are busier than the night, whatever the season's clock says. */
    private long timeOfDay(long at) {
        long midnight =
                Math.floorDiv(at + Seasons.ZONE.getTotalSeconds(), Seasons.DAY) * Seasons.DAY
                        - Seasons.ZONE.getTotalSeconds();
        double hour = 9 + 13.5 * draws.beta(2.1, 1.7);
        return midnight + (long) (hour * 3_600);
    }

    private String otherChannel(long at) {
        return switch (draws.below(3)) {
            case 0 -> "store";
            case 1 -> "eshop";
            default -> at % 2 == 0 ? "wechat" : "eshop";
        };
    }

    private @Nullable String store(Habits habits, long at) {
        Store store = draws.chance(0.93) ? habits.home() : draws.pick(Assortment.STORES);
        boolean open = store != Assortment.NEW_STORE || at >= story.opening();
        return open ? store.code() : Assortment.STORES.getFirst().code();
    }

    private static String number(int index, int sequence, long at) {
        return Seasons.date(at).toString().replace("-", "").substring(2)
                + String.format(Locale.ROOT, "-%08d-%02d", index, sequence + 1);
    }

    private void refund(String order, long at, List<Happening.Item> items, long total) {
        boolean whole = items.size() == 1 || draws.chance(0.35);
        List<Happening.Item> back = whole ? items : List.of(draws.pick(items));
        long amount = whole ? total : Baskets.total(back);
        add(
                new Happening.Refunded(
                        after(at, 2 * Seasons.DAY, 12 * Seasons.DAY),
                        order,
                        order + "-R1",
                        amount,
                        back));
    }

    private void serve(String order, long at, String channel, boolean comesAgain) {
        if (draws.chance(0.11)) {
            int type = draws.weighted(TYPE_WEIGHTS);
            int happy = type == 3 ? 2 : 4;
            int satisfaction =
                    draws.chance(0.62) ? Math.clamp(happy + draws.below(4) - 2L, 1, 5) : 0;
            add(
                    new Happening.Served(
                            after(at, 3_600, 8 * Seasons.DAY),
                            TYPES[type],
                            channel.equals("store")
                                    ? "store"
                                    : draws.chance(0.6) ? "wecom" : "phone",
                            draws.pick(STAFF),
                            satisfaction,
                            order));
        }
        if (draws.chance(0.035)) {
            // Whoever is content comes again; the other way round it is not told.
            int score = Math.clamp((comesAgain ? 8L : 6L) + draws.below(6) - 2L, 0, 10);
            add(
                    new Happening.Answered(
                            after(at, 4 * Seasons.DAY, 10 * Seasons.DAY),
                            "推荐意愿 NPS",
                            "您愿意把溪山推荐给朋友吗? Would you recommend us?",
                            Integer.toString(score),
                            score,
                            "nps",
                            "",
                            ""));
        }
    }

    private Instant after(long at, long from, long to) {
        return Instant.ofEpochSecond(at + draws.between(from, to));
    }

    private void add(Happening happening) {
        if (happening.at().getEpochSecond() <= story.end()) {
            into.add(happening);
        }
    }
}
