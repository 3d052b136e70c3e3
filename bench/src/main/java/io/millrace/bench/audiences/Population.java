package io.millrace.bench.audiences;

import io.millrace.kernel.timeline.Fact;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The customers and their past: two years until now, most of them doing little, a few much. */
final class Population {
    private static final long SPAN = Brand.SPAN.toSeconds();

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(2_026);
    private final Brand brand = new Brand(random);
    private final Instant now;
    private final long[] high;
    private final long[] low;
    private final double each;

    /**
     * @param each facts of a customer on average, at least six
     */
    Population(int customers, double each, Instant now) {
        this.high = new long[customers];
        this.low = new long[customers];
        this.each = each;
        this.now = now;
    }

    int size() {
        return high.length;
    }

    UUID customer(int number) {
        return new UUID(high[number], low[number]);
    }

    /** Gives every fact of every customer's past; answers how many. */
    long write(Consumer<Fact> sink) {
        long facts = 0;
        for (int i = 0; i < high.length; i++) {
            long ago = 1 + random.nextLong(SPAN);
            Instant first = now.minusSeconds(ago);
            UUID customer = brand.id(first);
            high[i] = customer.getMostSignificantBits();
            low[i] = customer.getLeastSignificantBits();
            facts += 5;
            sink.accept(brand.known(customer, first));
            sink.accept(brand.consent(customer, first.plusSeconds(1)));
            String city = Brand.city(brand.popular(Brand.CITIES));
            sink.accept(brand.changed(customer, first.plusSeconds(1), "city", city));
            String level = "level " + brand.popular(5);
            sink.accept(brand.changed(customer, first.plusSeconds(1), "level", level));
            String born =
                    "19%02d-%02d-%02d".formatted(number(60, 39), number(1, 12), number(1, 28));
            sink.accept(brand.changed(customer, first.plusSeconds(1), "birthday", born));
            double activity = Math.exp(random.nextGaussian() * 0.9 - 0.405);
            for (int n = times((each - 5) * activity); n > 0; n--) {
                sink.accept(brand.something(customer, now.minusSeconds(random.nextLong(ago))));
                facts++;
            }
        }
        return facts;
    }

    private int number(int from, int of) {
        return from + random.nextInt(of);
    }

    private int times(double mean) {
        double limit = Math.exp(-Math.min(mean, 500));
        int count = 0;
        for (double product = random.nextDouble(); product > limit; count++) {
            product *= random.nextDouble();
        }
        return count;
    }
}
