package io.millrace.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Rounds of one comparison, and the JSON line that they come to. */
public final class RatioLine {
    private static final int RESAMPLES = 10_000;

    private RatioLine() {}

    /**
     * The median ratio with its bootstrap interval of 95 percent.
     *
     * @param ratios one for each round
     * @param checks what was checked after each round, and how that went
     */
    public static String of(
            String bench, String metric, List<Double> ratios, double goal, String checks) {
        double[] sorted = sorted(ratios);
        Random random = new Random(1);
        double[] medians = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double[] sample = new double[sorted.length];
            for (int j = 0; j < sample.length; j++) {
                sample[j] = sorted[random.nextInt(sorted.length)];
            }
            Arrays.sort(sample);
            medians[i] = median(sample);
        }
        Arrays.sort(medians);
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"%s\",\"metric\":\"%s\",\"ratio\":%.2f,\"low\":%.2f,\"high\":%.2f,"
                        + "\"rounds\":%d,\"goal\":%s,\"checks\":\"%s\"}",
                bench,
                metric,
                median(sorted),
                medians[(int) (RESAMPLES * 0.025)],
                medians[(int) (RESAMPLES * 0.975)],
                sorted.length,
                goal,
                checks);
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
