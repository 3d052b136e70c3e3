package io.millrace.audiences.live;

import io.millrace.shared.PersonalData;
import io.millrace.shared.ProfileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Persons who are erased leave every audience for ever. */
@Component
final class ErasedMembers implements PersonalData {
    private final MemberTable table;
    private final Roster roster;
    private final Keeper keeper;
    private final Definitions definitions;

    ErasedMembers(MemberTable table, Roster roster, Keeper keeper, Definitions definitions) {
        this.table = table;
        this.roster = roster;
        this.keeper = keeper;
        this.definitions = definitions;
    }

    @Override
    public String store() {
        return "audiences";
    }

    @Override
    public List<Section> export(Set<ProfileId> profiles) {
        List<List<Field>> rows = new ArrayList<>();
        for (Slot slot : roster.all()) {
            boolean in = profiles.stream().anyMatch(one -> isIn(slot, one));
            if (in && !slot.tried() && slot.staged == null) {
                String name =
                        definitions.of(slot.audience).map(Definitions.Definition::name).orElse("");
                rows.add(List.of(new Field("audience", name)));
            }
        }
        return List.of(new Section("audiences", rows));
    }

    private boolean isIn(Slot slot, ProfileId profile) {
        return roster.has(slot, roster.number(profile.value()));
    }

    @Override
    public long erase(Set<ProfileId> profiles) {
        List<UUID> ids = profiles.stream().map(ProfileId::value).toList();
        table.erase(ids);
        roster.erase(ids);
        return keeper.forget(ids);
    }
}
