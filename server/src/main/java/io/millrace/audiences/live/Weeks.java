package io.millrace.audiences.live;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.timeline.Kinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How many people came and went in the last seven days, today included. Whoever did so twice is one
 * of them, as on the list of customers that the number opens: both ask the same condition.
 */
@Component
final class Weeks {
    private final Looking looking;

    Weeks(Looking looking) {
        this.looking = looking;
    }

    /** Of those whose facts tell of anybody; in one scan. */
    Map<UUID, AudienceTable.Moved> people(List<UUID> audiences) {
        List<Condition> asked = new ArrayList<>();
        for (UUID audience : audiences) {
            asked.add(moved(audience, Kinds.AUDIENCE_ENTERED));
            asked.add(moved(audience, Kinds.AUDIENCE_LEFT));
        }
        Map<UUID, AudienceTable.Moved> people = new HashMap<>();
        if (asked.isEmpty()) {
            return people;
        }
        Looking.Seen seen = looking.look(asked, null);
        for (int i = 0; i < audiences.size(); i++) {
            people.put(
                    audiences.get(i),
                    new AudienceTable.Moved(seen.count(2 * i), seen.count(2 * i + 1)));
        }
        return people;
    }

    private static Condition moved(UUID audience, String kind) {
        return JacksonConditions.parse(
                """
                {"type": "facts",
                 "facts": {"kinds": ["%s"], "where": [
                   {"property": {"type": "attribute", "name": "audience"},
                    "test": {"type": "equals", "value": "%s"}}]},
                 "window": {"type": "calendar", "unit": "day", "first": -6},
                 "test": {"type": "compares", "comparison": "at-least", "number": 1}}
                """
                        .formatted(kind, audience));
    }
}
