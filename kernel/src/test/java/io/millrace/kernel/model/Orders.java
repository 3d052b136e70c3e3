package io.millrace.kernel.model;

import io.millrace.kernel.timeline.BulkWriter;
import io.millrace.kernel.timeline.Cut;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.FoldRun;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Snapshot;
import io.millrace.kernel.timeline.TimelineStore;
import io.millrace.kernel.timeline.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Facts of orders for tests; customers are numbers. */
public final class Orders {
    public static final Instant DAY_0 = Instant.parse("2024-01-01T00:00:00Z");
    private final List<Fact> facts = new ArrayList<>();

    public static UUID customer(long number) {
        return new UUID(0, number);
    }

    public static Instant day(double day) {
        return DAY_0.plusSeconds((long) (day * 86_400));
    }

    public Orders completed(long customer, String order, Instant at, long amount) {
        return add(Kinds.ORDER_COMPLETED, customer, order, at, amount, Map.of());
    }

    public Orders add(
            String kind,
            long customer,
            String order,
            Instant at,
            long amount,
            Map<String, Value> attributes) {
        return add(kind, customer, order, at, amount, "EUR", attributes);
    }

    public Orders add(
            String kind,
            long customer,
            String order,
            Instant at,
            long amount,
            String currency,
            Map<String, Value> attributes) {
        facts.add(
                new Fact(
                        new UUID(7, facts.size()),
                        customer(customer),
                        kind,
                        at,
                        at,
                        order,
                        amount,
                        currency,
                        attributes,
                        "test",
                        true));
        return this;
    }

    public List<Fact> facts() {
        return facts;
    }

    public Snapshot store(Path folder) {
        BulkWriter writer = TimelineStore.rebuild(folder);
        facts.forEach(writer::add);
        return writer.finish(1).snapshot();
    }

    public static RfmQuery everyone(Instant asOf) {
        return new RfmQuery(Micros.of(asOf), "EUR", Map.of(), false, true);
    }

    public static RfmTable rfm(Snapshot snapshot, RfmQuery query) {
        FoldRun run = FoldRun.over(snapshot).cut(Cut.EVERYTHING).threads(2);
        var table = run.add(new RfmFold(snapshot.dictionary(), query));
        run.run();
        return table.get();
    }
}
