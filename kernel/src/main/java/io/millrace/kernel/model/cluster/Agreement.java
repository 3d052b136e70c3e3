package io.millrace.kernel.model.cluster;

/** How far two groupings of the same points say the same. */
public final class Agreement {
    private final long[][] shared;
    private final long[] left;
    private final long[] right;
    private final long points;

    private Agreement(long[][] shared, long[] left, long[] right, long points) {
        this.shared = shared;
        this.left = left;
        this.right = right;
        this.points = points;
    }

    /**
     * @param one clusters 0 to {@code ones} − 1 of the points
     * @param other clusters 0 to {@code others} − 1 of the same points
     */
    public static Agreement of(int[] one, int ones, int[] other, int others) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(one.length + " and " + other.length + " points");
        }
        long[][] shared = new long[ones][others];
        long[] left = new long[ones];
        long[] right = new long[others];
        for (int i = 0; i < one.length; i++) {
            shared[one[i]][other[i]]++;
            left[one[i]]++;
            right[other[i]]++;
        }
        return new Agreement(shared, left, right, one.length);
    }

    /**
     * The adjusted Rand index: 1 for the same grouping, 0 on average for groupings that know
     * nothing of each other. Hubert and Arabie, Journal of Classification 2 (1985). Two groupings
     * without any structure (all together or all apart) agree.
     */
    public double adjustedRand() {
        double both = 0;
        for (long[] row : shared) {
            both += pairs(row);
        }
        double ones = pairs(left);
        double others = pairs(right);
        double all = points * (points - 1) / 2.0;
        double expected = all == 0 ? 0 : ones * others / all;
        double most = (ones + others) / 2;
        return most == expected ? 1 : (both - expected) / (most - expected);
    }

    private static double pairs(long[] sizes) {
        double pairs = 0;
        for (long size : sizes) {
            pairs += size * (size - 1) / 2.0;
        }
        return pairs;
    }

    /**
     * How well the second grouping finds each cluster of the first again: the highest Jaccard
     * coefficient with any of its clusters, 0 to 1; NaN for a cluster without points.
     */
    public double[] jaccard() {
        double[] found = new double[left.length];
        for (int c = 0; c < left.length; c++) {
            found[c] = left[c] == 0 ? Double.NaN : 0;
            for (int o = 0; o < right.length && left[c] > 0; o++) {
                double union = left[c] + right[o] - shared[c][o];
                found[c] = Math.max(found[c], shared[c][o] / union);
            }
        }
        return found;
    }
}
