package io.millrace.models.scores;

import io.millrace.kernel.model.lifetime.Histories;
import io.millrace.kernel.model.lifetime.OwnModels;
import io.millrace.kernel.model.lifetime.TimeUnit;
import io.millrace.kernel.model.lifetime.TransactionLog;
import io.millrace.models.Margin;
import io.millrace.models.scores.ClvReport.Candidate;
import io.millrace.models.scores.ClvReport.HeldOut;
import io.millrace.models.scores.ClvReport.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how well the lifetime values are founded, by a part of the history that is held back. */
final class ClvReporting {
    private static final int LONGEST_HOLD_OUT = 39 * 7;
    private static final int SHORTEST_HOLD_OUT = 4 * 7;

    private final ScoringModel.Data data;
    private final TransactionLog log;
    private final Histories histories;
    private final Differing differing;

    ClvReporting(
            ScoringModel.Data data, TransactionLog log, Histories histories, Differing differing) {
        this.data = data;
        this.differing = differing;
        this.log = log;
        this.histories = histories;
    }

    ClvReport report(
            List<ClvFits.Fit> fits, ClvFits.@Nullable With with, ClvSpend spend, Margin margin) {
        ClvFits.Fit best = fits.getFirst();
        long repeatBuyers = 0;
        for (int i = 0; i < histories.size(); i++) {
            repeatBuyers += histories.repeats(i) > 0 ? 1 : 0;
        }
        return new ClvReport(
                best.name(),
                best.limit(),
                fits.stream().map(ClvReporting::candidate).toList(),
                spend.model() == null ? "mean" : "gamma-gamma",
                spend.why(),
                finite(spend.correlation()),
                data.settings().horizonWeeks(),
                data.settings().discountYearly(),
                margin.share(),
                margin.from(),
                data.currency(),
                histories.firstDay(),
                data.today(),
                histories.size(),
                repeatBuyers,
                Math.round(spend.mean() * data.minor()),
                with == null ? null : ClvDifferences.of(with, data.settings().differences()),
                heldOut(best.name(), with).orElse(null));
    }

    private static Candidate candidate(ClvFits.Fit fit) {
        return new Candidate(
                fit.name(),
                fit.limit(),
                fit.diagnostics().logLikelihood(),
                fit.diagnostics().likelihoodRatio(),
                finite(fit.diagnostics().conditionNumber()));
    }

    private Optional<HeldOut> heldOut(String name, ClvFits.@Nullable With with) {
        int span = data.today() - histories.firstDay();
        int days = Math.min(LONGEST_HOLD_OUT, span / 3 / 7 * 7);
        if (days < SHORTEST_HOLD_OUT) {
            return Optional.empty();
        }
        int end = data.today() - days;
        Histories seen = log.histories(end, data.today());
        ClvFits.@Nullable Fit apart =
                with == null || with.fit() == null
                        ? null
                        : differing
                                .covariates(data, end)
                                .map(all -> ClvFits.with(name, seen, all).fit())
                                .orElse(null);
        return ClvFits.again(name, seen.purchases(TimeUnit.WEEK))
                .map(fit -> heldOut(name, seen, fit, apart));
    }

    private HeldOut heldOut(
            String name, Histories seen, ClvFits.Fit plain, ClvFits.@Nullable Fit apart) {
        OwnModels models = apart == null ? plain.models() : apart.models();
        return new HeldOut(
                name,
                data.today() - seen.holdOutDays(),
                seen.holdOutDays(),
                models.holdOut(seen),
                apart == null ? null : plain.models().holdOut(seen).model(),
                weeks(models, seen));
    }

    /** Repeat purchases of those known at the calibration's end, week by week to this day. */
    private List<Week> weeks(OwnModels models, Histories seen) {
        int first = seen.firstDay();
        int weeks = (data.today() - first + 1) / 7;
        double[] expected = models.tracked(seen, first, 7, weeks);
        long[] actual = new long[weeks];
        for (int i = 0; i < seen.size(); i++) {
            count(seen.customer(i), seen.firstDay(i), first, actual);
        }
        List<Week> list = new ArrayList<>();
        long sum = 0;
        for (int week = 0; week < weeks; week++) {
            sum += actual[week];
            list.add(new Week(week + 1, sum, expected[week]));
        }
        return list;
    }

    /** Days with a purchase after the customer's first. */
    private void count(int who, int own, int first, long[] weeks) {
        int before = own;
        for (int i = data.histories().from(who); i < data.histories().to(who); i++) {
            int day = data.histories().day(i);
            int week = (day - first) / 7;
            if (data.histories().isPurchase(i, data.today()) && day > before) {
                before = day;
                if (week < weeks.length) {
                    weeks[week]++;
                }
            }
        }
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
