package io.millrace.customers;

import io.millrace.access.Access.Caller;
import io.millrace.kernel.preference.Habit;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who a customer is and what they like, as of any instant, from their facts alone. */
public interface Portraits {
    /**
     * @param asOf null means now
     */
    Optional<Portrait> of(ProfileId customer, @Nullable Instant asOf, Caller caller);

    /**
     * @param variables those switched on of which a value is known
     * @param habits one for each preference, also where too little is known
     * @param week what purchases and responses weigh by hour, Monday midnight first: 168 numbers
     */
    record Portrait(
            Instant asOf,
            List<Trait> variables,
            List<Tag> tags,
            List<Habit> habits,
            List<Integer> week) {}

    /**
     * @param value masked if the caller may not see it
     * @param since null of what is worked out
     */
    record Trait(
            Variables.Standard variable, String value, boolean masked, @Nullable Instant since) {}

    /**
     * @param days of its schedule; empty for always
     */
    record Tag(String category, String value, List<String> days, Instant since) {}
}
