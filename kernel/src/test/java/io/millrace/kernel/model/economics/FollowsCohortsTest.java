package io.millrace.kernel.model.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.kernel.model.Orders;
import io.millrace.kernel.model.PurchaseHistories;
import io.millrace.kernel.model.PurchaseHistoryFold;
import io.millrace.kernel.timeline.Cut;
import io.millrace.kernel.timeline.FoldRun;
import io.millrace.kernel.timeline.Snapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cohorts by month of acquisition, against a count by hand over the same histories. */
class FollowsCohortsTest {
    private static final Instant AS_OF = Orders.day(1_100);
    private static final LocalDate TODAY = AS_OF.atZone(ZoneOffset.UTC).toLocalDate();

    @TempDir Path folder;

    @Test
    void sumsWhatAllOfACohortBroughtInEachFullMonth() {
        PurchaseHistories histories = histories(Lives.random(11));
        Cohorts cohorts = cohorts(histories);

        assertThat(cohorts.cohorts()).hasSizeGreaterThan(12);
        for (Cohorts.Cohort cohort : cohorts.cohorts()) {
            long[] revenue = new long[cohort.revenue().size()];
            int customers = 0;
            for (int row = 0; row < histories.size(); row++) {
                if (YearMonth.from(first(histories, row)).equals(cohort.month())) {
                    customers++;
                    for (int month = 1; month <= revenue.length; month++) {
                        revenue[month - 1] += byHand(histories, row, month);
                    }
                }
            }
            assertThat(customers).isEqualTo(cohort.customers());
            assertThat(cohort.revenue()).containsExactlyElementsOf(longs(revenue));
            LocalDate last = cohort.month().atEndOfMonth();
            assertThat(revenue.length == 0 || !last.plusMonths(revenue.length).isAfter(TODAY))
                    .isTrue();
            assertThat(last.plusMonths(revenue.length + 1L)).isAfter(TODAY);
        }
    }

    @Test
    void meansCountOnlyForWhomTheMonthIsOver() {
        PurchaseHistories histories = histories(Lives.random(12));
        Cohorts cohorts = cohorts(histories);

        for (int month = 1; month <= cohorts.months(); month += 5) {
            long revenue = 0;
            int reached = 0;
            for (int row = 0; row < histories.size(); row++) {
                if (!first(histories, row).plusMonths(month).isAfter(TODAY)) {
                    reached++;
                    revenue += byHand(histories, row, month);
                }
            }
            assertThat(cohorts.reached(month)).isEqualTo(reached);
            assertThat(cohorts.mean(month)).isEqualTo((double) revenue / reached, within(1e-9));
        }
    }

    @Test
    void theOrderOfTheFactsAndWhatCameLaterChangeNoBit() {
        Orders log = Lives.random(13);
        Cohorts before = cohorts(histories(log));
        log.facts().removeIf(fact -> fact.occurredAt().isAfter(AS_OF));
        Collections.shuffle(log.facts(), new Random(2));
        Cohorts after = cohorts(histories(log));

        assertThat(after.cohorts()).isEqualTo(before.cohorts());
        assertThat(after.months()).isEqualTo(before.months());
        for (int month = 1; month <= after.months(); month++) {
            assertThat(after.mean(month)).isEqualTo(before.mean(month));
        }
    }

    private static Iterable<Long> longs(long[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static long byHand(PurchaseHistories histories, int row, int month) {
        LocalDate first = first(histories, row);
        long sum = 0;
        for (int i = histories.from(row); i < histories.to(row); i++) {
            LocalDate day = LocalDate.ofEpochDay(histories.day(i));
            boolean begun = month == 1 || !day.isBefore(first.plusMonths(month - 1L));
            sum += begun && day.isBefore(first.plusMonths(month)) ? histories.amount(i) : 0;
        }
        return sum;
    }

    /** Far in the future for who never bought. */
    private static LocalDate first(PurchaseHistories histories, int row) {
        for (int i = histories.from(row); i < histories.to(row); i++) {
            if (histories.isPurchase(i, Math.toIntExact(TODAY.toEpochDay()))) {
                return LocalDate.ofEpochDay(histories.day(i));
            }
        }
        return LocalDate.of(2999, 1, 1);
    }

    private static Cohorts cohorts(PurchaseHistories histories) {
        return Cohorts.of(histories, Math.toIntExact(TODAY.toEpochDay()));
    }

    private PurchaseHistories histories(Orders log) {
        Snapshot store = log.store(folder.resolve(Long.toString(System.nanoTime())));
        FoldRun run = FoldRun.over(store).cut(Cut.EVERYTHING).threads(2);
        var bought =
                run.add(
                        new PurchaseHistoryFold(
                                store.dictionary(), Orders.everyone(AS_OF), ZoneOffset.UTC));
        run.run();
        return bought.get();
    }
}
