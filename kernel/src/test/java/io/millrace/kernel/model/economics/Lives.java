package io.millrace.kernel.model.economics;

import io.millrace.kernel.model.Orders;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/** Made-up customers. */
final class Lives {
    private static final int CUSTOMERS = 150;

    private Lives() {}

    static Map<String, Value> line(String sku, long quantity) {
        return Map.of("sku", new Value.Text(sku), "quantity", new Value.Whole(quantity));
    }

    /** Four years of customers who come, stay for a while, send back, cancel, and call. */
    static Orders random(long seed) {
        Random random = new Random(seed);
        Orders log = new Orders();
        for (int who = 1; who <= CUSTOMERS; who++) {
            double day = random.nextInt(1_200);
            double stays = random.nextDouble() < 0.3 ? 1 : 200 + random.nextInt(1_300);
            for (double until = day + stays; day < until; day += 5 + random.nextInt(300)) {
                order(log, random, who, Orders.day(day));
            }
        }
        return log;
    }

    private static void order(Orders log, Random random, int who, Instant at) {
        String order = who + " at " + at;
        long amount = 100 + random.nextInt(5_000);
        log.completed(who, order, at, amount);
        String sku = "S" + random.nextInt(4);
        log.add(Kinds.ORDER_ITEM, who, order, at, amount, line(sku, 1 + random.nextInt(3)));
        Instant later = at.plus(Duration.ofDays(random.nextInt(60)));
        int what = random.nextInt(10);
        if (what == 0) {
            log.add(Kinds.ORDER_CANCELLED, who, order, later, -amount, Map.of());
        } else if (what == 1) {
            log.add(Kinds.ORDER_REFUNDED, who, order, later, -amount / 2, Map.of());
        } else if (what == 2) {
            log.add(Kinds.SERVICE_CONTACT, who, order, later, 0, Map.of());
        }
    }
}
