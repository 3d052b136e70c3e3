package io.millrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules about the text of the sources. */
class SourceHouseTest {
    private static final int LONGEST_FILE = 320;
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java"), Path.of("../kernel/src/main/java"));

    @Test
    void filesStayShort() {
        ToIntFunction<Path> lines = file -> read(file).split("\n").length;

        assertThat(sources().filter(file -> lines.applyAsInt(file) > LONGEST_FILE)).isEmpty();
    }

    @Test
    void nobodySignsAFile() {
        assertThat(sources().filter(file -> read(file).contains("@author"))).isEmpty();
    }

    @Test
    void nobodyLeavesWorkToDoInTheSources() {
        assertThat(sources().filter(file -> read(file).matches("(?s).*\\b(TODO|FIXME|XXX)\\b.*")))
                .isEmpty();
    }

    private static Stream<Path> sources() {
        return SOURCES.stream()
                .flatMap(SourceHouseTest::walk)
                .filter(file -> file.toString().endsWith(".java"));
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
