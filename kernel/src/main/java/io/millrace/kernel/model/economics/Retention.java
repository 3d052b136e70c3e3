package io.millrace.kernel.model.economics;

import io.millrace.kernel.model.satisfaction.Proportion;
import java.util.ArrayList;
import java.util.List;

/**
 * Who bought again in the period of tenure after one in which they had bought. Only those count for
 * whom that next period is wholly over, so that nobody is called lost before the time is up. The
 * interval is Wilson's; overall it takes the customer-periods as independent.
 *
 * @param steps by the period in which they had bought, from the first on
 * @param overall all steps together
 */
public record Retention(List<Step> steps, Proportion overall) {
    /**
     * @param period in which they had bought, from 1 on
     * @param kept those who bought in the next one too, of all
     */
    public record Step(int period, Proportion kept) {}

    public static Retention of(Tenures tenures) {
        int periods = tenures.longest();
        long[] had = new long[periods + 1];
        long[] kept = new long[periods + 1];
        for (int row = 0; row < tenures.size(); row++) {
            for (int period = 1; period < tenures.complete(row); period++) {
                had[period] += tenures.canBeKept(row, period) ? 1 : 0;
                kept[period] += tenures.isKept(row, period) ? 1 : 0;
            }
        }
        List<Step> steps = new ArrayList<>();
        long all = 0;
        long stayed = 0;
        for (int period = 1; period < periods; period++) {
            if (had[period] > 0) {
                steps.add(new Step(period, Proportion.of(kept[period], had[period])));
                all += had[period];
                stayed += kept[period];
            }
        }
        return new Retention(List.copyOf(steps), Proportion.of(stayed, all));
    }
}
