package io.millrace.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.cli.Failed;
import io.millrace.cli.Misuse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code model fit} over files as they come. */
class FitsModelsFromAnyFileTest {
    private static final List<String> MODELS =
            List.of("bg-nbd", "mbg-nbd", "pareto-nbd", "nbd", "gamma-gamma");

    @TempDir Path folder;

    @Test
    void readsTheSameLogHoweverItIsWritten() throws Exception {
        List<PurchaseLogs.Row> rows = PurchaseLogs.rows(400, 400, 1);
        JsonNode plain = parameters(PurchaseLogs.csv(folder.resolve("a.csv"), rows));

        assertThat(written("b.tsv.gz", "客户\t日期\t金额", "%s\t%s\t%s", "yyyyMMdd", "GB18030", rows))
                .isEqualTo(plain);
        assertThat(written("c.csv", "id;when;what", "%s;%s;%s", "d.M.yyyy", "UTF-16LE", rows))
                .isEqualTo(plain);
        assertThat(written("d.txt", "", " %s   %s  %s", "yyyy-MM-dd", "UTF-8", rows))
                .isEqualTo(plain);
        assertThat(
                        written(
                                "e.csv",
                                "ünï,x,y",
                                "\"%s\",\"%s\",\"%s\"",
                                "M/d/yyyy",
                                "windows-1252",
                                rows))
                .isEqualTo(plain);
        assertThat(written("f.csv", "a,b,c", "%s,%s,%s", "d MMM yyyy", "UTF-8", rows))
                .isEqualTo(plain);
        assertThat(written("g.csv", "a|b|c", "%s|%s|€%s", "yyyy年M月d日", "UTF-8", rows))
                .isEqualTo(plain);
    }

    @Test
    void theOrderOfTheRowsChangesNoBit() throws Exception {
        List<PurchaseLogs.Row> rows = PurchaseLogs.rows(600, 500, 2);
        List<PurchaseLogs.Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(4));
        for (String model : MODELS) {
            Path file = PurchaseLogs.csv(folder.resolve("log.csv"), rows);
            String first = Ran.untimed(line(model, file, "2023-09-30"));
            assertThat(Ran.untimed(line(model, file, "2023-09-30"))).isEqualTo(first);
            PurchaseLogs.csv(file, shuffled);
            assertThat(Ran.untimed(line(model, file, "2023-09-30"))).isEqualTo(first);
        }
    }

    @Test
    void shortWindowsEndInFiniteNumbersOrASentence() throws Exception {
        Path file = PurchaseLogs.csv(folder.resolve("log.csv"), PurchaseLogs.rows(3_000, 300, 3));
        for (String end : List.of("2023-01-04", "2023-01-08", "2023-01-20", "2023-02-10")) {
            for (String model : MODELS) {
                try {
                    JsonNode result = Ran.json(line(model, file, end));
                    assertThat(result.path("outcome").asString()).isIn("fitted", "boundary");
                    result.path("parameters").forEach(p -> assertThat(p.isNumber()).isTrue());
                    assertThat(result.path("logLikelihood").isNumber()).isTrue();
                    result.path("holdout")
                            .path("errors")
                            .forEach(error -> assertThat(error.path("mae").isNumber()).isTrue());
                    assertThat(result.path("boundary").isObject())
                            .isEqualTo(result.path("outcome").asString().equals("boundary"));
                } catch (Failed tooLittle) {
                    assertThat(tooLittle).hasMessageContaining("are needed");
                }
            }
        }
    }

    @Test
    void countsTheRowsThatItCannotUseWithTheReason() throws Exception {
        List<PurchaseLogs.Row> rows = PurchaseLogs.rows(300, 300, 5);
        Path file = PurchaseLogs.csv(folder.resolve("log.csv"), rows);
        Files.writeString(
                file,
                Files.readString(file)
                        + "\r\nc00001,yesterday,3\r\n,2023-03-01,3\r\nc00002,2023-03-01\r\n"
                        + "c00003,2023-02-30,4\r\nc00004,2023-03-01,much\r\nc00005,2023-03-01,-5\r\n");
        JsonNode data = Ran.json(line("bg-nbd", file, "2023-09-30")).path("data");
        assertThat(data.path("used").asInt()).isEqualTo(rows.size());
        assertThat(data.path("skipped").toString())
                .contains("\"unreadable date\",\"rows\":2")
                .contains("\"no customer\",\"rows\":1")
                .contains("\"too few columns\",\"rows\":1")
                .contains("\"unreadable amount\",\"rows\":1")
                .contains("\"negative amount\",\"rows\":1");
    }

    @Test
    void wrongUseIsNamed() throws Exception {
        Path file = PurchaseLogs.csv(folder.resolve("log.csv"), PurchaseLogs.rows(100, 200, 6));
        assertThatThrownBy(() -> Ran.json("fit", "bgnbd")).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Ran.json("fit", "bg-nbd", "--transactions", file.toString()))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("--id");
        assertThatThrownBy(() ->
                        Ran.json(
                                "fit",
                                "bg-nbd",
                                "--transactions",
                                file.toString(),
                                "--id",
                                "who",
                                "--date",
                                "day"))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("customer, day, amount");
        assertThatThrownBy(() -> Ran.json(line("bg-nbd", file, "30/9"))).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Ran.json(line("bg-nbd", file, "2022-12-31")))
                .isInstanceOf(Failed.class);
        assertThat(Ran.text(false, "fit", "--help")).contains("--calibration-end");
    }

    @Test
    void saysTheSameForPeople() throws Exception {
        Path file = PurchaseLogs.csv(folder.resolve("log.csv"), PurchaseLogs.rows(500, 400, 7));
        assertThat(Ran.text(false, line("bg-nbd", file, "2023-09-30")))
                .contains("log likelihood", "same as before", "predict 0", "alpha");
    }

    @Test
    void writesEachCustomersFigures() throws Exception {
        Path file = PurchaseLogs.csv(folder.resolve("log.csv"), PurchaseLogs.rows(500, 400, 7));
        Path scores = folder.resolve("scores.csv");
        List<String> words = new ArrayList<>(List.of(line("pareto-nbd", file, "2023-09-30")));
        words.addAll(List.of("--scores", scores.toString()));
        JsonNode result = Ran.json(words.toArray(String[]::new));
        List<String> lines = Files.readAllLines(scores);
        assertThat(lines.getFirst())
                .isEqualTo("id,repeats,t_x,T,p_alive,expected,expected_spend,clv");
        assertThat(lines).hasSize(result.path("data").path("customers").asInt() + 1);
        double sum =
                lines.stream()
                        .skip(1)
                        .mapToDouble(line -> Double.parseDouble(line.split(",")[5]))
                        .sum();
        assertThat(sum)
                .isCloseTo(
                        result.path("predictions").path("expectedPurchases").asDouble(),
                        within(1e-6));
    }

    @Test
    void fitsTheCdnowSampleAsPublished() throws Exception {
        String shared = System.getenv("MILLRACE_SHARED_DATA");
        Path file = Path.of(shared == null ? "../../shared/data" : shared, "CDNOW_sample.txt.gz");
        assumeTrue(Files.exists(file), "skipped: CDNOW_sample.txt.gz is not here");
        JsonNode result =
                Ran.json(
                        "fit",
                        "bg-nbd",
                        "--transactions",
                        file.toString(),
                        "--id",
                        "2",
                        "--date",
                        "3",
                        "--date-format",
                        "yyyymmdd",
                        "--calibration-end",
                        "1997-09-30",
                        "--unit",
                        "week");
        assertThat(result.path("logLikelihood").asDouble()).isCloseTo(-9582.429207, within(1e-5));
        assertThat(result.path("holdout").path("actual").asLong()).isEqualTo(1_882);
    }

    private JsonNode written(
            String name,
            String header,
            String format,
            String dates,
            String charset,
            List<PurchaseLogs.Row> rows)
            throws Exception {
        DateTimeFormatter dateFormat = DateTimeFormatter.ofPattern(dates, Locale.ENGLISH);
        Path file =
                PurchaseLogs.written(
                        folder.resolve(name),
                        header,
                        rows,
                        row ->
                                format.formatted(
                                        row.customer(),
                                        dateFormat.format(row.day()),
                                        String.format(Locale.ROOT, "%.2f", row.amount())),
                        Charset.forName(charset));
        if (charset.equals("UTF-16LE")) {
            byte[] body = Files.readAllBytes(file);
            byte[] marked = new byte[body.length + 2];
            System.arraycopy(body, 0, marked, 2, body.length);
            marked[0] = (byte) 0xFF;
            marked[1] = (byte) 0xFE;
            Files.write(file, marked);
            assertThat(new String(marked, StandardCharsets.UTF_16LE)).startsWith("\uFEFF");
        }
        return parameters(file);
    }

    private static JsonNode parameters(Path file) throws Exception {
        return Ran.json(
                        "fit",
                        "bg-nbd",
                        "--transactions",
                        file.toString(),
                        "--id",
                        "1",
                        "--date",
                        "2",
                        "--amount",
                        "3",
                        "--calibration-end",
                        "2023-09-30")
                .path("predictions");
    }

    private static String[] line(String model, Path file, String end) {
        return new String[] {
            "fit",
            model,
            "--transactions",
            file.toString(),
            "--id",
            "customer",
            "--date",
            "day",
            "--amount",
            "amount",
            "--calibration-end",
            end
        };
    }
}
