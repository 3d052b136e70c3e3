package io.millrace.kernel.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The threads' common work: partitions are taken one by one, their accumulators kept apart. */
final class ScanTask {
    /** A fold with its accumulator for one partition. */
    private record Filling<A>(Fold<A> fold, A accumulator) {
        static <A> Filling<A> of(Fold<A> fold) {
            return new Filling<>(fold, fold.newAccumulator());
        }

        void accept(RowTimeline timeline) {
            fold.accept(timeline, accumulator);
        }
    }

    private static final int CUSTOMERS_BETWEEN_QUESTIONS = 512;

    private final StoreState state;
    private final CustomerMap map;
    private final Cut cut;
    private final List<Fold<?>> folds;
    private final List<UUID> starts;
    private final KindFilter filter;
    private final Object[][] accumulators;
    private final long[] customers;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final BooleanSupplier cancelled;
    private final FoldRun.Progress progress;

    ScanTask(
            StoreState state,
            CustomerMap map,
            Cut cut,
            List<Fold<?>> folds,
            BooleanSupplier cancelled,
            FoldRun.Progress progress) {
        this.state = state;
        this.map = map;
        this.cut = cut;
        this.folds = folds;
        this.starts = Partitions.starts(state);
        this.filter = KindFilter.of(folds, state.dictionary());
        this.accumulators = new Object[starts.size()][];
        this.customers = new long[starts.size()];
        this.cancelled = cancelled;
        this.progress = progress;
    }

    int partitions() {
        return starts.size();
    }

    /** Works until nothing is left or the run was stopped. */
    void work() {
        try {
            for (int i = next.getAndIncrement(); i < starts.size(); i = next.getAndIncrement()) {
                if (!scan(i)) {
                    return;
                }
                progress.done(done.incrementAndGet(), starts.size());
            }
        } catch (RuntimeException | Error failure) {
            stopped.set(true);
            throw failure;
        }
    }

    boolean isStopped() {
        return stopped.get();
    }

    long customers() {
        long sum = 0;
        for (long of : customers) {
            sum += of;
        }
        return sum;
    }

    /** What one fold collected in one partition. */
    Object accumulator(int partition, int fold) {
        return accumulators[partition][fold];
    }

    private boolean scan(int partition) {
        List<Filling<?>> fillings = new ArrayList<>();
        for (Fold<?> fold : folds) {
            fillings.add(Filling.of(fold));
        }
        Filling<?>[] each = fillings.toArray(new Filling<?>[0]);
        @Nullable UUID end = partition + 1 < starts.size() ? starts.get(partition + 1) : null;
        CustomerScan scan = new CustomerScan(state, map, cut, filter, starts.get(partition), end);
        long count = 0;
        while (scan.next()) {
            RowTimeline timeline = scan.timeline();
            for (Filling<?> filling : each) {
                timeline.rewind();
                filling.accept(timeline);
            }
            if (++count % CUSTOMERS_BETWEEN_QUESTIONS == 0 && isOver()) {
                return false;
            }
        }
        customers[partition] = count;
        accumulators[partition] =
                fillings.stream().map(Filling::accumulator).toArray(Object[]::new);
        return !isOver();
    }

    private boolean isOver() {
        if (!stopped.get() && cancelled.getAsBoolean()) {
            stopped.set(true);
        }
        return stopped.get();
    }
}
