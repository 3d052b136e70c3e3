package io.millrace.kernel.model.growth;

import java.util.Arrays;

/** Share of wallet by the brand's rank among those a customer uses. */
public final class Wallet {
    private Wallet() {}

    /**
     * (1 − rank/(n+1)) · 2/n: the Wallet Allocation Rule. Keiningham, Aksoy, Buoye and Cooil,
     * Harvard Business Review (October 2011); Keiningham et al., The Wallet Allocation Rule (2015),
     * appendix A.
     *
     * @param rank 1 is the favourite; tied brands share the mean of their ranks
     * @param brands how many brands the customer uses, at least 2
     */
    public static double share(double rank, int brands) {
        if (brands < 2 || rank < 1 || rank > brands) {
            throw new IllegalArgumentException("rank %s of %d".formatted(rank, brands));
        }
        return (1 - rank / (brands + 1)) * 2 / brands;
    }

    /**
     * The share of each brand from its score, higher is better; equal scores share their ranks'
     * mean.
     */
    public static double[] shares(double[] scores) {
        double[] shares = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            double score = scores[i];
            long above = Arrays.stream(scores).filter(s -> s > score).count();
            long equal = Arrays.stream(scores).filter(s -> s == score).count();
            shares[i] = share(above + (equal + 1) / 2.0, scores.length);
        }
        return shares;
    }
}
