package io.millrace.customers;

import io.millrace.shared.FieldProblem;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks of what people typed. */
final class Fields {
    private Fields() {}

    /** There must be text, of so many characters at most, that can be kept as it is. */
    static void text(String pointer, @Nullable String text, int longest, List<FieldProblem> wrong) {
        if (text == null || text.isBlank()) {
            wrong.add(FieldProblem.of(pointer, "shared.missing"));
        } else if (text.strip().length() > longest) {
            wrong.add(FieldProblem.of(pointer, "shared.too-long", Integer.toString(longest)));
        } else if (!Describing.writable(text).equals(text)) {
            wrong.add(FieldProblem.of(pointer, "shared.bad-value"));
        }
    }

    static void oneOf(
            String pointer,
            @Nullable String text,
            Collection<String> allowed,
            List<FieldProblem> wrong) {
        if (text == null) {
            wrong.add(FieldProblem.of(pointer, "shared.missing"));
        } else if (!allowed.contains(text)) {
            var listed = String.join(", ", new TreeSet<>(allowed));
            wrong.add(FieldProblem.of(pointer, "shared.unknown-value", listed));
        }
    }
}
