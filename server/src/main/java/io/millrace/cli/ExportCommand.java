package io.millrace.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Has the product write all facts as Parquet files into a folder of its machine. */
final class ExportCommand {
    private final Output output;

    ExportCommand(Output output) {
        this.output = output;
    }

    int run(List<String> line) throws Misuse, ApiProblem, IOException, InterruptedException {
        Arguments arguments = Arguments.parse(line, Set.of(), Set.of("--wait"));
        arguments.expect(2, "export needs a format and a folder: ./millrace export parquet DIR");
        if (!arguments.words().getFirst().equals("parquet")) {
            throw new Misuse("the only format is parquet, not " + arguments.words().getFirst());
        }
        Path folder = Path.of(arguments.words().getLast()).toAbsolutePath().normalize();
        Api api = Api.of(arguments);
        JsonNode started =
                api.post(
                        "/exports/parquet",
                        Api.JSON.createObjectNode().put("directory", folder.toString()));
        String id = started.path("job").path("id").asString(started.path("id").asString(""));
        JsonNode job = new JobWatch(api, output).untilItEnds(id);
        boolean done = JobWatch.exitCode(job) == Cli.DONE;
        String sentence = "%,d facts are in %s.".formatted(job.path("done").asLong(0), folder);
        output.result(job, done ? sentence : JobWatch.line(job));
        return JobWatch.exitCode(job);
    }
}
