package io.millrace.models.economics;

import io.millrace.kernel.model.economics.Tenures;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The groups of customers that the numbers of a page count. */
final class Groups {
    static final String NAME = "economics";

    private final Tenures tenures;
    private final Economics.Every every;
    private final int since;

    /**
     * @param today the day that has begun
     */
    Groups(Tenures tenures, Economics.Every every, LocalDate today) {
        this.tenures = tenures;
        this.every = every;
        this.since = Math.toIntExact(today.minusMonths(every.months()).toEpochDay());
    }

    String open(String group, int period) {
        return "in=%s:%s-%s-%d"
                .formatted(NAME, group, every.name().toLowerCase(Locale.ROOT), period);
    }

    int count(String group) {
        IntPredicate is = of(group, 0);
        int count = 0;
        for (int row = 0; is != null && row < tenures.size(); row++) {
            count += tenures.isBuyer(row) && is.test(row) ? 1 : 0;
        }
        return count;
    }

    /** True if a buyer bought within the last period. */
    boolean isActive(int row) {
        return tenures.lastDay(row) >= since;
    }

    /** Null if there is no such group. */
    @Nullable IntPredicate of(String group, int period) {
        return switch (group) {
            case "all" -> _ -> true;
            case "reached" -> row -> period <= tenures.complete(row);
            case "bought" -> row -> tenures.bought(row, period);
            case "had" -> row -> tenures.canBeKept(row, period);
            case "kept" -> row -> tenures.isKept(row, period);
            case "left" -> row -> tenures.canBeKept(row, period) && !tenures.isKept(row, period);
            case "fresh" -> row -> tenures.firstDay(row) >= since;
            case "active" -> this::isActive;
            default -> null;
        };
    }
}
