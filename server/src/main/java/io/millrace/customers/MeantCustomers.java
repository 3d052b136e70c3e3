package io.millrace.customers;

import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.shared.ProfileId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds whom a value names when nobody said what kind of identity it is. */
final class MeantCustomers {
    private static final int AT_ONCE = 2_000;
    private static final List<IdentityType> STRONGEST_FIRST = List.of(IdentityType.values());

    private final IdentityReader reader;
    private final IdentityRows rows;
    private final Families families;

    MeantCustomers(IdentityReader reader, IdentityRows rows, Families families) {
        this.reader = reader;
        this.rows = rows;
        this.families = families;
    }

    Map<String, ProfileId> meant(Set<String> values) {
        List<String> list = List.copyOf(values);
        Map<String, ProfileId> known = new HashMap<>();
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            known.putAll(some(list.subList(from, Math.min(list.size(), from + AT_ONCE))));
        }
        return known;
    }

    private Map<String, ProfileId> some(List<String> values) {
        Map<String, List<UUID>> readings = new HashMap<>();
        Set<UUID> indexes = new HashSet<>();
        for (String value : values) {
            List<UUID> ways = ways(value);
            readings.put(value, ways);
            indexes.addAll(ways);
        }
        Map<UUID, Holder> holders = rows.holders(indexes);
        Map<String, ProfileId> held = new HashMap<>();
        readings.forEach((value, ways) ->
                ways.stream()
                        .map(holders::get)
                        .filter(holder -> holder != null && !holder.shared())
                        .findFirst()
                        .ifPresent(holder -> held.put(value, holder.profile())));
        Map<ProfileId, ProfileId> roots = families.roots(new HashSet<>(held.values()));
        held.replaceAll((_, profile) -> roots.getOrDefault(profile, profile));
        return held;
    }

    private List<UUID> ways(String value) {
        List<UUID> ways = new ArrayList<>();
        for (IdentityType type : STRONGEST_FIRST) {
            if (reader.read(new Identity(type, value)) instanceof Normalised normalised) {
                ways.add(normalised.index());
            }
        }
        return ways;
    }
}
