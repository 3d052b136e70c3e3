package io.millrace.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Decimal amounts of money as clients write them, made exact integers. */
final class Amounts {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,12})?");
    private static final int MICRO_PLACES = 6;
    // Far above any order, and low enough that sums over a lifetime of orders fit a long.
    private static final long LARGEST = 1_000_000_000_000_000L;

    /** The exact decimal of a JSON number or of text like {@code "598.94"}; null if it is none. */
    static @Nullable BigDecimal decimal(JsonNode node) {
        if (node.isString()) {
            String text = node.stringValue().strip();
            return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
        }
        if (!node.isNumber()) {
            return null;
        }
        // Scale first: rounding 1e-999999999 would take for ever.
        BigDecimal number = node.decimalValue();
        boolean sane = Math.abs(number.scale()) <= 30 && number.precision() <= 40;
        return sane ? number : null;
    }

    /** Minor units of the currency, rounded half-even; null if out of range. */
    static @Nullable Long minor(BigDecimal amount, String currency) {
        int places = Currency.getInstance(currency).getDefaultFractionDigits();
        return whole(amount.movePointRight(places));
    }

    /** Millionths of the major unit, rounded half-even; null if out of range. */
    static @Nullable Long micros(BigDecimal amount) {
        return whole(amount.movePointRight(MICRO_PLACES));
    }

    private static @Nullable Long whole(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(0, RoundingMode.HALF_EVEN);
        boolean fits = rounded.abs().compareTo(BigDecimal.valueOf(LARGEST)) <= 0;
        return fits ? (Long) rounded.longValueExact() : null;
    }

    /** The ISO 4217 code in upper case, or null if there is no such money. */
    static @Nullable String currency(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() < 0 ? null : code;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private Amounts() {}
}
