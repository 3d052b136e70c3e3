package io.millrace.kernel.model.satisfaction;

/**
 * A share with its 95 % interval. Wilson, "Probable inference", JASA 22 (1927); method 3 of
 * Newcombe, Statistics in Medicine 17 (1998). It stays within 0 to 1 and holds for few cases too.
 *
 * @param of how many cases; without any, all three shares are NaN
 * @param share 0 to 1
 */
public record Proportion(long hits, long of, double share, double low, double high) {
    /** The 97.5 % quantile of the normal distribution. */
    static final double Z = 1.959963984540054;

    /**
     * @param hits 0 to {@code of}
     */
    public static Proportion of(long hits, long of) {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of);
        }
        if (of == 0) {
            return new Proportion(0, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        double share = (double) hits / of;
        double middle = share + Z * Z / (2 * of);
        double reach = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
        double scale = 1 + Z * Z / of;
        return new Proportion(
                hits,
                of,
                share,
                hits == 0 ? 0 : (middle - reach) / scale,
                hits == of ? 1 : (middle + reach) / scale);
    }
}
