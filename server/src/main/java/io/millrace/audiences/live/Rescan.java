package io.millrace.audiences.live;

import io.millrace.audiences.live.MemberTable.Position;
import io.millrace.kernel.condition.evaluate.Verdict;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/** Looks at everybody anew, and writes what differs; for when changes cannot be told singly. */
final class Rescan {
    private static final int SLOTS_AT_ONCE = 32;
    private static final int ROWS_AT_ONCE = 20_000;

    private final Ledger ledger;
    private final Roster roster;
    private final Judging judging;

    Rescan(Ledger ledger, Roster roster, Judging judging) {
        this.ledger = ledger;
        this.roster = roster;
        this.judging = judging;
    }

    void everything(Panels panels, Position to, ZoneId zone, long now) {
        roster.forgetFirsts();
        Batch timers = new Batch();
        roster.timed().forEach((int number) -> timers.dues.put(number, Verdict.NEVER));
        for (Panel panel : panels.parts(SLOTS_AT_ONCE)) {
            Judgements found = judging.all(panel, now);
            for (Batch batch : differences(panel, found, now)) {
                ledger.commit(batch, now, zone);
            }
            for (int row = 0; row < found.size(); row++) {
                timers.dues.merge(roster.number(found.customer(row)), found.until(row), Math::min);
            }
        }
        timers.dues.entrySet().removeIf(due -> roster.due(due.getKey()) == due.getValue());
        ledger.commit(timers, to, zone, () -> {});
        judging.lookForFirsts();
    }

    private List<Batch> differences(Panel panel, Judgements found, long now) {
        RoaringBitmap absent = new RoaringBitmap();
        panel.slots.forEach(slot -> absent.or(slot.members));
        Map<Integer, UUID> customers = new HashMap<>();
        List<Batch> batches = new ArrayList<>();
        for (int row = 0; row < found.size(); row++) {
            UUID customer = found.customer(row);
            int number = roster.number(customer);
            absent.remove(number);
            comparing(batches, now).compare(panel, found, row, customer, number);
        }
        absent.forEach((int number) -> customers.put(number, roster.customer(number)));
        customers.forEach((number, customer) ->
                comparing(batches, now).compare(panel, found, -1, customer, number));
        return batches;
    }

    private Comparing comparing(List<Batch> batches, long now) {
        if (batches.isEmpty() || size(batches.getLast()) >= ROWS_AT_ONCE) {
            batches.add(new Batch());
        }
        return new Comparing(roster, batches.getLast(), (_, _) -> now);
    }

    private static int size(Batch batch) {
        return batch.rows.size() + batch.told.size() + batch.bits.size();
    }
}
