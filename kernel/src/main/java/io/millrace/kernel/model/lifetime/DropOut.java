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

    /*
     * By Euler's transformation the product is (1−z)^(c−p) 2F1(c−p, c−a+1; c; z) too. The form is
     * taken whose terms are all of one sign, so that nothing cancels where r, or a and b, are large.
     */
    private static double direct(double a, double p, double c, double z) {
        double ln;
        if (c > 0 && p < -1 && -p * z > 0.5) {
            ln = (c - p) * Math.log1p(-z) + Special.lnSeries(c - p, c - a + 1, c, z);
        } else if (c > 0 && a > 1 && p > 0 && (z <= 0.5 || c - p - a + 1 >= 0)) {
            ln = (a - 1) * Math.log1p(-z) + Special.lnSeries(p, a - 1, c, z);
        } else if (c > 0 && a > 1 && p > 0) {
            ln = (c - p) * Math.log1p(-z) + Special.lnSeries(c - p, c - a + 1, c, z);
        } else {
            double safe = Math.abs(c) < 1e-9 ? 1e-9 : c;
            double f = Special.hyp2f1(p, a - 1, safe, z);
            if (f <= 0 || safe < 0) {
                return safe / (a - 1) * (1 - Math.exp((a - 1) * Math.log1p(-z)) * f);
            }
            ln = (a - 1) * Math.log1p(-z) + Math.log(f);
        }
        return c / (a - 1) * -Math.expm1(ln);
    }
}
