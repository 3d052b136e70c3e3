package io.millrace.kernel.condition;

import io.millrace.kernel.condition.evaluate.Evaluator;
import io.millrace.kernel.condition.evaluate.Explanation;
import io.millrace.kernel.condition.evaluate.Truth;
import io.millrace.kernel.condition.evaluate.Verdict;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Opening;
import io.millrace.kernel.timeline.TimelineStore;
import io.millrace.kernel.timeline.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One customer's facts and questions about them. */
final class Asked {
    static final UUID CUSTOMER = new UUID(3, 3);

    private final Path folder;
    private final ZoneId zone;
    private final List<Fact> facts = new ArrayList<>();

    Asked(Path folder, String zone) {
        this.folder = folder;
        this.zone = ZoneId.of(zone);
    }

    Asked fact(String kind, String at) {
        return fact(kind, at, null, Map.of());
    }

    Asked fact(String kind, String at, @Nullable String subject, Map<String, Value> attributes) {
        Instant instant = Instant.parse(at);
        UUID id = new UUID(1, facts.size());
        facts.add(
                new Fact(
                        id,
                        CUSTOMER,
                        kind,
                        instant,
                        instant,
                        subject,
                        0,
                        null,
                        attributes,
                        "test",
                        false));
        return this;
    }

    Asked attribute(String name, String at, Value value) {
        return fact(
                "profile.changed",
                at,
                null,
                Map.of("attribute", new Value.Text(name), "value", value));
    }

    List<Fact> facts() {
        return facts;
    }

    Truth truth(Condition condition, String asOf) {
        Evaluator evaluator = measured(condition, asOf);
        return evaluator.truth(0);
    }

    /** The instant until which the first walk says that the answer stands. */
    @Nullable Instant until(Condition condition, String asOf) {
        long until = measured(condition, asOf).verdict(0).until();
        return until == Verdict.NEVER ? null : Micros.toInstant(until);
    }

    Explanation explanation(Condition condition, String asOf) {
        return measured(condition, asOf).explain(0);
    }

    private Evaluator measured(Condition condition, String asOf) {
        TimelineStore store = ((Opening.Opened) TimelineStore.open(folder)).store();
        store.apply(facts, 1);
        Evaluator evaluator = Evaluator.of(List.of(condition), store.snapshot().dictionary(), zone);
        evaluator.measure(store.snapshot().timeline(CUSTOMER), Micros.of(Instant.parse(asOf)));
        return evaluator;
    }
}
