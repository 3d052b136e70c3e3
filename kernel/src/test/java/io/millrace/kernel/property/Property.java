package io.millrace.kernel.property;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Runs a check over random lists of steps; a failing list is shrunk to a smallest one that still
 * fails and reported with its seed.
 */
public final class Property {
    /** Throws if the property does not hold for these steps. */
    @FunctionalInterface
    public interface Check<S> {
        void run(List<S> steps) throws Exception;
    }

    private Property() {}

    public static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    public static <S> void holds(
            int cases, Function<RandomGenerator, List<S>> generator, Check<S> check) {
        for (long seed = 1; seed <= cases; seed++) {
            List<S> steps = generator.apply(random(seed));
            Throwable failure = failure(check, steps);
            if (failure != null) {
                List<S> smallest = shrink(check, steps);
                Throwable last = failure(check, smallest);
                throw new AssertionError(
                        "seed " + seed + ", shrunk to " + smallest, last == null ? failure : last);
            }
        }
    }

    private static <S> List<S> shrink(Check<S> check, List<S> steps) {
        List<S> best = steps;
        for (int chunk = Math.max(1, best.size() / 2); ; chunk = Math.max(1, chunk / 2)) {
            boolean smaller = false;
            for (int at = 0; at < best.size(); ) {
                List<S> without = new ArrayList<>(best.subList(0, at));
                without.addAll(best.subList(Math.min(best.size(), at + chunk), best.size()));
                if (failure(check, without) != null) {
                    best = without;
                    smaller = true;
                } else {
                    at += chunk;
                }
            }
            if (chunk == 1 && !smaller) {
                return best;
            }
        }
    }

    private static <S> @Nullable Throwable failure(Check<S> check, List<S> steps) {
        try {
            check.run(steps);
            return null;
        } catch (Exception | AssertionError failure) {
            return failure;
        }
    }
}
