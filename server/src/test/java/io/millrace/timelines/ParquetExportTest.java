package io.millrace.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.jobs.Jobs;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetExportTest {
    @TempDir Path folder;
    @TempDir Path exports;
    World world;

    @BeforeEach
    void start() {
        world = new World(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void duckDbReadsWhatWasAppended() throws Exception {
        ProfileId root = world.profile();
        ProfileId member = world.profile();
        List<NewFact> facts = new ArrayList<>(world.orders(root, 60));
        facts.addAll(world.orders(member, 60));
        Fact special =
                world.fact(
                        member,
                        Kinds.SERVICE_CONTACT,
                        0,
                        Map.of("note", new Value.Text("茶"), "phone", new Value.Sealed("AQID")),
                        "a source");
        facts.add(NewFact.of(special, null));
        world.append(facts);
        world.transactions.executeWithoutResult(status -> world.timelines().join(member, root));

        Run run = export(50);

        assertThat(run.counts).containsEntry("facts", 121L).containsEntry("files", 3L);
        assertThat(
                        query(
                                "select count(*), count(distinct id), sum(amount)::bigint,"
                                        + " count(distinct customer), count(distinct profile)"))
                .containsExactly("121", "121", "15540", "1", "2");
        assertThat(
                        query(
                                "select id, customer, profile, kind, epoch_us(occurred_at),"
                                        + " subject, amount, currency, source, historical, attributes",
                                "where kind = 'service.contact'"))
                .containsExactly(
                        special.id().toString(),
                        root.value().toString(),
                        member.value().toString(),
                        special.kind(),
                        Long.toString(special.occurredAt().toEpochMilli() * 1_000),
                        special.subject(),
                        "0",
                        "GBP",
                        "a source",
                        "false",
                        query("select attributes", "where kind = 'service.contact'").getFirst());
        assertThat(query("select attributes", "where kind = 'service.contact'").getFirst())
                .contains("\"note\":\"茶\"", "\"phone\":\"sealed\"")
                .doesNotContain("AQID");
    }

    @Test
    void writesTheColumnsWhenThereIsNothing() throws Exception {
        Run run = export(50);
        assertThat(run.counts).containsEntry("facts", 0L).containsEntry("files", 1L);
        assertThat(query("select count(*)")).containsExactly("0");
    }

    @Test
    void beginsAnewAfterAnInterruption() throws Exception {
        world.append(world.orders(world.profile(), 10));
        Files.writeString(exports.resolve("facts-00007.parquet"), "half a file");
        export(50);
        try (Stream<Path> files = Files.list(exports)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactly("facts-00000.parquet");
        }
    }

    @Test
    void writesOnlyIntoAnEmptyFolder() throws IOException {
        Files.writeString(exports.resolve("mine.txt"), "do not touch");
        assertThat(work(50).parquet(exports.toString()))
                .isInstanceOf(Exports.Beginning.NotUsable.class);
        assertThat(work(50).parquet("relative/folder"))
                .isInstanceOf(Exports.Beginning.NotUsable.class);
    }

    private Run export(long rowsPerFile) throws Jobs.Stopped {
        Run run = new Run("{\"directory\": \"" + exports + "\"}");
        work(rowsPerFile).run(run);
        return run;
    }

    private ParquetExport work(long rowsPerFile) {
        return new ParquetExport(
                new NoJobs(),
                world.parts.columns(),
                world.parts.tail(),
                world::id,
                exports,
                rowsPerFile);
    }

    private List<String> query(String select) throws SQLException {
        return query(select, "");
    }

    private List<String> query(String select, String where) throws SQLException {
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "%s from read_parquet('%s/*.parquet') %s"
                                        .formatted(select, exports, where))) {
            assertThat(row.next()).isTrue();
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                values.add(row.getString(column));
            }
            return values;
        }
    }

    private static final class Run implements Jobs.Run {
        private final String input;
        private Map<String, Long> counts = Map.of();

        Run(String input) {
            this.input = input;
        }

        @Override
        public UUID id() {
            return new UUID(1, 1);
        }

        @Override
        public String input() {
            return input;
        }

        @Override
        public @Nullable String checkpoint() {
            return null;
        }

        @Override
        public void step(
                long done,
                @Nullable Long total,
                Map<String, Long> current,
                @Nullable String checkpoint) {
            counts = current;
        }

        @Override
        public void errorFile(String url) {}

        @Override
        public void fail(String problemCode) {}
    }

    /** Nothing is queued in these tests. */
    private static final class NoJobs implements Jobs {
        @Override
        public UUID submit(String kind, String title, String input) {
            throw new IllegalStateException("nothing is to be queued");
        }

        @Override
        public Optional<Job> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public Page<Job> list(@Nullable String cursor, int limit) {
            return new Page<>(List.of(), null, null);
        }

        @Override
        public boolean cancel(UUID id) {
            return false;
        }

        @Override
        public boolean pause(UUID id) {
            return false;
        }

        @Override
        public boolean resume(UUID id) {
            return false;
        }
    }
}
