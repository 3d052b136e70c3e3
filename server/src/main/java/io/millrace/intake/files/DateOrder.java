package io.millrace.intake.files;

import java.util.Locale;
import java.util.Optional;

/** In which sequence a date's numbers stand. */
enum DateOrder {
    YEAR_FIRST,
    DAY_FIRST,
    MONTH_FIRST;

    /** Reads what a caller says: {@code ymd}, {@code dd/MM/yyyy}, {@code MONTH_FIRST} … */
    static Optional<DateOrder> parse(String text) {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        for (DateOrder order : values()) {
            if (bare.equals(order.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(order);
            }
        }
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        return switch (bare.charAt(0)) {
            case 'y' -> Optional.of(YEAR_FIRST);
            case 'd' -> Optional.of(DAY_FIRST);
            case 'm' -> Optional.of(MONTH_FIRST);
            default -> Optional.empty();
        };
    }

    String pattern() {
        return switch (this) {
            case YEAR_FIRST -> "yyyy-MM-dd";
            case DAY_FIRST -> "dd/MM/yyyy";
            case MONTH_FIRST -> "MM/dd/yyyy";
        };
    }
}
