package io.millrace.workspace;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The organisation's own settings, and the business calendar that follows from them. */
public interface Workspace {
    Settings settings();

    /** Replaces the settings; the version in {@code settings} must be the current one. */
    Changed change(Settings settings, long expectedVersion);

    /**
     * Sets the reporting currency if none was chosen yet: the first order's currency becomes it.
     */
    void adoptCurrency(String currency);

    /**
     * @param currency the reporting currency, ISO 4217; null until chosen or adopted from the first
     *     order
     * @param phoneRegion ISO 3166 region by which a phone number without country code is read
     * @param rates other currencies' value in the reporting currency, in millionths, set by the
     *     operator
     */
    record Settings(
            String name,
            ZoneId zone,
            @Nullable String currency,
            String phoneRegion,
            Locale language,
            Map<String, Long> rates,
            long version) {
        public Settings {
            rates = Map.copyOf(rates);
        }

        /**
         * The rates between minor units: how many of the reporting currency's a million of another
         * one's are. Empty while there is no reporting currency.
         */
        public Map<String, Long> minorRates() {
            return currency == null ? Map.of() : MinorRates.of(currency, rates);
        }
    }

    /** What became of a change: done, or refused because it was based on an older version. */
    sealed interface Changed {
        record Done(Settings settings) implements Changed {}

        record Stale(Settings current) implements Changed {}
    }
}
