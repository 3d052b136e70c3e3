package io.millrace.sample;

import io.millrace.catalog.Catalog;
import io.millrace.jobs.Jobs;
import io.millrace.sample.brand.Life;
import io.millrace.sample.brand.SampleBrand;
import io.millrace.timelines.Timelines;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the brand through the doors, a thousand lives a transaction; what is committed is not
 * repeated after a pause or a crash.
 */
@Component
final class SampleLoad {
    private static final int LIVES_AT_ONCE = 1_000;
    private static final int DAYS_AT_ONCE = 30;

    private final SampleRow row;
    private final SampleCast cast;
    private final SampleLedger ledger;
    private final Catalog catalog;
    private final Timelines timelines;
    private final TransactionTemplate transactions;

    SampleLoad(
            SampleRow row,
            SampleCast cast,
            SampleLedger ledger,
            Catalog catalog,
            Timelines timelines,
            TransactionTemplate transactions) {
        this.row = row;
        this.cast = cast;
        this.ledger = ledger;
        this.catalog = catalog;
        this.timelines = timelines;
        this.transactions = transactions;
    }

    /** How far a load has come. */
    private record Progress(int lives, int days, long customers, long facts, long orders) {
        static Progress read(@Nullable String checkpoint) {
            if (checkpoint == null) {
                return new Progress(0, 0, 0, 0, 0);
            }
            // An array of numbers is JSON too.
            long[] numbers =
                    Arrays.stream(checkpoint.replaceAll("[\\[\\] ]", "").split(","))
                            .mapToLong(Long::parseLong)
                            .toArray();
            return new Progress(
                    (int) numbers[0], (int) numbers[1], numbers[2], numbers[3], numbers[4]);
        }

        String written() {
            return "[%d,%d,%d,%d,%d]".formatted(lives, days, customers, facts, orders);
        }

        Map<String, Long> counts() {
            return Map.of("customers", customers, "facts", facts, "orders", orders);
        }
    }

    /**
     * A step of a job that was stopped, carried through a callback that takes no such exception.
     */
    private static final class StoppedInside extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Jobs.Stopped stopped;

        StoppedInside(Jobs.Stopped stopped) {
            super(stopped);
            this.stopped = stopped;
        }
    }

    void run(Jobs.Run run) throws Jobs.Stopped {
        SampleRow.Brand loaded = row.find().orElse(null);
        if (loaded == null) {
            return;
        }
        SampleBrand brand = new SampleBrand(loaded.seed(), loaded.size(), loaded.endsAt());
        Progress progress = Progress.read(run.checkpoint());
        try {
            if (progress.lives == 0) {
                transactions.executeWithoutResult(_ -> ledger.learn(catalog));
            }
            while (progress.lives < brand.people()) {
                progress = lives(brand, progress, run);
            }
            while (progress.days < brand.days()) {
                progress = walkIns(brand, progress, run);
            }
        } catch (StoppedInside inside) {
            throw inside.stopped;
        }
        timelines.catchUp();
    }

    private Progress lives(SampleBrand brand, Progress before, Jobs.Run run) {
        int until = Math.min(before.lives + LIVES_AT_ONCE, brand.people());
        List<Life> lives =
                IntStream.range(before.lives, until)
                        .parallel()
                        .mapToObj(brand::life)
                        .collect(Collectors.toList());
        // Anonymous first, in a transaction of their own: joining is then a merge, as in life.
        long views = transactions.execute(_ -> cast.browse(lives));
        return transactions.execute(_ -> {
            SampleCast.Known known = cast.join(lives);
            long facts = views + known.facts();
            long orders = ledger.record(known);
            Progress after =
                    new Progress(
                            until,
                            before.days,
                            before.customers + known.customers(),
                            before.facts + facts,
                            before.orders + orders);
            report(brand, after, run);
            return after;
        });
    }

    private Progress walkIns(SampleBrand brand, Progress before, Jobs.Run run) {
        int until = Math.min(before.days + DAYS_AT_ONCE, brand.days());
        return transactions.execute(_ -> {
            long orders = ledger.recordWalkIns(brand, before.days, until);
            Progress after =
                    new Progress(
                            before.lives,
                            until,
                            before.customers,
                            before.facts,
                            before.orders + orders);
            report(brand, after, run);
            return after;
        });
    }

    private void report(SampleBrand brand, Progress progress, Jobs.Run run) {
        row.counted(progress.customers, progress.facts);
        try {
            run.step(
                    progress.lives + (long) progress.days,
                    (long) brand.people() + brand.days(),
                    progress.counts(),
                    progress.written());
        } catch (Jobs.Stopped stopped) {
            throw new StoppedInside(stopped);
        }
    }
}
