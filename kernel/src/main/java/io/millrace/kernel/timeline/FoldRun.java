package io.millrace.kernel.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One scan of a snapshot that feeds many folds on several threads. Customers are split into a fixed
 * number of partitions whose accumulators are merged in customer order, so the results are the same
 * to the bit whatever the number of threads.
 */
public final class FoldRun {
    /** How a run ended. */
    public sealed interface Outcome {
        /**
         * All customers were visited.
         *
         * @param customers that had a fact within the cut
         */
        record Finished(long customers) implements Outcome {}

        /** Stopped on request; the folds have no result. */
        record Cancelled() implements Outcome {}
    }

    /** Told from the scanning threads after each partition. */
    @FunctionalInterface
    public interface Progress {
        void done(int partitions, int ofPartitions);
    }

    /** Where a fold's result is found once the run has finished. */
    public static final class Folded<A> {
        private final Fold<A> fold;
        private @Nullable A result;

        Folded(Fold<A> fold) {
            this.fold = fold;
        }

        /**
         * @throws IllegalStateException if the run has not finished
         */
        public A get() {
            if (result == null) {
                throw new IllegalStateException("the run has not finished");
            }
            return result;
        }

        private void empty() {
            result = fold.newAccumulator();
        }

        @SuppressWarnings("unchecked") // the task keeps what this fold's newAccumulator gave
        private void merge(ScanTask task, int place) {
            List<A> parts = new ArrayList<>();
            for (int i = 0; i < task.partitions(); i++) {
                parts.add((A) task.accumulator(i, place));
            }
            result = fold.mergeAll(parts);
        }
    }

    private final Snapshot snapshot;
    private final List<Folded<?>> folds = new ArrayList<>();
    private CustomerMap customers = CustomerMap.NONE;
    private Cut cut = Cut.EVERYTHING;
    private int threads = Runtime.getRuntime().availableProcessors();
    private Progress progress = (partitions, of) -> {};
    private BooleanSupplier cancelled = () -> false;

    private FoldRun(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    public static FoldRun over(Snapshot snapshot) {
        return new FoldRun(snapshot);
    }

    /** Which profiles are one customer; {@link CustomerMap#NONE} if not said. */
    public FoldRun customers(CustomerMap map) {
        this.customers = map;
        return this;
    }

    /** What the folds may see; everything if not said. */
    public FoldRun cut(Cut seen) {
        this.cut = seen;
        return this;
    }

    /** At least 1; all processors if not said. */
    public FoldRun threads(int number) {
        this.threads = Math.max(1, number);
        return this;
    }

    public FoldRun progress(Progress listener) {
        this.progress = listener;
        return this;
    }

    /** Asked between customers now and then; true ends the run early. */
    public FoldRun cancelledWhen(BooleanSupplier asked) {
        this.cancelled = asked;
        return this;
    }

    /** Adds a fold to this run and answers where its result will be. */
    public <A> Folded<A> add(Fold<A> fold) {
        Folded<A> folded = new Folded<>(fold);
        folds.add(folded);
        return folded;
    }

    /** Scans once; blocks until the end. An exception of a fold is thrown here. */
    public Outcome run() {
        StoreState state = snapshot.state();
        if (state.runs().isEmpty()) {
            folds.forEach(Folded::empty);
            return new Outcome.Finished(0);
        }
        List<Fold<?>> all = new ArrayList<>();
        for (Folded<?> folded : folds) {
            all.add(folded.fold);
        }
        ScanTask task = new ScanTask(state, customers, cut, all, cancelled, progress);
        work(task);
        if (task.isStopped()) {
            return new Outcome.Cancelled();
        }
        for (int i = 0; i < folds.size(); i++) {
            folds.get(i).merge(task, i);
        }
        return new Outcome.Finished(task.customers());
    }

    private void work(ScanTask task) {
        int helpers = Math.min(threads, task.partitions()) - 1;
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService pool =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().daemon().name("fold-", 0).factory())) {
            for (int i = 0; i < helpers; i++) {
                running.add(pool.submit(task::work));
            }
            task.work();
        }
        for (Future<?> future : running) {
            if (future.state() == Future.State.FAILED) {
                throw unchecked(future.exceptionNow());
            }
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        return switch (failure) {
            case RuntimeException known -> known;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }
}
