package io.millrace.kernel.condition;

import java.util.ArrayList;
import java.util.List;

/**
 * Which facts are meant: those of one of these kinds that pass every filter. A filter that is
 * unknown for a fact (the property is missing or sealed) does not let it pass, negated or not.
 *
 * @param kinds none means every kind but those that tell who is in an audience or a stage:
 *     otherwise audiences and stages would follow themselves
 */
public record Selection(List<String> kinds, List<Filter> where, boolean notCancelled) {
    /**
     * A test of one property of a fact.
     *
     * @param negated passes what the test denies
     */
    public record Filter(Property property, ValueTest test, boolean negated) {}

    public Selection {
        kinds = List.copyOf(kinds);
        where = List.copyOf(where);
    }

    /** Also those about orders that have been cancelled. */
    public Selection(List<String> kinds, List<Filter> where) {
        this(kinds, where, false);
    }

    /** All facts of one kind. */
    public static Selection of(String kind) {
        return new Selection(List.of(kind), List.of());
    }

    /** These facts, less those that fail the test. */
    public Selection having(Property property, ValueTest test) {
        List<Filter> more = new ArrayList<>(where);
        more.add(new Filter(property, test, false));
        return new Selection(kinds, more, notCancelled);
    }

    /** These facts, less those about orders that have been cancelled. */
    public Selection ofOrdersNotCancelled() {
        return new Selection(kinds, where, true);
    }
}
