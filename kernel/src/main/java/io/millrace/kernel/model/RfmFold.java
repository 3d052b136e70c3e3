package io.millrace.kernel.model;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Timeline;

/** Recency, frequency and monetary value of every customer as of an instant; see RfmTable. */
public final class RfmFold implements Fold<RfmTable> {
    private final RfmQuery query;

    public RfmFold(Dictionary dictionary, RfmQuery query) {
        this.query = query;
    }

    @Override
    public RfmTable newAccumulator() {
        return new RfmTable(query.asOf());
    }

    @Override
    public void accept(Timeline timeline, RfmTable into) {}

    @Override
    public RfmTable merge(RfmTable left, RfmTable right) {
        return left;
    }
}
