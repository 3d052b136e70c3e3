package io.millrace.intake;

import io.millrace.shared.PersonalData;
import io.millrace.shared.ProfileId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The inbox's part in erasure and export: rejected input is about persons too. */
final class InboxPersonalData implements PersonalData {
    private final InboxTable inbox;
    private final IdentityIndexes indexes;

    InboxPersonalData(InboxTable inbox, IdentityIndexes indexes) {
        this.inbox = inbox;
        this.indexes = indexes;
    }

    @Override
    public String store() {
        return "intake.inbox";
    }

    @Override
    public List<Section> export(Set<ProfileId> profiles) {
        Set<UUID> identities = indexes.of(profiles);
        List<InboxRow> rows = identities.isEmpty() ? List.of() : inbox.about(identities);
        return List.of(new Section("rejected input", rows.stream().map(this::fields).toList()));
    }

    @Override
    public long erase(Set<ProfileId> profiles) {
        return inbox.erase(indexes.of(profiles));
    }

    private List<Field> fields(InboxRow row) {
        return List.of(
                new Field("receivedAt", row.receivedAt().toString()),
                new Field("source", row.source()),
                new Field("code", row.code()),
                new Field("payload", inbox.open(row)));
    }
}
