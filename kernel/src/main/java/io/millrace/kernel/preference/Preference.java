package io.millrace.kernel.preference;

import java.util.Arrays;
import java.util.Optional;

/** What a customer can have a favourite of. */
public enum Preference {
    /** The category of what they buy. */
    CATEGORY("category"),

    /** Where they buy. */
    STORE("store"),

    /** The channel through which they buy. */
    CHANNEL("channel"),

    /** The price of what they buy: one of {@link PriceBands}. */
    PRICE_BAND("price-band"),

    /** The day of the week on which they are reached: {@code MON} to {@code SUN}. */
    WEEKDAY("weekday"),

    /** The hour of the day at which they are reached: {@code 0} to {@code 23}. */
    HOUR("hour");

    private final String key;

    Preference(String key) {
        this.key = key;
    }

    /** How conditions, selections and the API call it. */
    public String key() {
        return key;
    }

    public static Optional<Preference> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** True of when customers are reached, false of what they buy. */
    public boolean isTime() {
        return this == WEEKDAY || this == HOUR;
    }

    /** Fewer purchases (of time: purchases and responses) than this are no habit. */
    public int least() {
        return isTime() ? 4 : 3;
    }
}
