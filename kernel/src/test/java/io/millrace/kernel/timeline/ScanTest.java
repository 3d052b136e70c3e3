package io.millrace.kernel.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.kernel.property.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {
    /** Adds the amounts up in floating point, where the order of additions shows. */
    private static final class RealSum implements Fold<double[]> {
        @Override
        public double[] newAccumulator() {
            return new double[1];
        }

        @Override
        public void accept(Timeline timeline, double[] into) {
            while (timeline.next()) {
                into[0] += Math.sin(timeline.amount()) / 3;
            }
        }

        @Override
        public double[] merge(double[] left, double[] right) {
            left[0] += right[0];
            return left;
        }
    }

    @TempDir Path folder;

    @Test
    void theNumberOfThreadsChangesNoBit() {
        Snapshot snapshot = many(5_000);
        long expected = Double.doubleToRawLongBits(sum(snapshot, 1));
        for (int threads : List.of(2, 3, 7, 200)) {
            assertThat(Double.doubleToRawLongBits(sum(snapshot, threads))).isEqualTo(expected);
        }
    }

    @Test
    void anEmptyStoreFoldsToNothing() {
        TimelineStore store = ((Opening.Opened) TimelineStore.open(folder)).store();
        assertThat(sum(store.snapshot(), 2)).isZero();
        assertThat(store.snapshot().timeline(new UUID(1, 2)).next()).isFalse();
        assertThat(store.snapshot().facts().next()).isFalse();
    }

    @Test
    void aCancelledRunHasNoResult() {
        FoldRun run = FoldRun.over(many(5_000)).threads(2).cancelledWhen(() -> true);
        var sum = run.add(new RealSum());
        assertThat(run.run()).isEqualTo(new FoldRun.Outcome.Cancelled());
        assertThatThrownBy(sum::get).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void progressReachesTheEnd() {
        List<Integer> done = new ArrayList<>();
        FoldRun run =
                FoldRun.over(many(3_000)).threads(1).progress((part, of) -> done.add(of - part));
        run.add(new RealSum());
        run.run();
        assertThat(done).isNotEmpty().endsWith(0);
    }

    @Test
    void aFoldsFailureIsTheRunsFailure() {
        FoldRun run = FoldRun.over(many(1_000)).threads(2);
        run.add(
                new Fold<int[]>() {
                    @Override
                    public int[] newAccumulator() {
                        return new int[0];
                    }

                    @Override
                    public void accept(Timeline timeline, int[] into) {
                        throw new ArithmeticException("broken fold");
                    }

                    @Override
                    public int[] merge(int[] left, int[] right) {
                        return left;
                    }
                });
        assertThatThrownBy(run::run).isInstanceOf(ArithmeticException.class);
    }

    private Snapshot many(int facts) {
        BulkWriter writer = TimelineStore.rebuild(folder);
        RandomGenerator random = Property.random(11);
        for (int i = 0; i < facts; i++) {
            Fact fact = RandomFacts.next(random);
            writer.add(
                    new Fact(
                            new UUID(5, i),
                            new UUID(random.nextLong(), i % 700),
                            fact.kind(),
                            fact.occurredAt(),
                            fact.recordedAt(),
                            fact.subject(),
                            fact.amount(),
                            fact.currency(),
                            fact.attributes(),
                            fact.source(),
                            fact.historical()));
        }
        return writer.finish(1).snapshot();
    }

    private static double sum(Snapshot snapshot, int threads) {
        FoldRun run = FoldRun.over(snapshot).threads(threads);
        var sum = run.add(new RealSum());
        run.run();
        return sum.get()[0];
    }
}
