package io.millrace.kernel.model.churn;

/**
 * How well told probabilities match what happened.
 *
 * @param auc area under the ROC curve, ties counted half (Mann and Whitney)
 * @param brier mean squared error of the probabilities (Brier 1950)
 * @param logLoss mean negative log-likelihood
 * @param topDecileLift the positive share among the tenth at highest risk, over the overall share
 */
public record Quality(double auc, double brier, double logLoss, double topDecileLift) {
    public static Quality of(double[] told, boolean[] happened) {
        Ranked ranked = Ranked.of(told, happened);
        int n = ranked.size();
        double brier = 0;
        double loss = 0;
        for (int i = 0; i < n; i++) {
            double p = ranked.told()[i];
            double share = ranked.happened()[i];
            brier += share * (1 - p) * (1 - p) + (1 - share) * p * p;
            loss -= share * log(p) + (1 - share) * log(1 - p);
        }
        int top = Math.max(1, n / 10);
        double lift = ranked.hits(n - top, n) / top / ((double) ranked.ones() / n);
        return new Quality(ranked.auc(), brier / n, loss / n, lift);
    }

    private static double log(double chance) {
        return Math.log(Math.max(chance, 1e-15));
    }

    /** The area under the ROC curve alone; NaN if only one class occurs. */
    public static double auc(double[] told, boolean[] happened) {
        return Ranked.of(told, happened).auc();
    }
}
