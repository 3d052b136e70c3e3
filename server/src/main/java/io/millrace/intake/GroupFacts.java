package io.millrace.intake;

import io.millrace.privacy.Privacy.ClearValue;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Attributes;
import io.millrace.timelines.NewFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The facts that a group's items are. */
final class GroupFacts {
    private final Stores stores;
    private final Instant recordedAt;
    private final List<NewFact> facts = new ArrayList<>();
    private final List<Unsealed> unsealed = new ArrayList<>();
    private final List<ClearValue> secrets = new ArrayList<>();
    private final Set<String> kinds = new HashSet<>();

    GroupFacts(Stores stores, Instant recordedAt) {
        this.stores = stores;
        this.recordedAt = recordedAt;
    }

    private record Unsealed(Item item, String kind, ProfileId profile) {}

    void add(Item item, ProfileId profile) {
        String kind = item.kind();
        if (kind == null) {
            return;
        }
        kinds.add(kind);
        Attributes encoded = item.encoded();
        if (encoded != null) {
            facts.add(fact(item, kind, profile, encoded));
            return;
        }
        unsealed.add(new Unsealed(item, kind, profile));
        item.attributes()
                .secret()
                .forEach((name, clear) -> secrets.add(new ClearValue(profile, name, clear)));
    }

    Set<String> kinds() {
        return kinds;
    }

    /** All facts; what was secret is sealed with one look-up of keys. */
    List<NewFact> all() {
        if (unsealed.isEmpty()) {
            return facts;
        }
        Iterator<String> sealed = stores.vault().sealAll(secrets).iterator();
        for (Unsealed one : unsealed) {
            Attributes.Writer writer = Attributes.writer();
            one.item().attributes().plain().forEach(writer::value);
            for (String name : one.item().attributes().secret().keySet()) {
                writer.sealed(name, sealed.next());
            }
            facts.add(fact(one.item(), one.kind(), one.profile(), writer.done()));
        }
        unsealed.clear();
        return facts;
    }

    private NewFact fact(Item item, String kind, ProfileId profile, Attributes attributes) {
        return new NewFact.Encoded(
                stores.ids().next(),
                profile.value(),
                kind,
                item.occurredAt(),
                recordedAt,
                item.subject(),
                0,
                null,
                attributes,
                item.source(),
                item.historical(),
                item.key());
    }
}
