package io.millrace.audiences.live;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Conditions as text, and facts that they ask about. */
final class RandomTexts {
    private static final List<String> KINDS =
            List.of(Kinds.ORDER_COMPLETED, Kinds.PAGE_VIEWED, Kinds.SERVICE_CONTACT, "event.Liked");

    private final Random random;

    RandomTexts(Random random) {
        this.random = random;
    }

    Fact fact(Town town, ProfileId customer, Instant at) {
        return town.fact(customer, KINDS.get(random.nextInt(KINDS.size())), at);
    }

    /**
     * @param before audiences that it may speak of
     */
    String condition(List<UUID> before, int depth) {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        int number = 1 + random.nextInt(4);
        int days = 1 + random.nextInt(20);
        return switch (random.nextInt(depth > 0 ? 9 : 5)) {
            case 0 -> random.nextBoolean() ? counted(kind, number, days) : bought(number, days);
            case 1 ->
                    """
                    {"type": "daysSinceLast", "kind": "%s", "comparison": "at-least", "days": %d}
                    """
                            .formatted(kind, days);
            case 2 ->
                    """
                    {"type": "sequence", "steps": [{"kinds": ["%s"]}, {"kinds": ["%s"]}],
                     "within": {"amount": %d, "unit": "hour"},
                     "window": {"type": "last", "length": {"amount": %d, "unit": "day"}}}
                    """
                            .formatted(
                                    kind, KINDS.get(random.nextInt(KINDS.size())), days * 5, days);
            case 3 ->
                    """
                    {"type": "facts", "facts": {"kinds": ["%s"]},
                     "window": {"type": "calendar", "unit": "week", "first": -1},
                     "test": {"type": "compares", "comparison": "exactly", "number": %d}}
                    """
                            .formatted(kind, number);
            case 4 ->
                    """
                    {"type": "facts", "facts": {},
                     "window": {"type": "last", "length": {"amount": %d, "unit": "hour"}},
                     "test": {"type": "compares", "comparison": "less-than", "number": %d}}
                    """
                            .formatted(days, number);
            case 5, 6 ->
                    """
                    {"type": "%s", "of": [%s, %s]}
                    """
                            .formatted(
                                    random.nextBoolean() ? "all" : "any",
                                    condition(before, depth - 1),
                                    condition(before, depth - 1));
            case 7 -> "{\"type\": \"none\", \"of\": [%s]}".formatted(condition(before, depth - 1));
            default ->
                    before.isEmpty()
                            ? condition(before, depth - 1)
                            : "{\"type\": \"audience\", \"audience\": \"%s\"}"
                                    .formatted(before.get(random.nextInt(before.size())));
        };
    }

    private static String counted(String kind, int number, int days) {
        return """
        {"type": "count", "kind": "%s", "comparison": "at-least", "number": %d, "lastDays": %d}
        """
                .formatted(kind, number, days);
    }

    /** Something that one in five facts is about. */
    private String bought(int number, int days) {
        return """
        {"type": "facts", "facts": {"kinds": ["%s"], "where": [{"property": {"type": "attribute",
         "name": "sku"}, "test": {"type": "equals", "value": "sku%d"}}]},
         "window": {"type": "last", "length": {"amount": %d, "unit": "day"}},
         "test": {"type": "compares", "comparison": "at-least", "number": %d}}
        """
                .formatted(
                        KINDS.get(random.nextInt(KINDS.size())), random.nextInt(5), days, number);
    }
}
