package io.millrace.kernel.model.lifetime;

/** Eigenvalues of a small symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan §8.5). */
final class Jacobi {
    private static final int SWEEPS = 60;

    private Jacobi() {}

    static double[] eigenvalues(double[][] symmetric) {
        int n = symmetric.length;
        double[][] m = new double[n][];
        for (int i = 0; i < n; i++) {
            m[i] = symmetric[i].clone();
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(m, p, q);
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = m[i][i];
        }
        return values;
    }

    private static void rotate(double[][] m, int p, int q) {
        if (m[p][q] == 0) {
            return;
        }
        double tau = (m[q][q] - m[p][p]) / (2 * m[p][q]);
        double t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        double c = 1 / Math.sqrt(1 + t * t);
        double s = t * c;
        for (int k = 0; k < m.length; k++) {
            double kp = m[k][p];
            double kq = m[k][q];
            m[k][p] = c * kp - s * kq;
            m[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < m.length; k++) {
            double pk = m[p][k];
            double qk = m[q][k];
            m[p][k] = c * pk - s * qk;
            m[q][k] = s * pk + c * qk;
        }
    }
}
