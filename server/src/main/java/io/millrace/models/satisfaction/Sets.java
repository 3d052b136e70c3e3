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
        SortedProfiles distinct = SortedProfiles.of(customers);
        named.put(name, distinct);
        return new Count(
                distinct.size(),
                distinct.isEmpty()
                        ? null
                        : "in=" + SatisfactionSelection.NAME + ":" + name + suffix);
    }

    Optional<SortedSet<ProfileId>> named(String name) {
        return Optional.ofNullable(named.get(name));
    }
}
