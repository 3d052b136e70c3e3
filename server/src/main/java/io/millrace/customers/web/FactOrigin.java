package io.millrace.customers.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.millrace.customers.CustomerFiles.FactView;
import io.millrace.shared.ProfileId;
import java.time.Instant;

/** A fact, and why it is on the timeline. */
record FactOrigin(@JsonUnwrapped FactView fact, Why why) {
    record Why(
            String source,
            Instant recordedAt,
            ProfileId profile,
            ProfileId customer,
            boolean merged,
            boolean historical) {}

    static FactOrigin of(FactView fact) {
        return new FactOrigin(
                fact,
                new Why(
                        fact.source(),
                        fact.recordedAt(),
                        fact.profile(),
                        fact.customer(),
                        !fact.profile().equals(fact.customer()),
                        fact.historical()));
    }
}
