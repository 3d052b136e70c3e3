package io.millrace.kernel.preference;

import java.util.List;

/**
 * Everything between which a customer chose, the favourite first.
 *
 * @param known how many purchases (of time: purchases and responses) it rests on
 * @param choices by weight, greatest first; of equal ones the later chosen, then by their order
 */
public record Habit(Preference preference, int known, List<Choice> choices) {
    public Habit {
        choices = List.copyOf(choices);
    }

    /**
     * @param weight 1 for each purchase; of time 3 for each response too
     * @param share of all weights, above 0 and at most 1
     * @param lastAt when it was last chosen, microseconds since 1970 UTC
     */
    public record Choice(String value, int weight, double share, long lastAt) {}

    /** False if there is too little to speak of a favourite. */
    public boolean isSure() {
        return known >= preference.least() && !choices.isEmpty();
    }
}
