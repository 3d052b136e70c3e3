package io.millrace.models.satisfaction;

import io.millrace.models.satisfaction.Answers.Given;
import io.millrace.models.satisfaction.Answers.Meaning;
import io.millrace.models.satisfaction.Answers.Role;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** The last answer of each customer to each thing, in the order of the customers' ids. */
final class Latest {
    private final Map<Meaning, Map<UUID, Given>> answers = new HashMap<>();

    Latest(List<Given> given) {
        given.stream()
                .sorted(Comparator.comparingLong(Given::at))
                .forEach(one ->
                        answers.computeIfAbsent(one.meaning(), _ -> new TreeMap<>())
                                .put(one.customer(), one));
    }

    Map<UUID, Given> of(Meaning meaning) {
        return answers.getOrDefault(meaning, Map.of());
    }

    Map<UUID, Given> of(Role role) {
        return of(new Meaning(role, null, null));
    }

    boolean has(Role role) {
        return answers.keySet().stream().anyMatch(one -> one.role() == role);
    }

    /** Everything that somebody rated, by name. */
    Set<String> attributes() {
        Set<String> names = new TreeSet<>();
        for (Meaning one : answers.keySet()) {
            String about = one.about();
            if (one.role() == Role.PERCEIVED && about != null) {
                names.add(about);
            }
        }
        return names;
    }

    /** Competitors that somebody rated, by name. */
    Set<String> competitors() {
        Set<String> names = new TreeSet<>();
        for (Meaning one : answers.keySet()) {
            String brand = one.brand();
            if (one.role() == Role.PERCEIVED && brand != null) {
                names.add(brand);
            }
        }
        return names;
    }
}
