package io.millrace.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Loads the sample brand if it is not there, or removes it. */
final class SampleCommand {
    private final Output output;

    SampleCommand(Output output) {
        this.output = output;
    }

    int run(List<String> line) throws Misuse, ApiProblem, IOException, InterruptedException {
        Arguments arguments =
                Arguments.parse(line, Set.of("--customers", "--seed"), Set.of("--remove"));
        arguments.expect(0, "sample takes options only");
        ObjectNode wanted = Api.JSON.createObjectNode();
        number(arguments, "--customers", wanted);
        number(arguments, "--seed", wanted);
        Api api = Api.of(arguments);
        JsonNode present = api.get("/sample");
        boolean loaded = present.path("loaded").asBoolean(false);
        if (loaded != arguments.has("--remove")) {
            output.result(present, sentence(present));
            return Cli.DONE;
        }
        JsonNode started = loaded ? api.delete("/sample") : api.post("/sample", wanted);
        String id = started.path("job").path("id").asString(started.path("id").asString(""));
        JsonNode job = new JobWatch(api, output).untilItEnds(id);
        boolean done = JobWatch.exitCode(job) == Cli.DONE;
        output.result(job, done ? sentence(api.get("/sample")) : JobWatch.line(job));
        return JobWatch.exitCode(job);
    }

    private static String sentence(JsonNode sample) {
        return sample.path("loaded").asBoolean(false)
                ? "The sample brand is loaded: %,d customers, %,d facts."
                        .formatted(
                                sample.path("customers").asLong(0), sample.path("facts").asLong(0))
                : "There is no sample brand.";
    }

    private static void number(Arguments arguments, String option, ObjectNode target)
            throws Misuse {
        String text = arguments.option(option).orElse(null);
        if (text == null) {
            return;
        }
        try {
            target.put(option.substring(2), Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new Misuse(option + " needs a number");
        }
    }
}
