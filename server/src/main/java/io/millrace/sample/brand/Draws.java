package io.millrace.sample.brand;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random draws of one seed; the same seed gives the same draws. */
final class Draws {
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final RandomGenerator random;

    private Draws(RandomGenerator random) {
        this.random = random;
    }

    /** The draws that belong to one part (a customer, a day) of everything made from a seed. */
    static Draws of(long seed, long part) {
        return new Draws(GENERATORS.create(mix(seed + part * 0x9E3779B97F4A7C15L)));
    }

    /** Spreads a number over all 64 bits (Stafford's variant 13). */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double uniform() {
        return random.nextDouble();
    }

    long between(long from, long toExclusive) {
        return random.nextLong(from, toExclusive);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long bits() {
        return random.nextLong();
    }

    <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    /** An index drawn with chances in proportion to the weights. */
    int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Exponential with mean 1. */
    double exponential() {
        return -StrictMath.log(1 - random.nextDouble());
    }

    /** Gamma with mean shape × scale (Marsaglia and Tsang 2000). */
    double gamma(double shape, double scale) {
        if (shape < 1) {
            double boost = StrictMath.pow(1 - random.nextDouble(), 1 / shape);
            return gamma(shape + 1, scale) * boost;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v <= 0) {
                continue;
            }
            double cube = v * v * v;
            double bound = 0.5 * x * x + d - d * cube + d * StrictMath.log(cube);
            if (StrictMath.log(1 - random.nextDouble()) < bound) {
                return d * cube * scale;
            }
        }
    }

    double beta(double a, double b) {
        double left = gamma(a, 1);
        return left / (left + gamma(b, 1));
    }

    /** Poisson by counting; for small means. */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble();
                product > limit;
                product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
