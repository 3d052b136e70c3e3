package io.millrace.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Shows jobs. */
final class JobsCommand {
    private final Output output;

    JobsCommand(Output output) {
        this.output = output;
    }

    int run(List<String> line) throws Misuse, ApiProblem, IOException, InterruptedException {
        Arguments arguments = Arguments.parse(line, Set.of(), Set.of());
        if (arguments.words().size() > 1) {
            throw new Misuse("jobs takes one id at most");
        }
        Api api = Api.of(arguments);
        if (!arguments.words().isEmpty()) {
            JsonNode job = api.get("/jobs/" + arguments.words().getFirst());
            output.result(job, JobWatch.line(job));
            return Cli.DONE;
        }
        JsonNode page = api.get("/jobs?limit=50");
        if (arguments.has("--json")) {
            output.json(page);
            return Cli.DONE;
        }
        for (JsonNode job : page.path("items")) {
            output.text(
                    "%s  %-9s  %,12d  %s"
                            .formatted(
                                    job.path("id").asString(""),
                                    job.path("state").asString(""),
                                    job.path("done").asLong(0),
                                    job.path("title").asString("")));
        }
        return Cli.DONE;
    }
}
