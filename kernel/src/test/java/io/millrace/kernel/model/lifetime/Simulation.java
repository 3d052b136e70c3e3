package io.millrace.kernel.model.lifetime;

import java.util.SplittableRandom;

/** Customers that behave exactly as BG/NBD says, seeded. */
final class Simulation {
    private Simulation() {}

    /** Observed for a uniform whole number of days in [fewest, most); purchases at exact times. */
    static Purchases bgNbd(BgNbd truth, int customers, int fewestDays, int mostDays, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Purchases.Builder builder = Purchases.in(truth.unit());
        for (int i = 0; i < customers; i++) {
            double observed =
                    (fewestDays + random.nextInt(mostDays - fewestDays)) / truth.unit().days();
            double rate = gamma(random, truth.r()) / truth.alpha();
            double leaving = beta(random, truth.a(), truth.b());
            double at = 0;
            double last = 0;
            int repeats = 0;
            while (true) {
                at -= Math.log(1 - random.nextDouble()) / rate;
                if (at > observed) {
                    break;
                }
                repeats++;
                last = at;
                if (random.nextDouble() < leaving) {
                    break;
                }
            }
            builder.add(new Summary(repeats, last, observed, truth.unit()));
        }
        return builder.build();
    }

    static double beta(SplittableRandom random, double a, double b) {
        double x = gamma(random, a);
        return x / (x + gamma(random, b));
    }

    /** Marsaglia and Tsang, ACM Transactions on Mathematical Software 26 (2000). */
    static double gamma(SplittableRandom random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            v = v * v * v;
            if (v > 0
                    && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
