package io.millrace.kernel.model.lifetime;

/**
 * ln 2F1(1, b; c; z) with its derivatives by b, c and z: the recurrences of {@link Special#lnHyp1}
 * differentiated term by term. Reused from row to row, so that nothing is allocated.
 */
final class HypergeometricOne {
    private static final int TERMS = 20_000;

    double value;
    double byB;
    double byC;
    double byZ;

    void at(double b, double c, double z) {
        value = 0;
        byB = 0;
        byC = 0;
        byZ = 0;
        double f = 1;
        double upper = 1;
        double upperB = 0;
        double upperC = 0;
        double upperZ = 0;
        double lower = 0;
        double lowerB = 0;
        double lowerC = 0;
        double lowerZ = 0;
        for (int k = 1; k <= TERMS; k++) {
            double m = k / 2;
            boolean odd = (k & 1) == 1;
            double first = odd ? c + 2 * m - 1 : c + 2 * m - 2;
            double under = first * (first + 1);
            double p = odd ? b + m : m;
            double q = odd ? c + m - 1 : c - b + m - 1;
            double a = -z * p * q / under;
            double aB = -z * (odd ? q : -p) / under;
            double aC = -z * p / under - a * (1 / first + 1 / (first + 1));
            double aZ = -p * q / under;

            double next = 1 / (1 + a * lower);
            double square = next * next;
            lowerB = -square * (aB * lower + a * lowerB);
            lowerC = -square * (aC * lower + a * lowerC);
            lowerZ = -square * (aZ * lower + a * lowerZ);
            lower = next;

            double above = 1 + a / upper;
            double quotient = a / upper;
            upperB = (aB - quotient * upperB) / upper;
            upperC = (aC - quotient * upperC) / upper;
            upperZ = (aZ - quotient * upperZ) / upper;
            upper = above;

            double change = upper * lower;
            f *= change;
            byB += upperB / upper + lowerB / lower;
            byC += upperC / upper + lowerC / lower;
            byZ += upperZ / upper + lowerZ / lower;
            if (Math.abs(change - 1) < 1e-15) {
                break;
            }
        }
        value = -Math.log(f);
        byB = -byB;
        byC = -byC;
        byZ = -byZ;
    }
}
