package io.millrace.kernel.model;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Timeline;

/** The stage of every customer as of an instant. */
public final class LifecycleFold implements Fold<LifecycleTable> {
    private final LifecycleScheme scheme;
    private final long asOf;

    /**
     * @param asOf microseconds since 1970 UTC
     * @param knownOnly as in {@link RfmQuery}
     */
    public LifecycleFold(
            Dictionary dictionary, LifecycleScheme scheme, long asOf, boolean knownOnly) {
        this.scheme = scheme;
        this.asOf = asOf;
    }

    @Override
    public LifecycleTable newAccumulator() {
        return new LifecycleTable(scheme, asOf);
    }

    @Override
    public void accept(Timeline timeline, LifecycleTable into) {}

    @Override
    public LifecycleTable merge(LifecycleTable left, LifecycleTable right) {
        return left;
    }
}
