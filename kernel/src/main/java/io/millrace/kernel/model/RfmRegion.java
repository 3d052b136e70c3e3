package io.millrace.kernel.model;

/** The ten named regions of the 5×5 grid of R and FM: every cell is in exactly one. */
public enum RfmRegion {
    CHAMPIONS("champions", "Champions", "冠军客户"),
    LOYAL("loyal", "Loyal", "忠诚客户"),
    POTENTIAL_LOYALISTS("potential-loyalists", "Potential loyalists", "潜力忠诚客户"),
    NEW("new", "New", "新客户"),
    PROMISING("promising", "Promising", "有希望的客户"),
    NEED_ATTENTION("need-attention", "Need attention", "需要关注"),
    ABOUT_TO_SLEEP("about-to-sleep", "About to sleep", "即将沉睡"),
    AT_RISK("at-risk", "At risk", "有流失风险"),
    CANNOT_LOSE("cannot-lose", "Can't lose", "不能流失"),
    HIBERNATING("hibernating", "Hibernating", "沉睡客户");

    private final String key;
    private final String english;
    private final String chinese;

    RfmRegion(String key, String english, String chinese) {
        this.key = key;
        this.english = english;
        this.chinese = chinese;
    }

    /** The stable key by which addresses and exports name it. */
    public String key() {
        return key;
    }

    public String english() {
        return english;
    }

    public String chinese() {
        return chinese;
    }

    /** The region of a cell; both scores are 1 to 5. */
    public static RfmRegion of(int r, int fm) {
        return switch (r) {
            case 1, 2 -> fm <= 2 ? HIBERNATING : fm <= 4 ? AT_RISK : CANNOT_LOSE;
            case 3 -> fm <= 2 ? ABOUT_TO_SLEEP : fm == 3 ? NEED_ATTENTION : LOYAL;
            case 4 -> fm == 1 ? PROMISING : fm <= 3 ? POTENTIAL_LOYALISTS : LOYAL;
            default -> fm == 1 ? NEW : fm <= 3 ? POTENTIAL_LOYALISTS : CHAMPIONS;
        };
    }
}
