package io.millrace.kernel.condition;

import io.millrace.kernel.preference.Preference;
import io.millrace.kernel.preference.PreferenceTally;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The facts that say what a customer is: their kinds and attributes in one place. A state is what
 * the last of them says; a state that ends on a day known before (a consent or a tag that expires)
 * is a fact with a date in the future.
 */
public final class StateFacts {
    /** Of {@link Kinds#PROFILE_CHANGED}: the new value; missing if it was taken away. */
    public static final Property VALUE = new Property.Named("value");

    private StateFacts() {}

    public static Selection attribute(String name) {
        return of(Kinds.PROFILE_CHANGED).having(new Property.Named("attribute"), is(name));
    }

    public static Selection identityAdded(String type) {
        return of(Kinds.IDENTITY_ADDED).having(new Property.Named("type"), is(type));
    }

    /** The identities with which a profile became known, with commas. */
    public static Selection knownBy(String type) {
        return of(Kinds.CUSTOMER_KNOWN)
                .having(new Property.Named("identities"), new ValueTest.Includes(type));
    }

    public static Selection consent(String purpose, String channel) {
        return of(Kinds.CONSENT_GIVEN, Kinds.CONSENT_WITHDRAWN)
                .having(new Property.Named("purpose"), is(purpose))
                .having(new Property.Named("channel"), is(channel));
    }

    public static Selection tag(String category, Optional<String> value) {
        Selection all =
                of(Kinds.TAG_ADDED, Kinds.TAG_REMOVED)
                        .having(new Property.Named("category"), is(category));
        return value.map(one -> all.having(VALUE, is(one))).orElse(all);
    }

    /** All that can change a preference, and more. */
    public static Selection preferred(Preference preference) {
        return new Selection(
                PreferenceTally.kinds(preference).stream().sorted().toList(), List.of());
    }

    public static Selection scored(String model) {
        return of(Kinds.MODEL_SCORED).having(new Property.Named("model"), is(model));
    }

    public static Selection membership(String audience) {
        return of(Kinds.AUDIENCE_ENTERED, Kinds.AUDIENCE_LEFT)
                .having(new Property.Named("audience"), is(audience));
    }

    public static ValueTest is(String text) {
        return new ValueTest.Equals(new Value.Text(text));
    }

    public static ValueTest oneOf(List<String> texts) {
        return new ValueTest.OneOf(new ArrayList<>(texts.stream().map(Value.Text::new).toList()));
    }

    private static Selection of(String... kinds) {
        return new Selection(List.of(kinds), List.of());
    }
}
