package io.millrace.cli;

import io.millrace.cli.model.ModelCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The commands of the {@code millrace} script. */
public final class Cli {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private Cli() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    /** Answers the exit code: 0 done, 1 failed, 2 wrong use. */
    static int run(List<String> words) {
        Output output =
                new Output(
                        new PrintStream(System.out, true, StandardCharsets.UTF_8),
                        new PrintStream(System.err, true, StandardCharsets.UTF_8),
                        words.contains("--json"),
                        System.console() != null);
        try {
            return command(words, output);
        } catch (Misuse misuse) {
            output.say("millrace: " + misuse.getMessage());
            return MISUSED;
        } catch (ApiProblem problem) {
            output.problem(problem.document());
            return FAILED;
        } catch (Failed failed) {
            output.problem(
                    Api.JSON
                            .createObjectNode()
                            .put("code", failed.code())
                            .put("detail", failed.detail()));
            return FAILED;
        } catch (IOException e) {
            output.say("millrace: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static int command(List<String> words, Output output)
            throws Misuse, ApiProblem, Failed, IOException, InterruptedException {
        String command = words.isEmpty() ? "help" : words.getFirst();
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        if (command.equals("model")) {
            return new ModelCommand(output).run(rest);
        }
        if (command.equals("help") || rest.contains("--help")) {
            output.text(Usage.of(command));
            return DONE;
        }
        return switch (command) {
            case "import" -> new ImportCommand(output).run(rest);
            case "export" -> new ExportCommand(output).run(rest);
            case "jobs" -> new JobsCommand(output).run(rest);
            case "sample" -> new SampleCommand(output).run(rest);
            default -> throw new Misuse("unknown command: " + command);
        };
    }
}
