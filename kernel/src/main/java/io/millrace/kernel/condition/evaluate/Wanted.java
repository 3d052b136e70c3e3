package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.StageRules;
import io.millrace.kernel.timeline.Value;
import java.util.List;
import java.util.Optional;

/** Some stages of a scheme, by their places in it. */
final class Wanted {
    private final String[] keys;
    private final boolean[] wanted;

    Wanted(StageRules scheme, List<String> stages) {
        keys = scheme.rules().stream().map(StageRules.Rule::stage).toArray(String[]::new);
        wanted = new boolean[keys.length];
        for (int stage = 0; stage < keys.length; stage++) {
            wanted[stage] = stages.contains(keys[stage]);
        }
    }

    boolean has(int stage) {
        return stage != Placer.NOWHERE && wanted[stage];
    }

    /** Unknown for somebody who has no stage. */
    Truth truth(int stage) {
        return stage == Placer.NOWHERE ? Truth.UNKNOWN : Truth.of(wanted[stage]);
    }

    /** The stage as what a clause found. */
    Found found(int stage) {
        return stage == Placer.NOWHERE
                ? Found.NOTHING
                : new Found(Optional.of(new Value.Text(keys[stage])), false, 0, 0);
    }
}
