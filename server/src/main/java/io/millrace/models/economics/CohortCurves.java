package io.millrace.models.economics;

import io.millrace.kernel.model.economics.Cohorts;
import java.util.ArrayList;
import java.util.List;

/** What acquired customers bring, month after month, in margin. */
final class CohortCurves {
    /** Where fewer have come so far, a mean says little. */
    private static final int FEWEST = 30;

    private static final int MOST = 24;
    private static final double MONTHS_A_YEAR = 12;

    private final Cohorts acquired;
    private final double margin;
    private final double discount;
    private final int months;

    CohortCurves(Cohorts acquired, Economics.Rates rates, boolean discounted) {
        this.acquired = acquired;
        this.margin = rates.margin();
        this.discount = discounted ? rates.discountYearly() : 0;
        int told = acquired.months();
        while (told > 1 && acquired.reached(told) < Math.min(FEWEST, acquired.reached(1))) {
            told--;
        }
        this.months = told;
    }

    /** What money so many months later is worth now; the first month counts whole. */
    private double worth(int later) {
        return Math.pow(1 + discount, -later / MONTHS_A_YEAR);
    }

    List<PlainWays.Cohort> cohorts() {
        List<PlainWays.Cohort> list = new ArrayList<>();
        for (Cohorts.Cohort cohort : acquired.cohorts()) {
            if (cohort.revenue().isEmpty()) {
                continue;
            }
            List<Long> sums = new ArrayList<>();
            double sum = 0;
            for (int month = 0; month < cohort.revenue().size(); month++) {
                sum += margin * cohort.revenue().get(month) * worth(month);
                sums.add(Math.round(sum / cohort.customers()));
            }
            list.add(
                    new PlainWays.Cohort(
                            cohort.month().atDay(1),
                            cohort.customers(),
                            CohortSelections.came(cohort.month()),
                            sums));
        }
        return list.subList(Math.max(0, list.size() - MOST), list.size());
    }

    List<PlainWays.Point> average() {
        List<PlainWays.Point> points = new ArrayList<>();
        double sum = 0;
        for (int month = 1; month <= months; month++) {
            sum += margin * acquired.mean(month) * worth(month - 1);
            points.add(
                    new PlainWays.Point(
                            month,
                            acquired.reached(month),
                            CohortSelections.reached(month),
                            Math.round(sum)));
        }
        return points;
    }

    /** How many months can be over for a customer of whom the next ones can be told. */
    int oldest(int next) {
        return months - next;
    }

    /**
     * What a customer so many months old brings in the next ones; NaN where nobody is as old yet.
     */
    double ahead(int age, int next) {
        if (age > oldest(next)) {
            return Double.NaN;
        }
        double sum = 0;
        for (int month = 0; month < next; month++) {
            sum += margin * acquired.mean(age + month + 1) * worth(month);
        }
        return sum;
    }
}
