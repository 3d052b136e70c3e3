package io.millrace.models.growth;

import io.millrace.models.growth.Growth.Cell;
import io.millrace.models.growth.Growth.Cohort;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Customers by the month of their first purchase, and how they went on. */
final class CohortTable {
    private static final int MOST = 24;

    private final Newcomers newcomers;
    private final LocalDate today;
    private final int now;
    private final Map<Integer, Sums> sums = new TreeMap<>();

    private static final class Sums {
        private final int[] active;
        private final long[] revenue;
        private int customers;

        Sums(int months) {
            active = new int[months];
            revenue = new long[months];
        }
    }

    CohortTable(Newcomers newcomers, LocalDate today) {
        this.newcomers = newcomers;
        this.today = today;
        this.now = Newcomers.month(today);
        for (int row = 0; row < newcomers.size(); row++) {
            if (newcomers.isBuyer(row) && now - newcomers.cohort(row) < MOST) {
                Sums of =
                        sums.computeIfAbsent(
                                newcomers.cohort(row), month -> new Sums(now - month + 1));
                of.customers++;
                newcomers.addTo(row, of.active, of.revenue);
            }
        }
    }

    int customers() {
        return sums.values().stream().mapToInt(of -> of.customers).sum();
    }

    List<Cohort> months() {
        List<Cohort> months = new ArrayList<>();
        sums.forEach((month, of) -> {
            LocalDate first = LocalDate.of(month / 12, month % 12 + 1, 1);
            List<Cell> cells = new ArrayList<>();
            long revenue = 0;
            for (int after = 0; after < of.active.length; after++) {
                revenue += of.revenue[after];
                cells.add(
                        new Cell(
                                after,
                                of.active[after],
                                revenue,
                                GrowthSelections.cohort(first, after),
                                isPartial(month + after)));
            }
            months.add(new Cohort(first, of.customers, GrowthSelections.cohort(first, 0), cells));
        });
        return months;
    }

    private boolean isPartial(int month) {
        return month == now && today.getDayOfMonth() < today.lengthOfMonth();
    }

    /** Months that are not over count for nobody. */
    List<Double> averages() {
        List<Double> averages = new ArrayList<>();
        for (int after = 0; after < MOST; after++) {
            int active = 0;
            int customers = 0;
            for (Map.Entry<Integer, Sums> one : sums.entrySet()) {
                Sums of = one.getValue();
                if (after < of.active.length && !isPartial(one.getKey() + after)) {
                    active += of.active[after];
                    customers += of.customers;
                }
            }
            if (customers == 0) {
                break;
            }
            averages.add((double) active / customers);
        }
        return averages;
    }
}
