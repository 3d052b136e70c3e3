package io.millrace.bench.audiences;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.timelines.NewFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Facts at a steady rate, each transaction as many as arrive in a fortieth of a second. Now and
 * then one of them makes its customer a member of an audience that is looked at: from its commit on
 * the time runs until the membership can be read.
 */
final class LiveLoad {
    static final String PROBE = Kinds.EVENT_PREFIX + "Probe";
    private static final int COMMITS_A_SECOND = 40;

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    private final Brand brand = new Brand(random);
    private final LocalProduct product;
    private final Population population;
    private final UUID probed;
    private final Map<UUID, Long> waiting = new ConcurrentHashMap<>();
    private final List<Double> millis = new ArrayList<>();
    private final AtomicBoolean sending = new AtomicBoolean(true);

    /** What was sent, by transaction. */
    final List<List<Fact>> sent = new ArrayList<>();

    LiveLoad(LocalProduct product, Population population, UUID probed) {
        this.product = product;
        this.population = population;
        this.probed = probed;
    }

    /** Sends; answers how many seconds that took. */
    double run(int rate, int seconds) throws InterruptedException {
        Thread looking = Thread.ofPlatform().start(this::look);
        long begun = System.nanoTime();
        int transactions = seconds * COMMITS_A_SECOND;
        for (int i = 0; i < transactions; i++) {
            long due = begun + (long) (i * (1e9 / COMMITS_A_SECOND));
            long early = due - System.nanoTime();
            if (early > 0) {
                Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
            }
            send(rate / COMMITS_A_SECOND, i % 2 == 0);
        }
        double took = (System.nanoTime() - begun) / 1e9;
        sending.set(false);
        looking.join();
        return took;
    }

    private void send(int number, boolean probing) {
        List<Fact> facts = new ArrayList<>();
        Instant now = Instant.now();
        for (int i = probing ? 1 : 0; i < number; i++) {
            facts.add(brand.something(anybody(), arrived(now)));
        }
        UUID looked = anybody();
        if (probing) {
            Fact any = brand.something(looked, now);
            facts.add(
                    new Fact(
                            any.id(), looked, PROBE, now, now, null, 0, null, Map.of(), "bench",
                            false));
        }
        product.transactions()
                .executeWithoutResult(_ ->
                        product.timelines()
                                .append(
                                        facts.stream()
                                                .map(fact -> NewFact.of(fact, null))
                                                .toList()));
        if (probing) {
            waiting.put(looked, System.nanoTime());
        }
        sent.add(facts);
    }

    private UUID anybody() {
        return population.customer(random.nextInt(population.size()));
    }

    /** One in twenty is told late, up to a month. */
    private Instant arrived(Instant now) {
        return random.nextInt(20) == 0 ? now.minusSeconds(random.nextInt(30 * 86_400)) : now;
    }

    private void look() {
        while (sending.get() || !waiting.isEmpty()) {
            UUID[] whom = waiting.keySet().toArray(new UUID[0]);
            List<UUID> there =
                    product.jdbc()
                            .sql(
                                    """
                                    select profile from audiences.members
                                    where audience = :audience and profile = any (:whom)
                                    """)
                            .param("audience", probed)
                            .param("whom", whom)
                            .query((row, _) -> row.getObject(1, UUID.class))
                            .list();
            long now = System.nanoTime();
            for (UUID one : there) {
                Long since = waiting.remove(one);
                if (since != null) {
                    millis.add((now - since) / 1e6);
                }
            }
            try {
                Thread.sleep(4);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** How long it took until memberships were there, in milliseconds, in order. */
    double[] waits() {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
