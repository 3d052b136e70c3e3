package io.millrace.sample.brand;

import java.time.Instant;
import java.util.List;

/** What members say to marketing: most are asked when they join, some take it back later. */
final class Consenting {
    static final String PURPOSE = "marketing";

    private static final double BY_MAIL = 0.70;
    private static final double BY_SMS = 0.55;
    private static final double BY_WECHAT = 0.78;
    private static final double TAKEN_BACK = 0.07;

    private final Story story;
    private final Draws draws;

    Consenting(Story story, Draws draws) {
        this.story = story;
        this.draws = draws;
    }

    void consent(Person person, List<Happening> into) {
        Person.Member member = person.member();
        if (member == null) {
            return;
        }
        on("email", member.email() != null, BY_MAIL, person.joinedAt(), into);
        on("sms", member.phone() != null, BY_SMS, person.joinedAt(), into);
        on("wechat", member.wechatOpenId() != null, BY_WECHAT, person.joinedAt(), into);
    }

    private void on(
            String channel, boolean there, double share, Instant joinedAt, List<Happening> into) {
        boolean given = draws.chance(share);
        boolean takenBack = draws.chance(TAKEN_BACK);
        double later = draws.uniform();
        if (!there || !given) {
            return;
        }
        into.add(new Happening.Consented(joinedAt, channel, true));
        long left = story.end() - joinedAt.getEpochSecond();
        if (takenBack && left > 1) {
            long after = 1 + (long) (later * (left - 1));
            into.add(new Happening.Consented(joinedAt.plusSeconds(after), channel, false));
        }
    }
}
