package io.millrace.insights;

import io.millrace.kernel.timeline.Micros;
import io.millrace.shared.Label;
import java.util.Arrays;
import java.util.Optional;

/**
 * The groups of customers behind the overview's numbers. Quiet means 90 days without an order, gone
 * means 180; a mover is who spent three average orders more, or less, than in the period before.
 */
enum CustomerGroup {
    ALL("all", "Customers", "客户"),
    NEW("new", "New customers", "新客户"),
    ACTIVE("active", "Bought in the period", "期内购买"),
    REACTIVATED("reactivated", "Came back after 90 quiet days", "沉睡 90 天后回购"),
    DORMANT("dormant", "Fell quiet: 90 days without an order", "新近沉睡：90 天未下单"),
    CHURNED("churned", "Gone: 180 days without an order", "新近流失：180 天未下单"),
    RISING("rising", "Spend much more than before", "消费大幅上升"),
    FALLING("falling", "Spend much less than before", "消费大幅下降");

    private static final long QUIET = 90 * Micros.DAY;
    private static final long GONE = 180 * Micros.DAY;

    /** How many average orders make a mover. */
    private static final int MOVE = 3;

    private final String key;
    private final Label label;

    CustomerGroup(String key, String english, String chinese) {
        this.key = key;
        this.label = new Label(english, chinese);
    }

    static Optional<CustomerGroup> of(String key) {
        return Arrays.stream(values()).filter(group -> group.key.equals(key)).findFirst();
    }

    String key() {
        return key;
    }

    Label label() {
        return label;
    }

    /**
     * Whether the customer in this row is in the group of this period (0 the newest, 1 the one
     * before).
     */
    boolean holds(PeriodTable table, Periods periods, int period, int row) {
        long end = periods.end(period);
        long start = periods.end(period + 1);
        long last = table.lastOrder(period, row);
        return switch (this) {
            case ALL -> table.firstAt(row) <= end;
            case NEW -> table.firstAt(row) > start && table.firstAt(row) <= end;
            case ACTIVE -> last > start;
            case REACTIVATED -> last > start && wasQuiet(table.lastOrder(period + 1, row), start);
            case DORMANT -> last > start - QUIET && last <= end - QUIET;
            case CHURNED -> last > start - GONE && last <= end - GONE;
            case RISING -> more(table, period, row) >= move(table, period);
            case FALLING -> -more(table, period, row) >= move(table, period);
        };
    }

    private static boolean wasQuiet(long last, long start) {
        return last != PeriodTable.NEVER && last <= start - QUIET;
    }

    private static long more(PeriodTable table, int period, int row) {
        return table.revenue(period, row) - table.revenue(period + 1, row);
    }

    /** At least one minor unit, so that nobody moves where nothing was sold. */
    private static long move(PeriodTable table, int period) {
        long orders = table.sums.orders[period];
        return orders == 0
                ? Long.MAX_VALUE
                : Math.max(1, MOVE * Math.floorDiv(table.sums.revenue[period], orders));
    }
}
