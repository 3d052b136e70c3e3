package io.millrace.models;

import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Timeline;

/** Two folds as one, so that one scan feeds both and the results keep their types. */
record BothFolds<A, B>(Fold<A> first, Fold<B> second) implements Fold<BothFolds.Result<A, B>> {
    record Result<A, B>(A first, B second) {}

    @Override
    public Result<A, B> newAccumulator() {
        return new Result<>(first.newAccumulator(), second.newAccumulator());
    }

    @Override
    public void accept(Timeline timeline, Result<A, B> into) {
        first.accept(timeline, into.first());
        timeline.rewind();
        second.accept(timeline, into.second());
    }

    @Override
    public Result<A, B> merge(Result<A, B> left, Result<A, B> right) {
        return new Result<>(
                first.merge(left.first(), right.first()),
                second.merge(left.second(), right.second()));
    }
}
