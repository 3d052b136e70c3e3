package io.millrace.sample.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    private static final Instant END = Instant.parse("2026-11-22T05:00:00Z");

    @Test
    void theSameSeedMakesTheSameLives() {
        assertThat(brand(7).lives().toList()).isEqualTo(brand(7).lives().toList());
    }

    @Test
    void anotherSeedMakesOtherLives() {
        assertThat(brand(7).life(3)).isNotEqualTo(brand(8).life(3));
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        List<Life> alone = brand(7).lives().toList();

        for (int threads : new int[] {2, 5}) {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                List<Life> together =
                        pool.submit(() -> brand(7).lives().parallel().toList()).join();
                assertThat(together).isEqualTo(alone);
            }
        }
    }

    @Test
    void theOrderOfAskingDoesNotMatter() {
        SampleBrand brand = brand(7);
        List<Life> forwards = brand.lives().toList();

        List<Life> backwards =
                IntStream.range(0, brand.people())
                        .map(i -> brand.people() - 1 - i)
                        .mapToObj(brand::life)
                        .toList()
                        .reversed();

        assertThat(backwards).isEqualTo(forwards);
    }

    @Test
    void walkInsAreTheSameTooForTheSameDay() {
        SampleBrand brand = new SampleBrand(7, 20_000, END);

        assertThat(brand.walkIns(700)).isNotEmpty().isEqualTo(brand.walkIns(700));
    }

    private static SampleBrand brand(long seed) {
        return new SampleBrand(seed, 600, END);
    }
}
