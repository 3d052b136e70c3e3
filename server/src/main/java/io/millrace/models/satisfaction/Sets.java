package io.millrace.models.satisfaction;

import io.millrace.models.satisfaction.Satisfaction.Count;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/** The customers behind each number, by name: what is counted is what is listed. */
final class Sets {
    private final String suffix;
    private final Map<String, SortedProfiles> named = new HashMap<>();

    /**
     * @param suffix what the names end with, so that a page of other parameters has its own
     */
    Sets(String suffix) {
        this.suffix = suffix;
    }

    Count count(String name, Collection<UUID> customers) {
        UUID[] sorted = customers.stream().distinct().sorted(Sets::unsigned).toArray(UUID[]::new);
        named.put(
                name,
                SortedProfiles.of(
                        sorted.length,
                        n -> n,
                        row -> sorted[row].getMostSignificantBits(),
                        row -> sorted[row].getLeastSignificantBits()));
        return new Count(
                sorted.length,
                sorted.length == 0
                        ? null
                        : "in=" + SatisfactionSelection.NAME + ":" + name + suffix);
    }

    private static int unsigned(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }

    Optional<SortedSet<ProfileId>> named(String name) {
        return Optional.ofNullable(named.get(name));
    }
}
