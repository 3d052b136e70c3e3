package io.millrace.sample.brand;

import java.time.Instant;
import java.util.List;

/** What members share and say in public. */
final class Sharing {
    private static final List<String> EVENTS =
            List.of(
                    "Product Shared",
                    "Content Shared",
                    "Product Reviewed",
                    "Content Commented",
                    "Content Liked",
                    "Content Liked");
    private static final double SHARES = 0.07;

    private Sharing() {}

    static void of(long joinedAt, Story story, Draws draws, List<Happening> into) {
        if (!draws.chance(SHARES)) {
            return;
        }
        int times = 1 + draws.poisson(1.6);
        for (int i = 0; i < times; i++) {
            into.add(
                    new Happening.Shared(
                            Instant.ofEpochSecond(draws.between(joinedAt, story.end())),
                            draws.pick(EVENTS),
                            draws.pick(Assortment.PRODUCTS).name()));
        }
    }
}
