package io.millrace.models;

import io.millrace.kernel.model.FirstFacts;
import io.millrace.kernel.timeline.Micros;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.UUID;
import java.util.function.IntPredicate;

/** The population as one scan found it. */
record KnownPopulation(FirstFacts facts) implements Population {
    @Override
    public int size() {
        return facts.size();
    }

    @Override
    public UUID customer(int row) {
        return facts.customer(row);
    }

    @Override
    public int rowOf(UUID customer) {
        return facts.rowOf(customer);
    }

    @Override
    public long firstAt(int row) {
        return facts.firstAt(row);
    }

    @Override
    public int countBy(Instant asOf) {
        long until = Micros.of(asOf);
        int count = 0;
        for (int row = 0; row < facts.size(); row++) {
            if (facts.firstAt(row) <= until) {
                count++;
            }
        }
        return count;
    }

    @Override
    public SortedProfiles where(IntPredicate passes) {
        return SortedProfiles.of(facts, passes);
    }
}
