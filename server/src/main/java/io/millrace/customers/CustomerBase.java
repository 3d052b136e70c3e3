package io.millrace.customers;

import io.millrace.shared.ProfileId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door for other modules, over resolving, describing and the families of profiles. */
final class CustomerBase implements Customers {
    private final Resolving resolving;
    private final Describing describing;
    private final Families families;
    private final IdentityReader reader;
    private final IdentityRows rows;
    private final SourceUndo undo;
    private final Annotations annotations;
    private final Hearing hearing;

    CustomerBase(
            Resolving resolving,
            Describing describing,
            Families families,
            IdentityReader reader,
            IdentityRows rows,
            SourceUndo undo,
            Annotations annotations,
            Hearing hearing) {
        this.resolving = resolving;
        this.describing = describing;
        this.families = families;
        this.reader = reader;
        this.rows = rows;
        this.undo = undo;
        this.annotations = annotations;
        this.hearing = hearing;
    }

    @Override
    public List<Resolution> resolve(List<Claim> claims) {
        return resolving.resolve(claims);
    }

    @Override
    public Set<ProfileId> describe(Collection<Description> descriptions) {
        return describing.describe(descriptions);
    }

    @Override
    public void annotate(Collection<Tagging> tags, Collection<Kinship> contacts) {
        annotations.tag(tags);
        annotations.acquaint(contacts);
    }

    @Override
    public void hear(Collection<Heard> heard) {
        hearing.hear(heard);
    }

    @Override
    public ProfileId rootOf(ProfileId profile) {
        return families.rootOf(profile).orElse(profile);
    }

    @Override
    public Set<ProfileId> members(ProfileId root) {
        return new LinkedHashSet<>(families.members(rootOf(root)));
    }

    @Override
    public Map<ProfileId, ProfileId> members(Set<ProfileId> roots) {
        return families.members(roots);
    }

    @Override
    public Optional<ProfileId> find(Identity identity) {
        if (!(reader.read(identity) instanceof Normalised normalised)) {
            return Optional.empty();
        }
        return rows.holders(List.of(normalised.index())).values().stream()
                .findFirst()
                .map(holder -> rootOf(holder.profile()));
    }

    @Override
    public Map<UUID, ProfileId> holders(Collection<UUID> indexes) {
        Map<UUID, Holder> holders = rows.holders(indexes);
        Set<ProfileId> profiles = new HashSet<>();
        holders.values().forEach(holder -> profiles.add(holder.profile()));
        Map<ProfileId, ProfileId> roots = families.liveRoots(profiles);
        Map<UUID, ProfileId> found = HashMap.newHashMap(holders.size());
        holders.forEach((index, holder) -> {
            ProfileId root = roots.get(holder.profile());
            if (root != null) {
                found.put(index, root);
            }
        });
        return found;
    }

    @Override
    public Map<ProfileId, ProfileId> liveRoots(Set<ProfileId> profiles) {
        return families.liveRoots(profiles);
    }

    @Override
    public @Nullable UUID identityIndex(Identity identity) {
        return reader.read(identity) instanceof Normalised normalised ? normalised.index() : null;
    }

    @Override
    public Set<UUID> identityIndexes(Set<ProfileId> profiles) {
        return rows.indexesOf(profiles);
    }

    @Override
    public long removeSource(String source) {
        return undo.removeSource(source);
    }

    @Override
    public Map<String, ProfileId> meant(Set<String> values) {
        return new MeantCustomers(reader, rows, families).meant(values);
    }
}
