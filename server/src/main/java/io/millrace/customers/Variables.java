package io.millrace.customers;

import io.millrace.shared.Label;
import java.util.List;

/**
 * The standard variables by which brands describe customers. One that is switched on is a declared
 * attribute like any other: its values come by hand, from files, events and surveys, and each
 * change is a fact.
 */
public interface Variables {
    List<Variable> all();

    /** False if there is no such variable. Values that were given stay when it is switched off. */
    boolean turn(String name, boolean on, String by);

    /** What a variable is about. */
    enum Group {
        DEMOGRAPHIC,
        SOCIO_ECONOMIC,
        ACTIVITIES,
        INTERESTS,
        OPINIONS,
        FAMILY,
        BUYING_ROLE
    }

    /**
     * @param type {@code text}, {@code number}, {@code date} or {@code flag}
     * @param values those it can take; empty for any
     * @param derived worked out from the others, never entered
     */
    record Standard(
            String name,
            Group group,
            Label label,
            String type,
            List<Choice> values,
            boolean derived) {
        public Standard {
            values = List.copyOf(values);
        }
    }

    record Choice(String key, Label label) {}

    /**
     * @param customers whose value is known
     */
    record Variable(Standard standard, boolean on, long customers) {}
}
