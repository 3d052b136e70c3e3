package io.millrace.kernel.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The real data sets beside the project; a test that needs one is skipped, and says so, without.
 * {@code MILLRACE_SHARED_DATA} names another folder.
 */
final class SharedData {
    private SharedData() {}

    static void lines(String name, Consumer<List<String>> line) {
        Path file = folder().resolve(name);
        assumeTrue(Files.exists(file), "skipped: the data set " + file + " is not here");
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line.accept(fields(text));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path folder() {
        String named = System.getProperty("millrace.shared.data");
        named = named == null ? System.getenv("MILLRACE_SHARED_DATA") : named;
        if (named != null) {
            return Path.of(named);
        }
        return Stream.of("../../shared/data", "../shared/data")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("../shared/data"));
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
