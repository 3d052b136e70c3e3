package io.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.access.AccessKeys;
import io.millrace.access.StandardRole;
import io.millrace.database.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** What the commands print: a sentence for people, JSON for programs. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Context.class)
class SpeaksToPeopleTest {
    @Autowired Environment environment;
    @Autowired AccessKeys keys;
    @TempDir Path folder;
    private final ByteArrayOutputStream results = new ByteArrayOutputStream();

    private interface Command {
        int run(Output output, List<String> line) throws Exception;
    }

    private String printed(Command command, boolean json, String... words) throws Exception {
        results.reset();
        PrintStream notes = new PrintStream(new ByteArrayOutputStream());
        Output output = new Output(new PrintStream(results, true), notes, json, false);
        String key = keys.create("test", AccessKeys.Kind.API, StandardRole.ADMIN, null).secret();
        List<String> line = new ArrayList<>(List.of(words));
        String port = environment.getRequiredProperty("local.server.port");
        line.addAll(List.of("--url", "http://127.0.0.1:" + port, "--key", key));
        assertThat(command.run(output, line)).isZero();
        return results.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void saysInASentenceThatTheSampleIsThereAndGone() throws Exception {
        Command sample = (output, line) -> new SampleCommand(output).run(line);

        assertThat(printed(sample, false, "--customers", "40"))
                .matches("The sample brand is loaded: 40 customers, [0-9,]+ facts\\.");
        assertThat(printed(sample, false)).startsWith("The sample brand is loaded: 40 customers");
        assertThat(json(printed(sample, true))).contains("\"loaded\":true");
        assertThat(printed(sample, false, "--remove")).isEqualTo("There is no sample brand.");
        assertThat(json(printed(sample, true, "--remove"))).contains("\"loaded\":false");
    }

    @Test
    void endsAnImportWithOneLineOfJsonForEverybody() throws Exception {
        Path file = Files.writeString(folder.resolve("c.csv"), "customer,city\nsp-1,Bath\n");
        Command imports = (output, line) -> new ImportCommand(output).run(line);

        String printed = printed(imports, false, "customers", file.toString(), "--wait");
        String again = printed(imports, true, "customers", file.toString(), "--wait");

        assertThat(json(printed)).contains("\"created\":1").doesNotContain("\n");
        assertThat(json(again)).contains("\"unchanged\":1").doesNotContain("\n");
        assertThat(printed(imports, false, "customers", file.toString(), "--no-wait"))
                .startsWith("Queued.");
    }

    private static String json(String text) {
        return JsonMapper.shared().readTree(text).toString();
    }
}
