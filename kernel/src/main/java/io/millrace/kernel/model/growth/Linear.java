package io.millrace.kernel.model.growth;

/** Small systems of linear equations. */
final class Linear {
    private Linear() {}

    /**
     * Solves the augmented system by Gaussian elimination with partial pivoting; the argument is
     * used up.
     */
    static double[] solve(double[][] m) {
        int n = m.length;
        for (int pivot = 0; pivot < n; pivot++) {
            int best = pivot;
            for (int row = pivot + 1; row < n; row++) {
                best = Math.abs(m[row][pivot]) > Math.abs(m[best][pivot]) ? row : best;
            }
            double[] swap = m[pivot];
            m[pivot] = m[best];
            m[best] = swap;
            for (int row = pivot + 1; row < n; row++) {
                double factor = m[row][pivot] / m[pivot][pivot];
                for (int column = pivot; column <= n; column++) {
                    m[row][column] -= factor * m[pivot][column];
                }
            }
        }
        double[] solution = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double value = m[row][n];
            for (int column = row + 1; column < n; column++) {
                value -= m[row][column] * solution[column];
            }
            solution[row] = value / m[row][row];
        }
        return solution;
    }
}
