package io.millrace.intake;

import io.millrace.orders.Orders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks again at refunds that came before their order. Usually the order takes them with it when it
 * arrives; but if both were being committed in the same moment, neither saw the other, and orders
 * also come from files.
 */
final class LateOrders implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LateOrders.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration BACK = Duration.ofDays(7);

    private final Stores stores;
    private final Orders orders;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("intake-late-orders").factory());

    LateOrders(
            Stores stores, Orders orders, TransactionTemplate transactions, InstantSource clock) {
        this.stores = stores;
        this.orders = orders;
        this.transactions = transactions;
        this.clock = clock;
    }

    LateOrders start() {
        timer.scheduleWithFixedDelay(
                this::lookQuietly, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        return this;
    }

    /** Takes what waits for orders that are there now. */
    void look() {
        Set<String> awaited = new HashSet<>(stores.inbox().awaited(clock.instant().minus(BACK)));
        if (awaited.isEmpty()) {
            return;
        }
        Set<String> arrived = orders.known(awaited);
        if (!arrived.isEmpty()) {
            transactions.executeWithoutResult(
                    status -> GroupOrders.retryWaiting(stores, arrived, clock.instant()));
        }
    }

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException failed) {
            log.warn("Refunds that wait for their orders could not be tried", failed);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
