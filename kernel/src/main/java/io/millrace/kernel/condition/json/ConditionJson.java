package io.millrace.kernel.condition.json;

import io.millrace.kernel.condition.Condition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes conditions. What is written is canonical: the same condition is always the same
 * JSON, members in a fixed order, nothing that has its default; reading it gives the same condition
 * back. The format has the version {@value #VERSION}; a clause may say so in a member {@code
 * version}, which is not written.
 */
public final class ConditionJson {
    public static final int VERSION = 1;

    /** What reading came to. */
    public sealed interface Read {
        record Done(Condition condition) implements Read {}

        /** Everything that is wrong, at least one problem. */
        record Invalid(List<Problem> problems) implements Read {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }

    private ConditionJson() {}

    public static Json write(Condition condition) {
        return ClauseForms.CONDITION.write(condition);
    }

    public static Read read(Json json) {
        Reading reading = new Reading();
        Condition condition = ClauseForms.CONDITION.read(json, "", reading);
        return condition != null && reading.problems().isEmpty()
                ? new Read.Done(condition)
                : new Read.Invalid(reading.problems());
    }

    /** The JSON Schema (draft 2020-12) of the format, as published in {@code condition-v1.json}. */
    public static Json schema() {
        Map<String, Json> definitions = new LinkedHashMap<>();
        Json root = ClauseForms.CONDITION.schema(definitions);
        Map<String, Json> schema = new LinkedHashMap<>();
        schema.put("$schema", Json.of("https://json-schema.org/draft/2020-12/schema"));
        schema.put("$id", Json.of("urn:millrace:condition:" + VERSION));
        schema.put("title", Json.of("A condition about one customer"));
        schema.putAll(((Json.Obj) root).members());
        schema.put("$defs", new Json.Obj(definitions));
        return new Json.Obj(schema);
    }
}
