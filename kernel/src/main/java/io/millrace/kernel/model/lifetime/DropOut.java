package io.millrace.kernel.model.lifetime;

/** The factor that the conditional expectations of BG/NBD and MBG/NBD share. */
final class DropOut {
    private static final double NEAR = 5e-3;
    private static final double STEP = 2e-3;

    private DropOut() {}

    /**
     * c/(a−1) · (1 − (1−z)^(a−1) 2F1(p, a−1; c; z)), where a = 1 is a removable singularity: near
     * it the value is interpolated through its neighbours by Richardson's rule, which leaves an
     * error of the fourth order of 0.002.
     */
    static double purchases(double a, double p, double c, double z) {
        if (Math.abs(a - 1) > NEAR) {
            return direct(a, p, c, z);
        }
        double d = a - 1;
        double[] at = {-3 * STEP - NEAR, -STEP - NEAR, STEP + NEAR, 3 * STEP + NEAR};
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            double weight = 1;
            for (int j = 0; j < at.length; j++) {
                weight *= i == j ? 1 : (d - at[j]) / (at[i] - at[j]);
            }
            sum += weight * direct(1 + at[i], p - d + at[i], c - d + at[i], z);
        }
        return sum;
    }

    private static double direct(double a, double p, double c, double z) {
        double ln = (a - 1) * Math.log1p(-z) + Math.log(Special.hyp2f1(p, a - 1, c, z));
        return c / (a - 1) * -Math.expm1(ln);
    }
}
