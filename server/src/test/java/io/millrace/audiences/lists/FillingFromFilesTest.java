package io.millrace.audiences.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.audiences.lists.ListFiles.Report;
import io.millrace.audiences.live.Town;
import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.intake.files.Imports;
import io.millrace.jobs.Jobs;
import io.millrace.shared.PersonalData;
import io.millrace.shared.ProfileId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Lists that are filled from files; what nobody is known by is kept. */
class FillingFromFilesTest {
    @TempDir static Path folder;
    static Town town;
    static ProfileId ann;
    static ProfileId bob;
    static ProfileId cid;

    @BeforeAll
    static void open() {
        town = new Town(folder);
        ann = person("f-1", "ann@files.org");
        bob = person("f-2", "bob@files.org");
        cid = person("f-3", "cid@files.org");
        town.settle();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static ProfileId person(String number, String address) {
        return town.customer(
                new Identity(IdentityType.EXTERNAL, number),
                new Identity(IdentityType.EMAIL, address));
    }

    private static UUID upload(String filename, byte[] bytes) throws IOException {
        return town.get(Imports.class)
                .upload(filename, new ByteArrayInputStream(bytes), "tester")
                .id();
    }

    private static UUID upload(String text) throws IOException {
        return upload("list.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode filled(String body) {
        Town.Answer answer = town.ask("POST", "/list-fills", body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        ended(answer.body().path("job").asString());
        return town.get("/list-fills/" + answer.body().path("id").asString());
    }

    private static JsonNode filled(UUID list, UUID upload, String column) {
        return filled(
                """
                {"audience": "%s", "upload": "%s", "column": "%s"}
                """
                        .formatted(list, upload, column));
    }

    private static void ended(String job) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> town.get("/jobs/" + job).path("state").asString().equals("done"));
    }

    private static Report report(JsonNode fill) {
        JsonNode report = fill.path("report");
        return new Report(
                report.path("lines").asLong(),
                report.path("customers").asLong(),
                report.path("repeated").asLong(),
                report.path("unknown").asLong(),
                report.path("changed").asLong(),
                report.path("already").asLong());
    }

    @Test
    void looksWhatEachColumnIs() throws IOException {
        UUID upload = upload("Note,Mail\nx,ann@files.org\ny,bob@files.org\nz,nobody@files.org\n");

        JsonNode look = town.get("/list-files/" + upload);

        assertThat(look.path("column").asInt()).isEqualTo(1);
        assertThat(look.path("kind").asString()).isEqualTo("email");
        assertThat(look.path("headerNames").asBoolean()).isFalse();
        assertThat(look.path("columns").get(1).path("kinds").get(0).path("found").asInt())
                .isEqualTo(2);
    }

    @Test
    void triesAFileWithoutChangingAnything() throws IOException {
        UUID list = town.list("Only tried", "f-1");
        UUID upload = upload("Customer\nf-1\nf-2\nf-2\nzz-nobody-here\n");

        JsonNode fill =
                filled(
                        """
                        {"audience": "%s", "upload": "%s", "column": "Customer",
                         "kind": "external", "dryRun": true}
                        """
                                .formatted(list, upload));

        assertThat(report(fill)).isEqualTo(new Report(4, 2, 1, 1, 1, 1));
        assertThat(town.members(list)).containsExactly(ann);
        JsonNode example =
                town.get("/list-fills/" + fill.path("id").asString() + "/examples")
                        .path("items")
                        .get(0);
        assertThat(example.path("line").asInt()).isEqualTo(5);
        assertThat(example.path("text").asString()).isEqualTo("***re");
        assertThat(town.get("/audiences/" + list + "/lines").path("items").size()).isZero();
    }

    @Test
    void keepsEveryLineThatNamesNobody() throws IOException {
        UUID list = town.list("From a file");
        UUID upload =
                upload(
                        "Who,Note\nann@files.org,1\nf-2,2\n%s,3\nnew@files.org,4\n,5\nf-1,6\n"
                                .formatted(cid));

        JsonNode fill = filled(list, upload, "Who");

        assertThat(report(fill)).isEqualTo(new Report(6, 3, 1, 2, 3, 0));
        assertThat(town.members(list)).containsExactlyInAnyOrder(ann, bob, cid);
        JsonNode lines = town.get("/audiences/" + list + "/lines?include=total");
        assertThat(lines.path("total").asInt()).isEqualTo(2);
        assertThat(lines.path("items").get(0).path("reason").asString()).isEqualTo("unknown");
        assertThat(lines.path("items").get(0).path("text").asString()).isEqualTo("n***@files.org");
        assertThat(lines.path("items").get(1).path("reason").asString()).isEqualTo("blank");
        assertThat(
                        town.jdbc()
                                .sql("select string_agg(text, ' ') from audiences.fill_lines")
                                .query(String.class)
                                .single())
                .doesNotContain("new@files.org");
    }

    @Test
    void findsThemWhenTheLineIsPutRightOrTheyHaveCome() throws IOException {
        UUID list = town.list("Mended");
        JsonNode fill =
                filled(
                        list,
                        upload("Mail\nbob@flies.org\nlate@files.org\nnever@files.org\n"),
                        "Mail");
        String line = "/audiences/" + list + "/lines/" + fill.path("id").asString() + "/";

        assertThat(town.get(line + 2).path("text").asString()).isEqualTo("bob@flies.org");
        JsonNode still = town.ask("PUT", line + 2, "{\"text\": \"bob@flys.org\"}").body();
        assertThat(still.path("found").asBoolean()).isFalse();
        JsonNode found = town.ask("PUT", line + 2, "{\"text\": \"bob@files.org\"}").body();
        assertThat(found.path("found").asBoolean()).isTrue();
        assertThat(town.members(list)).containsExactly(bob);

        ProfileId late = person("f-late", "late@files.org");
        town.settle();
        ended(
                town.ask("POST", "/audiences/" + list + "/lines/try", "")
                        .body()
                        .path("job")
                        .asString());
        assertThat(town.members(list)).containsExactlyInAnyOrder(bob, late);
        assertThat(town.get("/audiences/" + list + "/lines").path("items").size()).isEqualTo(1);

        assertThat(town.ask("DELETE", line + 4, "").status()).isEqualTo(204);
        assertThat(town.ask("DELETE", line + 4, "").status()).isEqualTo(404);
        assertThat(town.get("/audiences/" + list + "/lines").path("items").size()).isZero();
    }

    @Test
    void losesNoFirstLineOfAFileWithoutHeader() throws IOException {
        UUID list = town.list("Without header");
        UUID upload = upload("ann@files.org\nbob@files.org\n");

        assertThat(town.get("/list-files/" + upload).path("headerNames").asBoolean()).isTrue();
        JsonNode fill =
                filled(
                        """
                        {"audience": "%s", "upload": "%s", "column": "ann@files.org",
                         "headerToo": true}
                        """
                                .formatted(list, upload));

        assertThat(report(fill).lines()).isEqualTo(2);
        assertThat(town.members(list)).containsExactlyInAnyOrder(ann, bob);
    }

    @Test
    void takesCustomersOffAList() throws IOException {
        UUID list = town.list("Taken off", "f-1", "f-2");

        JsonNode fill =
                filled(
                        """
                        {"audience": "%s", "upload": "%s", "column": "No", "verb": "remove"}
                        """
                                .formatted(list, upload("No\nf-1\nf-3\n")));

        assertThat(report(fill)).isEqualTo(new Report(2, 2, 0, 0, 1, 1));
        assertThat(town.members(list)).containsExactly(bob);
    }

    @Test
    void readsPackedFilesAndWorkbooks() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("No\nf-1\n".getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(book, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("list");
            sheet.value(0, 0, "No");
            sheet.value(1, 0, "f-2");
        }
        UUID list = town.list("Other formats");

        filled(list, upload("list.csv.gz", packed.toByteArray()), "No");
        filled(list, upload("list.xlsx", book.toByteArray()), "No");

        assertThat(town.members(list)).containsExactlyInAnyOrder(ann, bob);
    }

    @Test
    void refusesWhatItCannotRead() throws IOException {
        UUID list = town.list("Refusing");
        String body =
                """
                {"audience": "%s", "upload": "%s", "column": "Nope", "kind": "shoe"}
                """;

        Town.Answer wrong =
                town.ask("POST", "/list-fills", body.formatted(list, upload("No\n1\n")));
        Town.Answer gone = town.ask("POST", "/list-fills", body.formatted(list, list));

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().path("errors").size()).isEqualTo(2);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.body().path("code").asString()).isEqualTo("audiences.no-such-file");
    }

    @Test
    void forgetsTheLinesOfWhomeverIsErased() throws IOException {
        UUID list = town.list("Erased");
        filled(list, upload("Mail\nsoon@files.org\nother@files.org\n"), "Mail");
        ProfileId soon = person("f-soon", "soon@files.org");

        PersonalData store = town.get(FiledPersons.class);
        assertThat(store.export(Set.of(soon)).getFirst().rows().toString())
                .contains("soon@files.org");
        long erased =
                town.transactions().execute(_ -> store.erase(Set.of(soon))) instanceof Long rows
                        ? rows
                        : -1;

        assertThat(erased).isEqualTo(1);
        assertThat(town.get("/audiences/" + list + "/lines").path("items").size()).isEqualTo(1);
    }

    @Test
    void goesOnWhereItWasCutOffAndCountsExactly() throws Exception {
        UUID list = town.list("Cut off", "f-3");
        String rows =
                IntStream.range(0, 25_000)
                        .mapToObj(i ->
                                i % 10_000 == 5
                                        ? "f-1"
                                        : i == 20_001 ? "f-2" : i == 3 ? "f-3" : "u" + i)
                        .collect(Collectors.joining("\n"));
        UUID upload = upload("No\n" + rows + "\n");
        JsonNode made =
                town.ask(
                                "POST",
                                "/list-fills",
                                """
                                {"audience": "%s", "upload": "%s", "column": "No",
                                 "kind": "external"}
                                """
                                        .formatted(list, upload))
                        .body();
        ended(made.path("job").asString());
        Report whole = report(town.get("/list-fills/" + made.path("id").asString()));
        assertThat(whole).isEqualTo(new Report(25_000, 3, 2, 24_995, 2, 1));

        UUID fill = UUID.fromString(made.path("id").asString());
        town.ask(
                "POST",
                "/audiences/" + list + "/customers/remove",
                "{\"customers\": [\"f-1\", \"f-2\"]}");
        CutOff first = new CutOff(fill, null, 2);
        assertThat(first.stoppedIn(town.get(FillWork.class))).isTrue();
        CutOff again = new CutOff(fill, first.saved, Integer.MAX_VALUE);
        assertThat(again.stoppedIn(town.get(FillWork.class))).isFalse();

        assertThat(report(town.get("/list-fills/" + fill))).isEqualTo(whole);
        assertThat(town.members(list)).containsExactlyInAnyOrder(ann, bob, cid);
        assertThat(
                        town.get("/audiences/" + list + "/lines?include=total&limit=1")
                                .path("total")
                                .asInt())
                .isEqualTo(24_995);
    }

    /** A run that ends at one of its steps, as a stop of the product does. */
    private static final class CutOff implements Jobs.Run {
        private final UUID fill;
        private final int steps;
        private @Nullable String saved;
        private int taken;

        CutOff(UUID fill, @Nullable String saved, int steps) {
            this.fill = fill;
            this.saved = saved;
            this.steps = steps;
        }

        boolean stoppedIn(FillWork work) {
            try {
                work.run(this);
                return false;
            } catch (Jobs.Stopped stopped) {
                return true;
            }
        }

        @Override
        public UUID id() {
            return fill;
        }

        @Override
        public String input() {
            return "{\"fill\": \"" + fill + "\"}";
        }

        @Override
        public @Nullable String checkpoint() {
            return saved;
        }

        @Override
        public void step(
                long done,
                @Nullable Long total,
                Map<String, Long> counts,
                @Nullable String checkpoint)
                throws Jobs.Stopped {
            if (++taken > steps) {
                throw new Jobs.Stopped();
            }
            saved = checkpoint == null ? saved : checkpoint;
        }

        @Override
        public void errorFile(String url) {}

        @Override
        public void fail(String problemCode) {
            throw new AssertionError(problemCode);
        }
    }
}
