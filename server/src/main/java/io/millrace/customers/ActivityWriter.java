package io.millrace.customers;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Writes gathered activity every few seconds, and what is left at the end. */
final class ActivityWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ActivityWriter.class);
    private static final int SECONDS = 5;

    private final Activity activity;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("customer-activity").factory());

    ActivityWriter(Activity activity) {
        this.activity = activity;
        timer.scheduleWithFixedDelay(this::flush, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void flush() {
        try {
            activity.flush();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Customers' activity waits for the database: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        flush();
    }
}
