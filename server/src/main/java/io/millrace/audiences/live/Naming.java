package io.millrace.audiences.live;

import io.millrace.customers.Customers;
import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.shared.ProfileId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds customers by their ids and by the indexes of their identities. */
@Component
final class Naming implements NamedCustomers {
    private static final String ID = "cus_";

    private final Customers customers;

    Naming(Customers customers) {
        this.customers = customers;
    }

    /**
     * @param unknown the places of those whom nobody knows
     */
    record Sought(Set<ProfileId> found, List<Integer> unknown) {}

    Sought find(List<String> names) {
        Set<ProfileId> found = new LinkedHashSet<>();
        List<Integer> unknown = new ArrayList<>();
        List<Named> named = find(names, NameKind.ANY);
        for (int i = 0; i < named.size(); i++) {
            switch (named.get(i)) {
                case Named.Known(ProfileId customer) -> found.add(customer);
                case Named.Unknown _ -> unknown.add(i);
            }
        }
        return new Sought(found, unknown);
    }

    @Override
    public List<Named> find(List<String> texts, NameKind kind) {
        List<Clue> clues = texts.stream().map(text -> clue(text.strip(), kind)).toList();
        Set<UUID> indexes = new HashSet<>();
        Set<ProfileId> ids = new HashSet<>();
        for (Clue clue : clues) {
            indexes.addAll(clue.indexes);
            if (clue.id != null) {
                ids.add(clue.id);
            }
        }
        Map<UUID, ProfileId> holders = indexes.isEmpty() ? Map.of() : customers.holders(indexes);
        Map<ProfileId, ProfileId> roots = ids.isEmpty() ? Map.of() : customers.liveRoots(ids);
        return clues.stream().map(clue -> named(clue, holders, roots)).toList();
    }

    /**
     * @param indexes under which it may be kept, the likeliest first
     */
    private record Clue(boolean blank, @Nullable ProfileId id, Set<UUID> indexes) {}

    private Clue clue(String text, NameKind kind) {
        if (text.startsWith(ID) && (kind == NameKind.ANY || kind == NameKind.ID)) {
            return new Clue(false, id(text), Set.of());
        }
        Set<UUID> indexes = new LinkedHashSet<>();
        if (!text.isEmpty()) {
            for (IdentityType type : kind.types(text)) {
                UUID index = customers.identityIndex(new Identity(type, text));
                if (index != null) {
                    indexes.add(index);
                }
            }
        }
        return new Clue(text.isEmpty(), null, indexes);
    }

    private static @Nullable ProfileId id(String text) {
        try {
            return ProfileId.parse(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static Named named(
            Clue clue, Map<UUID, ProfileId> holders, Map<ProfileId, ProfileId> roots) {
        ProfileId found = clue.id == null ? null : roots.get(clue.id);
        for (UUID index : clue.indexes) {
            found = found == null ? holders.get(index) : found;
        }
        if (found != null) {
            return new Named.Known(found);
        }
        boolean possible = clue.id != null || !clue.indexes.isEmpty();
        return new Named.Unknown(
                clue.blank ? "blank" : possible ? "unknown" : "impossible", clue.indexes);
    }
}
