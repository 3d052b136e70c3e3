package io.millrace.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EventNamesTest {
    private static final int SENDERS = 4;

    @Test
    void admitsANewNameToEverybodyWhoBringsItAtOnce() throws Exception {
        try (var database = TestDatabase.fresh();
                var threads = Executors.newFixedThreadPool(SENDERS)) {
            var names = new EventNames(database.jdbc());
            var together = new CyclicBarrier(SENDERS);
            List<Callable<Integer>> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                senders.add(() -> refusals(names, together));
            }

            for (Future<Integer> refused : threads.invokeAll(senders)) {
                assertThat(refused.get()).isZero();
            }
        }
    }

    @Test
    void admitsNoMoreNamesThanTheLimitAndTheKnownOnesForEver() {
        try (var database = TestDatabase.fresh()) {
            var names = new EventNames(database.jdbc());
            for (int i = 0; i < Limits.EVENT_NAMES; i++) {
                assertThat(names.admit("event.E" + i)).isTrue();
            }

            assertThat(names.admit("event.One more")).isFalse();
            assertThat(names.admit("event.E0")).isTrue();
            assertThat(names.admit("order.placed")).isTrue();
        }
    }

    private static int refusals(EventNames names, CyclicBarrier together) throws Exception {
        int refused = 0;
        for (int i = 0; i < Limits.EVENT_NAMES; i++) {
            if (i % 10 == 0) {
                together.await();
            }
            refused += names.admit("event.E" + i) ? 0 : 1;
        }
        return refused;
    }
}
