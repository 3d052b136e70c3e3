package io.millrace.kernel.timeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Facts that collide on purpose: few profiles, few instants, ids in both halves of the range. */
final class RandomFacts {
    static final List<UUID> PROFILES =
            List.of(
                    new UUID(1, 1),
                    new UUID(1, -1),
                    new UUID(2, 7),
                    new UUID(Long.MAX_VALUE, 3),
                    new UUID(Long.MIN_VALUE, 0),
                    new UUID(-5, 9),
                    new UUID(-1, -1));
    static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final List<String> KINDS =
            List.of(Kinds.ORDER_COMPLETED, Kinds.ORDER_REFUNDED, Kinds.PAGE_VIEWED, "event.Spin");
    private static final List<String> TEXTS = List.of("red", "绿茶", "", "o'clock", "red 2");

    private RandomFacts() {}

    static Fact next(RandomGenerator random) {
        Instant occurred = START.plusSeconds(3600L * random.nextInt(40) - 3600L * 5);
        boolean money = random.nextBoolean();
        return new Fact(
                new UUID(random.nextInt(3) - 1L, random.nextInt(400) - 200L),
                PROFILES.get(random.nextInt(PROFILES.size())),
                KINDS.get(random.nextInt(KINDS.size())),
                occurred,
                START.plusSeconds(3600L * random.nextInt(40)),
                random.nextBoolean() ? "order " + random.nextInt(9) : null,
                money ? random.nextInt(2000) - 500L : 0,
                money ? (random.nextBoolean() ? "EUR" : "CNY") : null,
                attributes(random),
                "source " + random.nextInt(2),
                random.nextBoolean());
    }

    private static Map<String, Value> attributes(RandomGenerator random) {
        Map<String, Value> attributes = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            attributes.put("a" + random.nextInt(5), value(random));
        }
        return attributes;
    }

    private static Value value(RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Value.Whole(random.nextLong());
            case 1 -> new Value.Real(random.nextDouble());
            case 2 -> new Value.Flag(random.nextBoolean());
            case 3 -> new Value.Text(TEXTS.get(random.nextInt(TEXTS.size())));
            default -> new Value.Sealed("cipher" + random.nextInt(50));
        };
    }
}
