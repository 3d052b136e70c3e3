package io.millrace.intake;

import java.util.List;

/**
 * Why an item cannot be taken.
 *
 * @param code one of {@link Codes} or of another module
 * @param pointer JSON Pointer within the item
 * @param arguments for the message's placeholders; never personal data
 */
record Flaw(String code, String pointer, List<String> arguments) {
    static Flaw of(String code, String pointer, Object... arguments) {
        return new Flaw(
                code, pointer, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
