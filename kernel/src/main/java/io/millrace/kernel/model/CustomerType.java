package io.millrace.kernel.model;

/**
 * The eight types of the field (2×2×2): bought recently or not, often or not, much or not. "Better"
 * is strict: a customer that equals a threshold is on the lower side.
 */
public enum CustomerType {
    IMPORTANT_VALUE("important-value", "Important: value", "重要价值客户"),
    IMPORTANT_DEVELOP("important-develop", "Important: develop", "重要发展客户"),
    IMPORTANT_KEEP("important-keep", "Important: keep", "重要保持客户"),
    IMPORTANT_WIN_BACK("important-win-back", "Important: win back", "重要挽留客户"),
    GENERAL_VALUE("general-value", "General: value", "一般价值客户"),
    GENERAL_DEVELOP("general-develop", "General: develop", "一般发展客户"),
    GENERAL_KEEP("general-keep", "General: keep", "一般保持客户"),
    GENERAL_WIN_BACK("general-win-back", "General: win back", "一般挽留客户");

    private static final CustomerType[] ALL = values();

    private final String key;
    private final String english;
    private final String chinese;

    CustomerType(String key, String english, String chinese) {
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

    static CustomerType of(boolean recent, boolean frequent, boolean big) {
        return ALL[(big ? 0 : 4) + (recent ? 0 : 2) + (frequent ? 0 : 1)];
    }
}
