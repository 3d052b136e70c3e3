package io.millrace.sample.brand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Everything between a person and the brand that is not a purchase. */
final class Touches {
    private static final List<String[]> PAGES =
            List.of(
                    new String[] {"/", "首页 Home"},
                    new String[] {"/tea/green", "绿茶 Green tea"},
                    new String[] {"/tea/oolong", "乌龙茶 Oolong"},
                    new String[] {"/tea/puer", "普洱 Pu'er"},
                    new String[] {"/teaware", "茶器 Teaware"},
                    new String[] {"/skin-care", "护肤 Skin care"},
                    new String[] {"/masks", "面膜 Masks"},
                    new String[] {"/gifts", "礼盒 Gifts"},
                    new String[] {"/members", "会员中心 Members"},
                    new String[] {"/stores", "门店 Stores"},
                    new String[] {"/journal/spring-water", "择水 On water"},
                    new String[] {"/cart", "购物车 Cart"});
    private static final String[][] TAGS = {
        {"taste 口味", "绿茶 green", "rule", "自动 rule"},
        {"taste 口味", "普洱 pu'er", "chat", "小林 Lin"},
        {"skin 肤质", "敏感 sensitive", "chat", "阿敏 Min"},
        {"skin 肤质", "干性 dry", "chat", "Tina"},
        {"hobby 爱好", "钓鱼 fishing", "moments", "老何 He"},
        {"hobby 爱好", "瑜伽 yoga", "moments", "晴子 Qing"},
        {"hobby 爱好", "露营 camping", "moments", "Kevin"},
        {"occasion 场合", "送礼 gifts", "orders", "自动 rule"},
        {"occasion 场合", "企业采购 corporate", "orders", "周周 Zhou"},
    };
    private static final List<List<String>> DAYS =
            List.of(
                    List.of("TUE", "THU", "SAT"),
                    List.of("SAT", "SUN"),
                    List.of("WED"),
                    List.of("MON", "FRI"));

    private final Story story;
    private final Draws draws;
    private final List<Happening> into;

    Touches(Story story, Draws draws, List<Happening> into) {
        this.story = story;
        this.draws = draws;
        this.into = into;
    }

    /**
     * Sends the campaigns that reach this member and notes the answers.
     *
     * @return when a message made the member buy
     */
    List<Long> campaigns(List<Campaign> calendar, Habits habits, long joinedAt) {
        List<Long> induced = new ArrayList<>();
        double reach = habits.isTrial() ? 0.06 : 0.21;
        for (Campaign campaign : calendar) {
            if (campaign.sentAt() <= joinedAt || !draws.chance(reach)) {
                continue;
            }
            long at = campaign.sentAt() + draws.below(1_800);
            add(new Happening.Mailed(instant(at), campaign.name(), campaign.channel()));
            if (!draws.chance(habits.attention() * campaign.appeal())) {
                continue;
            }
            long opened = at + (long) (draws.exponential() * 14_000);
            respond(opened, campaign, "opened");
            if (draws.chance(0.24)) {
                respond(opened + 20 + draws.below(90), campaign, "clicked");
                boolean buys = habits.buys() && opened < habits.leavesAt() && draws.chance(0.16);
                if (buys && opened + 4_000 < story.end()) {
                    induced.add(opened + draws.between(300, 4_000));
                }
            } else if (draws.chance(0.02)) {
                respond(opened + 40, campaign, "unsubscribed");
                break;
            }
        }
        return induced;
    }

    /** What reached the member of the trial's advertisement. */
    void trial(long joinedAt) {
        Campaign campaign = new Campaign(Story.TRIAL_CAMPAIGN, "ads", joinedAt, 1);
        respond(campaign.sentAt(), campaign, "clicked");
    }

    /** A visit of a few pages that ends at an instant. */
    void visit(long until, int pages, boolean anonymous) {
        long at = until - pages * 70L;
        for (int page = 0; page < pages; page++) {
            String[] seen = PAGES.get((int) (draws.uniform() * draws.uniform() * PAGES.size()));
            at += 15 + draws.below(60);
            add(new Happening.Viewed(instant(at), seen[0], seen[1], anonymous));
        }
    }

    /** Visits of a member without buying. */
    void browse(Habits habits, long joinedAt) {
        double years = (story.end() - joinedAt) / (365.0 * Seasons.DAY);
        int visits = draws.poisson(habits.isTrial() ? 0.3 : 2.0 * years);
        for (int visit = 0; visit < visits; visit++) {
            long at = draws.between(joinedAt + 1_000, story.end() + 2);
            if (at < habits.leavesAt()) {
                visit(at, 1 + draws.poisson(0.8), false);
            }
        }
    }

    void tag(long joinedAt) {
        int tags = draws.chance(0.16) ? 1 + draws.poisson(0.3) : 0;
        for (int i = 0; i < Math.min(tags, 3); i++) {
            String[] tag = TAGS[draws.below(TAGS.length)];
            List<String> schedule =
                    tag[0].startsWith("hobby") && draws.chance(0.7) ? draws.pick(DAYS) : List.of();
            add(
                    new Happening.Tagged(
                            instant(draws.between(joinedAt + 60, story.end() + 61)),
                            tag[0],
                            tag[1],
                            schedule,
                            tag[2],
                            tag[3]));
        }
    }

    private void respond(long at, Campaign campaign, String response) {
        add(new Happening.Responded(instant(at), campaign.name(), campaign.channel(), response));
    }

    private static Instant instant(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond);
    }

    private void add(Happening happening) {
        if (happening.at().getEpochSecond() <= story.end()) {
            into.add(happening);
        }
    }
}
