package io.millrace.kernel.model.growth;

import java.util.ArrayList;
import java.util.List;

/**
 * Forms that the number of newcomers per period can follow. All are held against the same numbers,
 * the newcomers of each period, so that their errors compare; a form of cumulative growth gives
 * those of a period as the difference of its two ends.
 */
public enum GrowthForm {
    /** As many in each period; parameter: how many. */
    STEADY(1),
    /** A constant rate of growth; parameters: those of period 0, rate per period. */
    EXPONENTIAL(2),
    /** Verhulst's logistic; parameters: ceiling, middle, scale. */
    LOGISTIC(3),
    /** Gompertz; parameters: ceiling, b2, b3. */
    GOMPERTZ(3),
    /** Bass with newcomers m f(t); parameters: m, p, q. */
    BASS_DENSITY(3),
    /** Bass with newcomers m (F(t) − F(t−1)), Srinivasan and Mason 1986; parameters: m, p, q. */
    BASS_INCREMENT(3),
    /** Bass (1969) by regression on cumulative newcomers; parameters: m, p, q. */
    BASS_REGRESSION(3);

    private final int parameters;

    GrowthForm(int parameters) {
        this.parameters = parameters;
    }

    /** How many numbers are fitted, the variance not counted. */
    public int parameters() {
        return parameters;
    }

    /** True if growth ends somewhere. */
    public boolean hasCeiling() {
        return this != STEADY && this != EXPONENTIAL;
    }

    /** Newcomers of period t, counted 1, 2, 3 …; NaN where parameters are out of range. */
    double newcomers(double[] b, double t) {
        return switch (this) {
            case STEADY -> b[0];
            case EXPONENTIAL -> b[0] < 0 ? Double.NaN : b[0] * Math.exp(b[1] * t);
            case LOGISTIC, GOMPERTZ -> {
                Curve curve = curve(b);
                yield curve == null ? Double.NaN : curve.at(t) - curve.at(t - 1);
            }
            case BASS_DENSITY -> isBass(b) ? bass(b).rate(t) : Double.NaN;
            case BASS_INCREMENT, BASS_REGRESSION ->
                    isBass(b) ? b[0] * (bass(b).adopted(t) - bass(b).adopted(t - 1)) : Double.NaN;
        };
    }

    /** What is still to come after period t; infinite without a ceiling. */
    double left(double[] b, double t) {
        return switch (this) {
            case STEADY, EXPONENTIAL -> Double.POSITIVE_INFINITY;
            case LOGISTIC, GOMPERTZ -> {
                Curve curve = curve(b);
                yield curve == null ? Double.NaN : curve.ceiling() - curve.at(t);
            }
            default -> b[0] * (1 - bass(b).adopted(t));
        };
    }

    /** When newcomers are most; NaN where they are never. */
    double peak(double[] b) {
        return switch (this) {
            case STEADY, EXPONENTIAL -> Double.NaN;
            case LOGISTIC, GOMPERTZ -> {
                Curve curve = curve(b);
                yield curve == null ? Double.NaN : curve.inflection();
            }
            default -> b[2] <= 0 ? Double.NEGATIVE_INFINITY : bass(b).peakTime();
        };
    }

    private @org.jspecify.annotations.Nullable Curve curve(double[] b) {
        boolean logistic = this == LOGISTIC;
        if (b[0] <= 0 || b[2] <= 0 || (!logistic && (b[1] <= 0 || b[2] >= 1))) {
            return null;
        }
        return logistic
                ? new Curve.Logistic(b[0], b[1], b[2])
                : new Curve.Gompertz(b[0], b[1], b[2]);
    }

    private static boolean isBass(double[] b) {
        return b[0] > 0 && b[1] > 0 && b[2] >= 0;
    }

    private static Bass bass(double[] b) {
        return new Bass(b[0], b[1], b[2]);
    }

    /** Where a search may begin. */
    List<double[]> starts(double[] newcomers) {
        double total = 0;
        for (double one : newcomers) {
            total += one;
        }
        int n = newcomers.length;
        double mean = total / n;
        List<double[]> starts = new ArrayList<>();
        switch (this) {
            case STEADY -> starts.add(new double[] {mean});
            case EXPONENTIAL -> {
                for (double rate : new double[] {0.001, 0.05, -0.05}) {
                    starts.add(new double[] {mean, rate});
                }
            }
            case LOGISTIC -> {
                for (double middle : new double[] {-0.2, 0.5, 1.3}) {
                    for (double scale : new double[] {0.1, 0.4}) {
                        starts.add(new double[] {2 * total, middle * n, scale * n});
                    }
                }
            }
            case GOMPERTZ -> {
                for (double middle : new double[] {-0.2, 0.5, 1.3}) {
                    for (double scale : new double[] {0.1, 0.4}) {
                        double b3 = Math.exp(-1 / (scale * n));
                        starts.add(new double[] {2 * total, Math.pow(b3, -middle * n), b3});
                    }
                }
            }
            default -> {
                for (double much : new double[] {1.1, 3}) {
                    starts.add(new double[] {much * total, 0.3 / n, 5.0 / n});
                    starts.add(new double[] {much * total, 1.0 / n, 1.0 / n});
                    starts.add(new double[] {much * total, 0.02 / n, 8.0 / n});
                }
            }
        }
        return starts;
    }
}
