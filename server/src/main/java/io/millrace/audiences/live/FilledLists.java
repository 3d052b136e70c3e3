package io.millrace.audiences.live;

import io.millrace.shared.ProfileId;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Lists in the roster. */
@Component
final class FilledLists implements ListMembers {
    private final Installing installing;
    private final Roster roster;

    FilledLists(Installing installing, Roster roster) {
        this.installing = installing;
        this.roster = roster;
    }

    @Override
    public boolean add(UUID list, SortedSet<ProfileId> customers) {
        return change(list, slot -> installing.add(slot, customers));
    }

    @Override
    public boolean remove(UUID list, SortedSet<ProfileId> customers) {
        return change(list, slot -> installing.remove(slot, customers));
    }

    private boolean change(UUID list, Consumer<Slot> change) {
        Slot slot = installing.slot(list);
        if (slot == null || !slot.list) {
            return false;
        }
        change.accept(slot);
        return true;
    }

    @Override
    public int among(UUID audience, SortedSet<ProfileId> customers) {
        Slot slot = installing.slot(audience);
        if (slot == null) {
            return 0;
        }
        int among = 0;
        for (ProfileId customer : customers) {
            among += roster.has(slot, roster.number(customer.value())) ? 1 : 0;
        }
        return among;
    }

    @Override
    public Seen seen() {
        RoaringBitmap bits = new RoaringBitmap();
        return customer -> bits.checkedAdd(roster.number(customer.value()));
    }
}
