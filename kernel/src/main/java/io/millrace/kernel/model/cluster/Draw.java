package io.millrace.kernel.model.cluster;

import java.util.SplittableRandom;

/** Some of many points. */
final class Draw {
    private Draw() {}

    /** A draw without replacement that keeps the order; all where there are no more. */
    static double[][] of(double[][] points, int many, long seed) {
        if (points.length <= many) {
            return points;
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[][] drawn = new double[many][];
        int taken = 0;
        for (int i = 0; taken < many; i++) {
            if (random.nextInt(points.length - i) < many - taken) {
                drawn[taken++] = points[i];
            }
        }
        return drawn;
    }
}
