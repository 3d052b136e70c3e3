package io.millrace.bench.folds;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Seeded customers of an invented brand, about 20 facts each over two years: visits, orders with
 * their lines, refunds, cancellations, campaigns. Activity is skewed: most customers order little,
 * a few order much.
 */
final class FactSource {
    static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final long SPAN_SECONDS = 730L * 86_400;
    private static final Value[] PAGES = texts("page", 200);
    private static final Value[] SKUS = texts("sku", 500);
    private static final Value[] CHANNELS = texts("channel", 4);

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    private final Consumer<Fact> sink;
    private long facts;
    private long orders;
    private UUID customer = new UUID(0, 0);

    FactSource(Consumer<Fact> sink) {
        this.sink = sink;
    }

    long run(int customers) {
        for (int i = 0; i < customers; i++) {
            customer();
        }
        return facts;
    }

    private void customer() {
        long first = random.nextLong(SPAN_SECONDS);
        long millis = START.plusSeconds(first).toEpochMilli();
        customer = uuid7(millis);
        add(Kinds.CUSTOMER_KNOWN, first, null, 0, Map.of());
        double activity = Math.exp(random.nextGaussian() * 0.9 - 0.4);
        long left = SPAN_SECONDS - first;
        for (int i = times(9.6 * activity); i > 0; i--) {
            add(
                    Kinds.PAGE_VIEWED,
                    first + random.nextLong(left),
                    null,
                    0,
                    Map.of("page", PAGES[random.nextInt(PAGES.length)]));
        }
        for (int i = times(2.6); i > 0; i--) {
            String campaign = "campaign " + random.nextInt(300);
            add(Kinds.CAMPAIGN_SENT, first + random.nextLong(left), campaign, 0, channel());
        }
        for (int i = times(2.6 * activity); i > 0; i--) {
            order(first + random.nextLong(left));
        }
    }

    private void order(long at) {
        String number = "order " + orders++;
        long amount = 0;
        for (int i = 1 + times(0.6); i > 0; i--) {
            long line = 500 + (long) (Math.exp(random.nextGaussian()) * 4_000);
            amount += line;
            add(
                    Kinds.ORDER_ITEM,
                    at,
                    number,
                    line,
                    Map.of(
                            "sku",
                            SKUS[random.nextInt(SKUS.length)],
                            "quantity",
                            new Value.Whole(1 + random.nextInt(3))));
        }
        add(
                Kinds.ORDER_COMPLETED,
                at,
                number,
                amount,
                Map.of("cost", new Value.Whole(amount * 6 / 10)));
        int fate = random.nextInt(100);
        long later = Math.min(SPAN_SECONDS - 1, at + 3_600 + random.nextLong(20L * 86_400));
        if (fate < 6) {
            add(Kinds.ORDER_REFUNDED, later, number, -amount / 2, Map.of());
        } else if (fate < 8) {
            add(Kinds.ORDER_CANCELLED, later, number, -amount, Map.of());
        } else if (fate < 9) {
            add(Kinds.ORDER_ADJUSTED, later, number, random.nextInt(1000) - 300, Map.of());
        }
    }

    private void add(
            String kind,
            long second,
            @Nullable String subject,
            long amount,
            Map<String, Value> attributes) {
        Instant at = START.plusSeconds(second);
        facts++;
        sink.accept(
                new Fact(
                        uuid7(at.toEpochMilli()),
                        customer,
                        kind,
                        at,
                        at.plusSeconds(2),
                        subject,
                        amount,
                        amount == 0 ? null : "CNY",
                        attributes,
                        "bench",
                        true));
    }

    private Map<String, Value> channel() {
        return Map.of("channel", CHANNELS[random.nextInt(CHANNELS.length)]);
    }

    private UUID uuid7(long millis) {
        return new UUID(
                (millis << 16) | 0x7000 | random.nextInt(1 << 12),
                (random.nextLong() >>> 2) | Long.MIN_VALUE);
    }

    private int times(double mean) {
        double limit = Math.exp(-Math.min(mean, 500));
        int count = 0;
        for (double product = random.nextDouble(); product > limit; count++) {
            product *= random.nextDouble();
        }
        return count;
    }

    private static Value[] texts(String word, int count) {
        Value[] values = new Value[count];
        for (int i = 0; i < count; i++) {
            values[i] = new Value.Text(word + " " + i);
        }
        return values;
    }
}
