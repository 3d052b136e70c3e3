package io.millrace.cli.model;

import io.millrace.cli.Output;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A command of the models that was run, and what it printed. */
final class Ran {
    private Ran() {}

    static String text(boolean json, String... words) throws Exception {
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        Output output =
                new Output(
                        new PrintStream(results, true, StandardCharsets.UTF_8),
                        new PrintStream(new ByteArrayOutputStream()),
                        json,
                        false);
        new ModelCommand(output).run(List.of(words));
        return results.toString(StandardCharsets.UTF_8);
    }

    static JsonNode json(String... words) throws Exception {
        return JsonMapper.builder().build().readTree(text(true, words));
    }

    /** Without how long it took, which differs from run to run. */
    static String untimed(String... words) throws Exception {
        ObjectNode node = (ObjectNode) json(words);
        node.remove("timing");
        return node.toString();
    }
}
