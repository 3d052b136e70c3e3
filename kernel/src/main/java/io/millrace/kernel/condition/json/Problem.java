package io.millrace.kernel.condition.json;

import java.util.List;

/**
 * Something wrong with the JSON of a condition.
 *
 * @param pointer a JSON pointer (RFC 6901) to the wrong place
 * @param code stable: {@code condition.type-unknown} and the like, listed in docs/conditions.md
 * @param arguments numbers and words for a message, in the order that the code defines
 */
public record Problem(String pointer, String code, List<String> arguments) {
    public Problem {
        arguments = List.copyOf(arguments);
    }
}
