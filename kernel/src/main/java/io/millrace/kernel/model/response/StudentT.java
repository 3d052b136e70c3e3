package io.millrace.kernel.model.response;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/** The quantile of Student's t that 95 % intervals reach. */
final class StudentT {
    private static final double TAIL = 0.05;

    private StudentT() {}

    /**
     * @param freedom degrees of freedom, at least 1
     */
    static double reach(int freedom) {
        double low = 0;
        double high = 1e3;
        while (high - low > 1e-10) {
            double middle = (low + high) / 2;
            double outside =
                    RegularizedBeta.value(
                            freedom / (freedom + middle * middle), freedom / 2.0, 0.5);
            if (outside > TAIL) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
