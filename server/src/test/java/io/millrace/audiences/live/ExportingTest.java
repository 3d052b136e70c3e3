package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.millrace.access.StandardRole;
import io.millrace.customers.Customers;
import io.millrace.customers.Customers.Description;
import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.shared.ProfileId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Lists that are taken out as files. */
class ExportingTest {
    private static final String COLUMNS = "id,identity.email,attribute.note,orders";

    @TempDir static Path folder;
    static Town town;
    static ProfileId ann;

    @BeforeAll
    static void open() {
        town = new Town(folder);
        ann =
                town.customer(
                        new Identity(IdentityType.EXTERNAL, "out-1"),
                        new Identity(IdentityType.EMAIL, "ann@example.org"));
        for (int i = 2; i < 30; i++) {
            town.customer("out-" + i);
        }
        town.order(ann, town.clock.instant().minus(Duration.ofDays(2)));
        town.ask(
                "PUT",
                "/attributes/note",
                """
                {"label": {"en": "Note", "zh": "备注"}, "type": "text", "level": "internal"}
                """);
        note("=HYPERLINK(\"http://evil\",\"x\")");
        town.settle();
    }

    private static void note(String text) {
        town.transactions()
                .executeWithoutResult(_ ->
                        town.get(Customers.class)
                                .describe(
                                        List.of(
                                                new Description(
                                                        ann,
                                                        Map.of("note", text),
                                                        town.clock.instant(),
                                                        "test"))));
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static List<CsvRecord> csv(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        return CsvReader.builder().ofCsvRecord(text.substring(1)).stream().toList();
    }

    @Test
    void hasExactlyTheRowsThatTheListCounts() {
        long shown = town.get("/customers?include=total").path("total").asLong();

        List<CsvRecord> rows = csv(town.fetch("/customers/export", StandardRole.OPERATOR));

        assertThat(shown).isEqualTo(29);
        assertThat(rows).hasSize(1 + 29);
    }

    @Test
    void masksAsTheListDoesAndMakesFormulasTexts() {
        List<CsvRecord> rows =
                csv(
                        town.fetch(
                                "/customers/export?q=out-1&columns=" + COLUMNS,
                                StandardRole.OPERATOR));

        assertThat(rows.get(0).getFields()).containsExactly("Customer", "E-mail", "Note", "Orders");
        assertThat(rows.get(1).getField(0)).isEqualTo(ann.toString());
        assertThat(rows.get(1).getField(1)).isEqualTo("a***@example.org");
        assertThat(rows.get(1).getField(2)).isEqualTo("'=HYPERLINK(\"http://evil\",\"x\")");
    }

    @Test
    void showsAnAnalystLessThanAnOperator() {
        List<CsvRecord> rows =
                csv(
                        town.fetch(
                                "/customers/export?q=out-1&columns=" + COLUMNS,
                                StandardRole.ANALYST));

        assertThat(rows.get(1).getField(2)).isEqualTo("***");
        assertThat(town.fetch("/customers/export", StandardRole.VIEWER).statusCode())
                .isEqualTo(403);
    }

    @Test
    void writesExcelInTheBackground() throws IOException {
        Town.Answer begun =
                town.ask(
                        "POST",
                        "/customers/exports",
                        "{\"format\": \"xlsx\", \"name\": \"Every/one\", \"columns\": [\"id\","
                                + " \"attribute.note\"]}");
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(202);
        assertThat(begun.body().path("rows").asInt()).isEqualTo(29);
        String id = begun.body().path("id").asString();
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        town.get("/customers/exports/" + id)
                                .path("state")
                                .asString()
                                .equals("ready"));

        JsonNode export = town.get("/customers/exports/" + id);
        HttpResponse<byte[]> file =
                town.fetch("/customers/exports/" + id + "/file", StandardRole.ADMIN);

        assertThat(export.path("filename").asString()).isEqualTo("Every one 2026-03-02.xlsx");
        assertThat(export.path("rows").asInt()).isEqualTo(29);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file.body()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(1 + 29);
            assertThat(rows.stream().flatMap(row -> row.stream().skip(1)))
                    .filteredOn(cell -> cell != null && cell.getText() != null)
                    .allSatisfy(cell -> assertThat(cell.getText()).doesNotStartWith("="));
        }
        assertThat(town.get("/audit?q=customers.list-exported").path("items").toString())
                .contains("29");
    }

    @Test
    void takesOutExactlyTheMembersOfAnAudience() {
        String buyers =
                "{\"type\": \"count\", \"kind\": \"order.completed\", \"comparison\":"
                        + " \"at-least\", \"number\": 1}";
        var id = town.audience("To take out", buyers);
        town.settle();

        List<CsvRecord> rows =
                csv(town.fetch("/audiences/" + id + "/export", StandardRole.OPERATOR));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).getField(0)).isEqualTo(ann.toString());
    }

    @Test
    void refusesColumnsThatThereAreNot() {
        assertThat(
                        town.ask("POST", "/customers/exports", "{\"columns\": [\"password\"]}")
                                .body()
                                .path("errors")
                                .get(0)
                                .path("code")
                                .asString())
                .isEqualTo("customers.unknown-column");
    }
}
