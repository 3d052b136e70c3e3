package io.millrace.audiences.live;

import io.millrace.kernel.condition.evaluate.Verdict;
import io.millrace.shared.ProfileId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Holds what was found against what is written, and gathers the differences. */
final class Comparing {
    private final Roster roster;
    private final Batch batch;
    private final Judge.Instants instants;

    Comparing(Roster roster, Batch batch, Judge.Instants instants) {
        this.roster = roster;
        this.batch = batch;
        this.instants = instants;
    }

    /**
     * @param full the panel has everybody, so that older timers of these customers mean nothing
     */
    void compare(Panel panel, Judgements found, Collection<ProfileId> customers, boolean full) {
        Map<UUID, Integer> rows = new HashMap<>();
        for (int row = 0; row < found.size(); row++) {
            rows.put(found.customer(row), row);
        }
        for (ProfileId customer : customers) {
            UUID id = customer.value();
            int row = rows.getOrDefault(id, -1);
            int number = roster.number(id);
            compare(panel, found, row, id, number);
            time(number, row < 0 ? Verdict.NEVER : found.until(row), full);
        }
    }

    /** Of each customer only what was asked; other timers of theirs stand. */
    void compare(Panel panel, Aimed.Found found) {
        for (int row = 0; row < found.targets().size(); row++) {
            Target target = found.targets().get(row);
            long at =
                    instants.of(
                            target.customer().getMostSignificantBits(),
                            target.customer().getLeastSignificantBits());
            for (int place : found.asked().get(row)) {
                boolean holds = found.answers().holds(row, place);
                compare(panel.slots.get(place), holds, target.customer(), target.number(), at);
            }
            roster.first(target.number(), found.firsts().get(row));
            time(target.number(), found.answers().until(row), false);
        }
    }

    private void compare(Slot slot, boolean holds, UUID customer, int number, long at) {
        boolean has = roster.has(slot, number);
        if (slot.tried()) {
            if (holds != has) {
                batch.bits.add(new Batch.Bit(slot, number, holds));
            }
            return;
        }
        if (slot.target != null) {
            batch.bits.add(new Batch.Bit(slot, number, holds));
        }
        if (holds != has) {
            batch.rows.add(new Batch.Row(slot, number, customer, holds, at));
            batch.told.add(new Batch.Told(slot.audience, customer, holds, at, false));
        }
    }

    /**
     * @param row of the customer in {@code found}; -1 if nothing holds and nothing is told, as of a
     *     profile that is no customer of its own any more: its facts speak for another one
     */
    void compare(Panel panel, Judgements found, int row, UUID customer, int number) {
        long at =
                instants.of(customer.getMostSignificantBits(), customer.getLeastSignificantBits());
        for (int i = 0; i < panel.slots.size(); i++) {
            Slot slot = panel.slots.get(i);
            boolean holds = panel.holds(found, row, i);
            if (!panel.whole || slot.tried()) {
                compare(slot, holds, customer, number, at);
                continue;
            }
            if (slot.target != null) {
                batch.bits.add(new Batch.Bit(slot, number, holds));
            }
            if (holds != roster.has(slot, number)) {
                batch.rows.add(new Batch.Row(slot, number, customer, holds, at));
            }
            boolean untold =
                    slot.staged == null
                            ? holds != panel.told(found, row, i)
                            : holds != roster.has(slot, number);
            if (untold) {
                batch.told.add(new Batch.Told(slot.audience, customer, holds, at, false));
            }
        }
    }

    private void time(int number, long until, boolean full) {
        long known = roster.due(number);
        long due = full ? until : Math.min(known, until);
        if (due != known) {
            batch.dues.put(number, due);
        }
    }
}
