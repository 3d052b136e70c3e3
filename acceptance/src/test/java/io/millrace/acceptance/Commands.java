package io.millrace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Programs beside the product; one that fails or hangs fails the test. */
final class Commands {
    private static final int PATIENCE_MINUTES = 4;
    private static final File NOTHING = new File("/dev/null");

    private Commands() {}

    /** None of its streams is ours: Node makes those it is given non-blocking for everybody. */
    static void run(Path folder, String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("millrace-command", ".out");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectInput(NOTHING)
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly().waitFor();
            String output = Files.readString(said);
            System.out.print(output);
            assertThat(ended).as(String.join(" ", command) + "\n" + output).isTrue();
            assertThat(process.exitValue()).as(String.join(" ", command) + "\n" + output).isZero();
        } finally {
            Files.delete(said);
        }
    }
}
