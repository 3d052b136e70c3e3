package io.millrace.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Uploads a file, imports it, waits, and prints the counts. */
final class ImportCommand {
    private static final Set<String> KINDS = Set.of("orders", "customers", "products", "events");
    private static final Map<String, String> IMPORT_OPTIONS =
            Map.of(
                    "--currency", "currency",
                    "--zone", "zone",
                    "--phone-region", "phoneRegion",
                    "--date-format", "dateFormat",
                    "--grain", "grain",
                    "--source", "source");
    private static final Set<String> OPTIONS =
            Set.of(
                    "--map",
                    "--save-template",
                    "--currency",
                    "--zone",
                    "--phone-region",
                    "--date-format",
                    "--grain",
                    "--source");
    private final Output output;

    ImportCommand(Output output) {
        this.output = output;
    }

    int run(java.util.List<String> line)
            throws Misuse, ApiProblem, IOException, InterruptedException {
        Arguments arguments =
                Arguments.parse(line, OPTIONS, Set.of("--wait", "--no-wait", "--dry-run"));
        arguments.expect(2, "import needs a kind and a file; see ./millrace import --help");
        String kind = arguments.words().getFirst();
        Path file = Path.of(arguments.words().getLast());
        if (!KINDS.contains(kind)) {
            throw new Misuse(
                    "import what? " + kind + " is not orders, customers, products, events");
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Misuse("cannot read " + file);
        }
        ObjectNode given = mapping(arguments.option("--map"));
        Api api = Api.of(arguments);
        output.progress("Uploading %s (%,d bytes)".formatted(file, Files.size(file)));
        JsonNode upload = api.upload("/uploads", file);
        output.progressEnds();
        ObjectNode mapping = given.isEmpty() ? guessed(upload, kind) : given;
        JsonNode started = api.post("/imports", request(upload, kind, mapping, arguments));
        if (arguments.has("--no-wait")) {
            output.result(started, "Queued. ./millrace jobs " + jobOf(started) + " tells how far.");
            return Cli.DONE;
        }
        JsonNode job = new JobWatch(api, output).untilItEnds(jobOf(started));
        JsonNode result = result(api.get("/imports/" + started.path("id").asString("")), job);
        if (!output.jsonOnly()) {
            output.say(sentence(result));
        }
        output.json(result);
        return JobWatch.exitCode(job);
    }

    private static String jobOf(JsonNode started) {
        return started.path("job").path("id").asString(started.path("id").asString(""));
    }

    /** Reads {@code field=Column,…}; a comma inside a column's name is written twice. */
    private static ObjectNode mapping(Optional<String> text) throws Misuse {
        ObjectNode mapping = Api.JSON.createObjectNode();
        for (String pair : text.orElse("").replace(",,", "\u0000").split(",")) {
            if (pair.isBlank()) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new Misuse("--map wants field=Column, not \"" + pair + "\"");
            }
            mapping.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).replace('\u0000', ',').strip());
        }
        return mapping;
    }

    /** What the columns seem to be if the file holds what the command says. */
    private static ObjectNode guessed(JsonNode upload, String kind) {
        ObjectNode mapping = Api.JSON.createObjectNode();
        for (JsonNode column : upload.path("columns")) {
            JsonNode guess = column.path("guesses").path(kind);
            if (guess.isString()) {
                mapping.put(guess.asString(), column.path("name").asString(""));
            }
        }
        return mapping;
    }

    private static ObjectNode request(
            JsonNode upload, String kind, ObjectNode mapping, Arguments arguments) {
        ObjectNode options = Api.JSON.createObjectNode();
        IMPORT_OPTIONS.forEach((option, name) ->
                arguments.option(option).ifPresent(value -> options.put(name, value)));
        ObjectNode request = Api.JSON.createObjectNode();
        request.put("upload", upload.path("id").asString("")).put("kind", kind);
        request.set("mapping", mapping);
        request.set("options", options);
        request.put("dryRun", arguments.has("--dry-run"));
        arguments.option("--save-template").ifPresent(name -> request.put("saveTemplate", name));
        return request;
    }

    private static String sentence(JsonNode result) {
        String counts =
                "%,d lines: %,d new, %,d updated, %,d unchanged, %,d rejected."
                        .formatted(
                                result.path("lines").asLong(0),
                                result.path("created").asLong(0),
                                result.path("updated").asLong(0),
                                result.path("unchanged").asLong(0),
                                result.path("errors").asLong(0));
        return result.path("dryRun").asBoolean(false) ? "Only tried: " + counts : counts;
    }

    private static JsonNode result(JsonNode finished, JsonNode job) {
        ObjectNode line = Api.JSON.createObjectNode();
        line.set("import", finished.path("id"));
        line.set("state", job.path("state"));
        line.set("problem", job.path("problem"));
        line.set("dryRun", finished.path("dryRun"));
        finished.path("report").properties().forEach(e -> line.set(e.getKey(), e.getValue()));
        line.set("errorFile", finished.path("errorFile"));
        return line;
    }
}
