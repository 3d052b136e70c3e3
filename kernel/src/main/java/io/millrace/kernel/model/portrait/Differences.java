package io.millrace.kernel.model.portrait;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Whether some customers differ from the others, and how much. Tests compare two groups without a
 * common member: an audience with <em>the rest</em>, not with all, of whom it is a part.
 */
public final class Differences {
    /** Below it an expected number is too small for the approximation (Cochran 1954). */
    public static final double FEWEST_EXPECTED = 5;

    private Differences() {}

    /**
     * @param statistic 0 where there is nothing to compare
     * @param degrees of freedom
     * @param chance that two equal groups differ by as much (p-value); 1 where nothing can be told
     * @param strength Cramér's V, 0 (same) to 1 (each value is in one group only)
     * @param fewest the smallest expected number
     */
    public record Whole(
            double statistic, int degrees, double chance, double strength, double fewest) {
        public boolean tooFew() {
            return fewest < FEWEST_EXPECTED;
        }
    }

    /**
     * @param z difference of the shares over its standard error, positive if the first is larger; 0
     *     where nothing can be told
     * @param chance two-sided p-value
     */
    public record Share(double z, double chance) {}

    /**
     * Pearson's chi-square test of homogeneity of two groups over the same values (Pearson 1900),
     * with Cramér's V (Cramér 1946); values that nobody has are left out.
     *
     * @param one members of the first group by value
     * @param other members of the second group by value
     */
    public static Whole whole(long[] one, long[] other) {
        double ones = Arrays.stream(one).sum();
        double others = Arrays.stream(other).sum();
        double all = ones + others;
        double statistic = 0;
        double fewest = Double.POSITIVE_INFINITY;
        int values = 0;
        for (int i = 0; i < one.length; i++) {
            double both = (double) one[i] + other[i];
            if (both == 0 || ones == 0 || others == 0) {
                continue;
            }
            double first = both * ones / all;
            double second = both * others / all;
            statistic += square(one[i] - first) / first + square(other[i] - second) / second;
            fewest = Math.min(fewest, Math.min(first, second));
            values++;
        }
        if (values < 2) {
            return new Whole(0, 0, 1, 0, values == 0 ? 0 : fewest);
        }
        return new Whole(
                statistic,
                values - 1,
                RegularizedGamma.Q.value((values - 1) / 2.0, statistic / 2),
                Math.min(1, Math.sqrt(statistic / all)),
                fewest);
    }

    /**
     * The two-proportion z-test with the pooled share (its square is {@link #whole} over yes and
     * no).
     */
    public static Share share(long hits, long of, long otherHits, long otherOf) {
        double pooled = (double) (hits + otherHits) / (of + otherOf);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / of + 1.0 / otherOf));
        if (of == 0 || otherOf == 0 || !(error > 0)) {
            return new Share(0, 1);
        }
        double z = ((double) hits / of - (double) otherHits / otherOf) / error;
        return new Share(z, Erfc.value(Math.abs(z) / Math.sqrt(2)));
    }

    /**
     * How typical a value is of a group: 100 × its share in the group ÷ its share in all (the
     * target group index of media research, TGI). 100 is as in all; NaN if nobody has the value.
     */
    public static double index(long hits, long of, long hitsInAll, long all) {
        return of == 0 || hitsInAll == 0
                ? Double.NaN
                : 100.0 * hits / of * ((double) all / hitsInAll);
    }

    /**
     * Chances adjusted for their number (Benjamini and Hochberg 1995): declaring those of at most q
     * as differences lets at most the share q of the declared be none, on average. In the order
     * given.
     */
    public static double[] adjusted(double[] chances) {
        int count = chances.length;
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(chances[b], chances[a]));
        double[] adjusted = new double[count];
        double least = 1;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, chances[order[i]] * count / (count - i));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }

    private static double square(double number) {
        return number * number;
    }
}
