package io.millrace.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's programs, which refuse to run as root. */
final class Programs {
    private final List<String> prefix;

    Programs() {
        prefix = isRoot() ? asNobody() : List.of();
    }

    /** What a program printed, and how it ended. */
    record Outcome(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }

    /** Runs to the end; the output goes through a file, because a server inherits the stream. */
    Outcome run(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        try {
            Path output =
                    Files.createTempFile(
                            "millrace-",
                            ".out",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            try {
                int status =
                        new ProcessBuilder(whole)
                                .redirectErrorStream(true)
                                .redirectInput(ProcessBuilder.Redirect.from(devNull()))
                                .redirectOutput(output.toFile())
                                .start()
                                .waitFor();
                return new Outcome(status, Files.readString(output).strip());
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted");
        }
    }

    private static java.io.File devNull() {
        return Path.of("/dev/null").toFile();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** A user namespace of its own in which root is nobody, while the files stay root's. */
    private static List<String> asNobody() {
        try {
            Process probe =
                    new ProcessBuilder("unshare", "-U", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (probe.waitFor() == 0) {
                return List.of("unshare", "-U");
            }
        } catch (IOException e) {
            // Answered below: there is no such program.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StartRefused(
                "PostgreSQL does not run as root here (no user namespaces): start as another user,"
                        + " or set MILLRACE_DATABASE_URL");
    }
}
