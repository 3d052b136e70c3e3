package io.millrace.privacy;

import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door, over the persons' keys, the audit trail and the runs of erasure. */
final class KeyedPrivacy implements Privacy {
    private final PersonKeys keys;
    private final Sealing sealing;
    private final BlindIndex index;
    private final AuditTrail trail;
    private final ErasureRuns runs;
    private final PersonStores stores;

    KeyedPrivacy(
            PersonKeys keys,
            BlindIndex index,
            AuditTrail trail,
            ErasureRuns runs,
            PersonStores stores) {
        this.keys = keys;
        this.sealing = new Sealing(keys);
        this.index = index;
        this.trail = trail;
        this.runs = runs;
        this.stores = stores;
    }

    @Override
    public void createKeys(Collection<ProfileId> profiles) {
        keys.create(profiles);
    }

    @Override
    public void discardKeys(Collection<ProfileId> profiles) {
        keys.discard(profiles);
    }

    @Override
    public String seal(ProfileId profile, String field, String clear) {
        return sealing.seal(new ClearValue(profile, field, clear));
    }

    @Override
    public List<String> sealAll(List<ClearValue> values) {
        return sealing.sealAll(values);
    }

    @Override
    public Optional<String> open(ProfileId profile, String field, String sealed) {
        return sealing.open(new SealedValue(profile, field, sealed));
    }

    @Override
    public Map<SealedValue, String> openAll(Collection<SealedValue> values) {
        return sealing.openAll(values);
    }

    @Override
    public UUID blindIndex(String space, String normalised) {
        return index.of(space, normalised);
    }

    @Override
    public void audit(String actor, String action, String target, Map<String, String> details) {
        trail.append(actor, action, target, details);
    }

    @Override
    public Page<AuditEntry> auditTrail(
            @Nullable String search, @Nullable String cursor, int limit) {
        return trail.page(search, cursor, limit);
    }

    @Override
    public Chain auditChain() {
        return trail.chain();
    }

    @Override
    public Erasure erase(
            ProfileId customer, Set<ProfileId> profiles, String requestKey, String requestedBy) {
        return runs.request(customer, profiles, requestKey, requestedBy);
    }

    @Override
    public Page<Erasure> erasures(@Nullable String cursor, int limit) {
        return runs.page(cursor, limit);
    }

    @Override
    public List<StoreExport> export(Set<ProfileId> profiles) {
        return stores.export(profiles);
    }
}
