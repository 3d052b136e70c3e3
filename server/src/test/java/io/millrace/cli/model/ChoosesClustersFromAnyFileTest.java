package io.millrace.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code model kmeans --k auto}: the number of clusters is chosen, and the choice is shown. */
class ChoosesClustersFromAnyFileTest {
    @TempDir Path folder;

    @Test
    void choosesTheNumberAndShowsEveryTry() throws Exception {
        Path file = write("heaps.csv", heaps());

        JsonNode told =
                Ran.json("kmeans", "--file", file.toString(), "--k", "auto", "--scale", "z");

        assertThat(told.get("k").asInt()).isEqualTo(4);
        JsonNode choice = told.get("choice");
        assertThat(choice.get("why").asString()).isEqualTo("clearest-of-stable");
        assertThat(choice.get("tried")).hasSize(9);
        assertThat(choice.get("tried").get(2).get("weakestJaccard").asDouble()).isGreaterThan(0.95);
        assertThat(told.get("clusters")).hasSize(4);
    }

    @Test
    void saysTheSameHoweverTheRowsCome() throws Exception {
        List<String> rows = heaps();
        List<String> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(2));

        assertThat(found(write("shuffled.csv", shuffled))).isEqualTo(found(write("one.csv", rows)));
    }

    private static String found(Path file) throws Exception {
        ObjectNode told =
                (ObjectNode)
                        Ran.json(
                                "kmeans",
                                "--file",
                                file.toString(),
                                "--k",
                                "auto",
                                "--scale",
                                "log-z");
        told.remove("timing");
        return told.toString();
    }

    private Path write(String name, List<String> rows) throws Exception {
        return Files.writeString(folder.resolve(name), "a,b\n" + String.join("\n", rows) + "\n");
    }

    private static List<String> heaps() {
        Random random = new Random(1);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            rows.add(
                    String.format(
                            Locale.ROOT,
                            "%.3f,%.3f",
                            (i % 2) * 30 + 10 + random.nextGaussian(),
                            (i / 2 % 2) * 30 + 10 + random.nextGaussian()));
        }
        return rows;
    }
}
