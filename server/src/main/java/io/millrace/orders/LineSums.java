package io.millrace.orders;

import io.millrace.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lines come to. */
final class LineSums {
    private LineSums() {}

    /** Their exact sum in millionths of the major unit. */
    static long micros(List<Orders.Line> lines) {
        long sum = 0;
        for (Orders.Line line : lines) {
            sum = Math.addExact(sum, line.amountMicros());
        }
        return sum;
    }

    /** What the lines cost in minor units, or null if a line's unit cost is unknown. */
    static @Nullable Long cost(List<Orders.Line> lines, long perMinor) {
        long micros = 0;
        for (Orders.Line line : lines) {
            Long unit = line.unitCostMicros();
            if (unit == null) {
                return null;
            }
            micros = Math.addExact(micros, Math.multiplyExact(unit, line.quantity()));
        }
        return lines.isEmpty() ? null : (Long) Money.roundMicros(micros, perMinor);
    }
}
