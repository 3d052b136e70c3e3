package io.millrace.kernel.model.lifetime;

import io.millrace.kernel.model.lifetime.FitOutcome.AtBoundary;
import io.millrace.kernel.model.lifetime.FitOutcome.Diagnostics;
import io.millrace.kernel.model.lifetime.FitOutcome.Fitted;
import io.millrace.kernel.model.lifetime.FitOutcome.Limit;
import io.millrace.kernel.model.lifetime.FitOutcome.TooLittle;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fits BG/BB by maximum likelihood; there are few distinct histories, so the gradient is by
 * differences.
 */
public final class BgBbFit {
    private static final double STEP = 1e-6;
    private static final double FAR = 8.5;

    private BgBbFit() {}

    /**
     * @param histories how many customers have each history
     */
    public static FitOutcome<BgBb> fit(Map<BgBb.History, Long> histories) {
        SortedMap<BgBb.History, Long> sorted =
                new TreeMap<>(
                        java.util.Comparator.comparingInt(BgBb.History::opportunities)
                                .thenComparingInt(BgBb.History::repeats)
                                .thenComparingInt(BgBb.History::last));
        sorted.putAll(histories);
        long customers = sorted.values().stream().mapToLong(Long::longValue).sum();
        if (customers < PurchaseFits.CUSTOMERS) {
            return new TooLittle<>("customers", customers, PurchaseFits.CUSTOMERS);
        }
        Objective objective = new Differences(sorted);
        Maximum.Point best =
                new Maximum(objective, customers, 11)
                        .fromBestOf(new double[4], new double[] {0.2, -0.3, -0.4, 1});
        Information information = Information.at(objective, best, false);
        BgBb model = model(best.logs());
        Diagnostics diagnostics =
                new Diagnostics(
                        best.value(),
                        information.standardErrors(),
                        information.conditionNumber(),
                        best.steepest() / customers,
                        0,
                        best.evaluations(),
                        customers,
                        sorted.size());
        if (best.logs()[2] < -FAR) {
            return new AtBoundary<>(model, Limit.NO_DROPOUT, diagnostics);
        }
        if (best.logs()[2] > FAR || best.logs()[3] > FAR) {
            return new AtBoundary<>(model, Limit.DROPOUT_HOMOGENEOUS, diagnostics);
        }
        return best.logs()[0] > FAR || best.logs()[1] > FAR
                ? new AtBoundary<>(model, Limit.RATE_HOMOGENEOUS, diagnostics)
                : new Fitted<>(model, diagnostics);
    }

    private static BgBb model(double[] logs) {
        return new BgBb(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]));
    }

    private record Differences(SortedMap<BgBb.History, Long> histories) implements Objective {
        @Override
        public int size() {
            return 4;
        }

        @Override
        public double at(double[] logs, double[] gradient) {
            for (int i = 0; i < logs.length; i++) {
                double[] up = logs.clone();
                double[] down = logs.clone();
                up[i] += STEP;
                down[i] -= STEP;
                gradient[i] = (value(up) - value(down)) / (2 * STEP);
            }
            return value(logs);
        }

        private double value(double[] logs) {
            BgBb model = model(logs);
            double sum = 0;
            for (Map.Entry<BgBb.History, Long> entry : histories.entrySet()) {
                sum += entry.getValue() * model.logLikelihood(entry.getKey());
            }
            return sum;
        }
    }
}
