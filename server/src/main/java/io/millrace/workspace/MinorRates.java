package io.millrace.workspace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;

/** Rates are set between major units; money is kept in minor units, of which a yen has none. */
final class MinorRates {
    private MinorRates() {}

    static Map<String, Long> of(String reporting, Map<String, Long> rates) {
        int digits = digits(reporting);
        return rates.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                rate -> scaled(rate.getValue(), digits - digits(rate.getKey()))));
    }

    private static long scaled(long rate, int digits) {
        return BigDecimal.valueOf(rate)
                .scaleByPowerOfTen(digits)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
