package io.millrace.kernel.model;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The data sets of the shared folder, which are not part of the project; a test without them says
 * that it skips.
 */
public final class DataSets {
    private DataSets() {}

    public static List<String> lines(String name) throws IOException {
        String folder = System.getenv("MILLRACE_SHARED_DATA");
        Path path = (folder == null ? Path.of("../../shared/data") : Path.of(folder)).resolve(name);
        if (!Files.exists(path)) {
            return abort("skipped: " + name + " of the shared data folder is not here");
        }
        try (InputStream raw = Files.newInputStream(path);
                BufferedReader reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        name.endsWith(".gz") ? new GZIPInputStream(raw) : raw,
                                        StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
