package io.millrace.customers;

import io.millrace.shared.ProfileId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tags that rules give and take. What people gave is never taken by a rule; of a one-of category
 * what people gave comes before what rules give. A tag stands as long as anybody gives it.
 */
public interface TagRules {
    /**
     * @param days on which the tag applies, such as {@code TUE}; empty for always
     * @param keepDays how long the tag stays after the rule ceased to hold; null for not at all
     * @param expireDays how long it stays after it was given, until the rule holds anew; null for
     *     as long as the rule holds
     */
    record Rule(
            UUID id,
            String name,
            String category,
            String value,
            List<String> days,
            @Nullable Integer keepDays,
            @Nullable Integer expireDays) {
        public Rule {
            days = List.copyOf(days);
        }
    }

    /**
     * @param given who were given the tag, or given it again
     * @param taken from whom the rule took it, at once or after a time
     */
    record Followed(int given, int taken) {}

    /**
     * Makes what a rule gives equal to whom it holds for; whatever stopped it before, it goes on
     * from there. A transaction of its own for each thousand.
     *
     * @param holding roots of the customers for whom it holds now
     */
    Followed follow(Rule rule, Set<ProfileId> holding);

    /** Takes everything that a rule gave, at once. */
    int withdraw(UUID rule);

    /**
     * Ends what has expired. The tag leaves the timeline at the instant of its end, whenever this
     * is called.
     *
     * @return how many ended
     */
    int expire();

    /** How many customers bear a rule's tag because of it. */
    int bearers(UUID rule);
}
