package io.millrace.bench.models;

import io.millrace.kernel.model.lifetime.Purchases;
import io.millrace.kernel.model.lifetime.Summary;
import io.millrace.kernel.model.lifetime.TimeUnit;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Customers who buy at a gamma-distributed rate and leave with a beta-distributed chance after a
 * purchase, about two purchases each; seeded.
 */
final class SimulatedCustomers {
    private static final double R = 0.243;
    private static final double ALPHA = 4.414;
    private static final double A = 0.793;
    private static final double B = 2.426;

    final long[] repeats;
    final double[] last;
    final double[] observed;

    /**
     * @param exact purchases at exact times, so that nearly all rows differ; else on whole days
     */
    SimulatedCustomers(int customers, boolean exact, long seed) {
        repeats = new long[customers];
        last = new double[customers];
        observed = new double[customers];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < customers; i++) {
            int days = 27 * 7 + random.nextInt(12 * 7);
            observed[i] = exact ? days / 7.0 + random.nextDouble() / 7 : days / 7.0;
            simulate(i, exact, random);
        }
    }

    private void simulate(int i, boolean exact, SplittableRandom random) {
        double rate = gamma(random, R) / ALPHA;
        double leaving = beta(random);
        double at = 0;
        while (true) {
            at -= Math.log(1 - random.nextDouble()) / rate;
            double when = exact ? at : Math.ceil(at * 7) / 7;
            if (when > observed[i]) {
                return;
            }
            if (when > last[i]) {
                repeats[i]++;
                last[i] = when;
            }
            if (random.nextDouble() < leaving) {
                return;
            }
        }
    }

    Purchases purchases() {
        Purchases.Builder builder = Purchases.in(TimeUnit.WEEK);
        for (int i = 0; i < repeats.length; i++) {
            builder.add(new Summary(repeats[i], last[i], observed[i], TimeUnit.WEEK));
        }
        return builder.build();
    }

    /** A log of purchases with amounts, about two rows a customer; answers how many rows. */
    static long writeLog(Path file, int customers, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        LocalDate start = LocalDate.of(2024, 1, 1);
        String[] days = new String[40 * 7];
        for (int day = 0; day < days.length; day++) {
            days[day] = start.plusDays(day).toString();
        }
        long rows = 0;
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            writer.write("customer,date,amount\n");
            for (int i = 0; i < customers; i++) {
                double rate = gamma(random, R) / ALPHA / 7;
                double leaving = beta(random);
                double worth = 20 / gamma(random, 3.7) * 2.7;
                double day = random.nextInt(12 * 7);
                while (day < days.length) {
                    long cents = Math.round(100 * worth * gamma(random, 6.25) / 6.25) + 1;
                    writer.write("customer-" + (1_000_000 + i) + "," + days[(int) day] + ",");
                    writer.write(cents / 100 + "." + cents % 100 / 10 + cents % 10 + "\n");
                    rows++;
                    if (random.nextDouble() < leaving) {
                        break;
                    }
                    day += -Math.log(1 - random.nextDouble()) / rate;
                }
            }
        }
        return rows;
    }

    private static double beta(SplittableRandom random) {
        double x = gamma(random, A);
        return x / (x + gamma(random, B));
    }

    /** Marsaglia and Tsang, ACM Transactions on Mathematical Software 26 (2000). */
    private static double gamma(SplittableRandom random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0
                    && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
