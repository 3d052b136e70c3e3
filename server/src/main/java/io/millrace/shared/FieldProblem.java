package io.millrace.shared;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON Pointer to the field, or {@code /row/column} of a file
 * @param code stable code whose message is in the module's catalogue
 * @param arguments what the message's placeholders stand for; never a secret
 */
public record FieldProblem(String pointer, String code, List<String> arguments) {
    public FieldProblem {
        arguments = List.copyOf(arguments);
    }

    public static FieldProblem of(String pointer, String code, String... arguments) {
        return new FieldProblem(pointer, code, List.of(arguments));
    }
}
