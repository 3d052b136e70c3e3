package io.millrace.sample;

import io.millrace.jobs.Jobs;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads and removes by jobs. */
@Component
final class SampleBrands implements Sample {
    private final SampleRow row;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SampleBrands(SampleRow row, Jobs jobs, TransactionTemplate transactions, Clock clock) {
        this.row = row;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Loading load(@Nullable Integer customers, @Nullable Long seed) {
        int size = customers == null ? DEFAULT_CUSTOMERS : customers;
        if (size < 1 || size > MOST_CUSTOMERS) {
            return new Loading.SizeOutOfRange(1, MOST_CUSTOMERS);
        }
        return transactions.execute(_ -> {
            if (row.find().isPresent()) {
                return new Loading.AlreadyThere(state());
            }
            UUID job = jobs.submit(SampleWork.KIND, "Sample brand 示例品牌", SampleWork.LOAD);
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            row.begin(seed == null ? DEFAULT_SEED : seed, size, now, job);
            return new Loading.Started(job);
        });
    }

    @Override
    public Removal remove() {
        return transactions.execute(_ -> {
            if (row.find().isEmpty()) {
                return new Removal.NothingThere();
            }
            row.find().ifPresent(brand -> jobs.cancel(brand.job()));
            UUID job = jobs.submit(SampleWork.KIND, "Remove sample 移除示例品牌", SampleWork.REMOVE);
            row.removedBy(job);
            return new Removal.Started(job);
        });
    }

    @Override
    public State state() {
        return row.find()
                .map(brand -> new State(true, brand.customers(), brand.facts(), brand.job()))
                .orElse(new State(false, 0, 0, null));
    }
}
