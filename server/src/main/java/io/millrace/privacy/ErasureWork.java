package io.millrace.privacy;

import io.millrace.jobs.Jobs;
import io.millrace.shared.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out a run of erasure: every store, then the keys, then every store once more. The second
 * pass, in the opposite order, takes what was already on its way when the first went by; before it,
 * all transactions that were open then have ended. Each store's work commits with the row that says
 * so, so a run that was cut off anywhere goes on where it was.
 */
final class ErasureWork implements Jobs.Work {
    static final String KEYS = "privacy.keys";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ErasureRuns runs;
    private final PersonStores stores;
    private final PersonKeys keys;
    private final AuditTrail trail;
    private final JsonMapper json;

    ErasureWork(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ErasureRuns runs,
            PersonStores stores,
            PersonKeys keys,
            AuditTrail trail,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.runs = runs;
        this.stores = stores;
        this.keys = keys;
        this.trail = trail;
        this.json = json;
    }

    private record Input(UUID erasure) {}

    @Override
    public String kind() {
        return ErasureRuns.JOB;
    }

    @Override
    public void run(Jobs.Run run) throws Jobs.Stopped {
        var erasure = runs.find(json.readValue(run.input(), Input.class).erasure());
        if (erasure.finishedAt() != null) {
            return;
        }
        var all = stores.all();
        var total = 2L * all.size() + 1;
        pass(run, erasure, all, 1, total);
        destroyKeys(erasure, all.size());
        run.step(all.size() + 1L, total, Map.of(), null);
        awaitOpenTransactions(run, all.size() + 1L, total);
        pass(run, erasure, all.reversed(), 2, total);
        transactions.executeWithoutResult(status -> {
            runs.finish(erasure.id());
            trail.append(
                    erasure.requestedBy(),
                    "customer.erased",
                    erasure.customer().toString(),
                    Map.of("erasure", erasure.id().toString()));
        });
        run.step(total, total, Map.of(), null);
    }

    private void pass(
            Jobs.Run run, ErasureRuns.Row erasure, List<PersonalData> all, int pass, long total)
            throws Jobs.Stopped {
        var done = runs.done(erasure.id(), pass);
        for (var step = 0; step < all.size(); step++) {
            var store = all.get(step);
            if (!done.contains(store.store())) {
                erase(erasure, store, pass, step);
            }
            run.step((pass - 1L) * (all.size() + 1L) + step + 1, total, Map.of(), null);
        }
    }

    private void erase(ErasureRuns.Row erasure, PersonalData store, int pass, int step) {
        transactions.executeWithoutResult(status -> {
            var records = store.erase(erasure.profiles());
            runs.record(erasure.id(), pass, step, store.store(), records);
        });
    }

    private void destroyKeys(ErasureRuns.Row erasure, int step) {
        transactions.executeWithoutResult(status -> {
            var destroyed = keys.destroy(erasure.profiles());
            runs.record(erasure.id(), 1, step, KEYS, destroyed);
        });
        keys.forget(erasure.profiles());
    }

    private void awaitOpenTransactions(Jobs.Run run, long done, long total) throws Jobs.Stopped {
        var last =
                jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
                        .query(Long.class)
                        .single();
        while (oldestOpen() < last) {
            run.step(done, total, Map.of(), null);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private long oldestOpen() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }
}
