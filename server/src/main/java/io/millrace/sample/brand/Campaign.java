package io.millrace.sample.brand;

import java.util.ArrayList;
import java.util.List;

/**
 * One round of messages to members.
 *
 * @param sentAt epoch seconds
 * @param appeal how much likelier than usual it is opened
 */
record Campaign(String name, String channel, long sentAt, double appeal) {
    private static final List<String> THEMES =
            List.of(
                    "会员日 Members' day",
                    "新茶上市 New harvest",
                    "护肤课堂 Skin care class",
                    "老友回家 We miss you",
                    "满赠 Gift with purchase");
    private static final List<String> CHANNELS = List.of("wechat", "sms", "email", "wecom");

    /** One campaign about every eighteen days, the same for everybody. */
    static List<Campaign> calendar(Story story, long seed) {
        Draws draws = Draws.of(seed, -1);
        List<Campaign> campaigns = new ArrayList<>();
        long at = story.start() + 10 * Seasons.DAY;
        while (at < story.end() - Seasons.DAY) {
            String month = Seasons.date(at).toString().substring(0, 7);
            String theme = THEMES.get(campaigns.size() % THEMES.size());
            campaigns.add(
                    new Campaign(
                            month + " " + theme,
                            draws.pick(CHANNELS),
                            at + 10 * 3600,
                            0.7 + 0.6 * draws.uniform()));
            at += draws.between(14, 23) * Seasons.DAY;
        }
        return List.copyOf(campaigns);
    }
}
