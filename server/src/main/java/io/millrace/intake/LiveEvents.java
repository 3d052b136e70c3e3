package io.millrace.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The events taken last, for whoever wants to see that something arrives. Kept in memory only. */
final class LiveEvents {
    static final int KEPT = 200;

    private final AtomicReferenceArray<Intake.LiveEvent> ring = new AtomicReferenceArray<>(KEPT);
    private final AtomicLong next = new AtomicLong();

    void add(List<Item> items, List<Fate> fates, List<Rejected> rejected) {
        for (int i = Math.max(0, items.size() - KEPT); i < items.size(); i++) {
            add(items.get(i), fates.get(i));
        }
        for (int i = Math.max(0, rejected.size() - KEPT); i < rejected.size(); i++) {
            add(rejected.get(i));
        }
    }

    List<Intake.LiveEvent> newest(int limit) {
        long end = next.get();
        List<Intake.LiveEvent> events = new ArrayList<>();
        for (long at = end - 1; at >= Math.max(0, end - KEPT) && events.size() < limit; at--) {
            Intake.LiveEvent event = ring.get((int) (at % KEPT));
            if (event != null) {
                events.add(event);
            }
        }
        return Collections.unmodifiableList(events);
    }

    private void add(Item item, Fate fate) {
        List<String> names = new ArrayList<>(item.attributes().plain().keySet());
        names.addAll(item.attributes().secret().keySet());
        put(
                new Intake.LiveEvent(
                        item.receivedAt(),
                        item.occurredAt(),
                        item.source(),
                        item.type().word(),
                        item.event(),
                        item.messageId(),
                        names,
                        item.historical(),
                        switch (fate) {
                            case Fate.Accepted _ -> "accepted";
                            case Fate.Duplicate _ -> "duplicate";
                            case Fate.Refused refused -> refused.flaw().code();
                        }));
    }

    private void add(Rejected rejected) {
        put(
                new Intake.LiveEvent(
                        rejected.receivedAt(),
                        rejected.receivedAt(),
                        rejected.source(),
                        rejected.preview(),
                        null,
                        rejected.messageId(),
                        List.of(),
                        false,
                        rejected.flaw().code()));
    }

    private void put(Intake.LiveEvent event) {
        ring.set((int) (next.getAndIncrement() % KEPT), event);
    }
}
