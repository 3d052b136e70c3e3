package io.millrace.intake.files;

import com.github.f4b6a3.uuid.UuidCreator;
import io.millrace.customers.Customers;
import io.millrace.customers.RealCustomers;
import io.millrace.intake.Intake;
import io.millrace.intake.files.Imports.Options;
import io.millrace.intake.files.Imports.Submitted;
import io.millrace.jobs.Jobs;
import io.millrace.jobs.Jobs.Stopped;
import io.millrace.orders.Books;
import io.millrace.shared.Page;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports over real orders, customers and PostgreSQL; jobs run when the test says so. */
final class Office implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Options POUNDS = new Options("GBP", "Europe/London", null, null, null, null, null);

    static final Options CHINESE =
            new Options("CNY", "Asia/Shanghai", "CN", null, null, null, null);

    final Books books = new Books();
    final Imports imports;
    final Events events = new Events();
    final KeptRows inbox = new KeptRows();
    final RejectedRows rejected;
    private final ImportWork work;
    private final UndoWork undo;
    private final Path folder;

    Office() {
        try {
            folder = Files.createTempDirectory("office");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        JsonMapper json = JsonMapper.builder().build();
        var jdbc = books.database.jdbc();
        var transactions = books.database.transactions();
        Customers customers = RealCustomers.on(books.database, books.facts, books.workspace, clock);
        UploadTable uploads = new UploadTable(jdbc, json);
        ImportTable table = new ImportTable(jdbc, json);
        Staging staging = new Staging(books.database.source(), jdbc);
        Plans plans = new Plans(books.workspace, uploads);
        Pipelines pipelines = new Pipelines(customers, books.catalog(), books.orders, events, json);
        rejected =
                new RejectedRows(
                        table,
                        uploads,
                        plans,
                        pipelines,
                        new LaterRows(customers, books.orders),
                        inbox,
                        transactions,
                        json);
        work = new ImportWork(table, plans, pipelines, staging, rejected, transactions, json);
        undo =
                new UndoWork(
                        table,
                        staging,
                        customers,
                        books.orders,
                        books.catalog(),
                        books.facts,
                        transactions,
                        json,
                        clock);
        TemplateTable templates = new TemplateTable(jdbc, json);
        UploadedFiles files =
                new UploadedFiles(
                        new Disk(folder),
                        uploads,
                        templates,
                        UuidCreator::getTimeOrderedEpochPlus1,
                        clock);
        Jobs jobs = new NoJobs();
        imports =
                new FileImports(
                        files,
                        uploads,
                        table,
                        templates,
                        plans,
                        new Leftovers(staging, table, jobs),
                        jobs,
                        transactions,
                        json,
                        UuidCreator::getTimeOrderedEpochPlus1,
                        clock);
    }

    Imports.Upload upload(String name, byte[] bytes) throws IOException {
        return imports.upload(name, new ByteArrayInputStream(bytes), "test");
    }

    Imports.Upload upload(String text) throws IOException {
        return upload("test.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, String> guessed(Imports.Upload upload) {
        Map<String, String> mapping = new HashMap<>();
        for (Imports.Column column : upload.columns()) {
            String guess = column.guess();
            if (guess != null) {
                mapping.put(guess, column.name());
            }
        }
        return mapping;
    }

    UUID submit(Imports.Upload upload, Map<String, String> mapping, Options options, boolean dry) {
        Imports.Request request =
                new Imports.Request(upload.id(), upload.kindGuess(), mapping, options, dry, null);
        return switch (imports.submit(request, "test")) {
            case Submitted.Queued(var accepted) -> accepted.id();
            case Submitted.Refused refused -> throw new AssertionError(refused);
        };
    }

    Imports.Report importGuessed(Imports.Upload upload) throws Stopped {
        return run(submit(upload, guessed(upload), POUNDS, false));
    }

    Imports.Report run(UUID id) throws Stopped {
        HandRun run = new HandRun(input(id), null, Integer.MAX_VALUE);
        work.run(run);
        if (run.problem() != null) {
            throw new AssertionError(run.problem());
        }
        return report(id);
    }

    /** Runs so many steps at a time, each time anew from the last checkpoint. */
    Imports.Report runInPieces(UUID id, int steps) {
        String checkpoint = null;
        while (true) {
            HandRun run = new HandRun(input(id), checkpoint, steps);
            try {
                work.run(run);
                return report(id);
            } catch (Stopped cutOff) {
                checkpoint = run.checkpoint();
            }
        }
    }

    @Nullable String undo(UUID id) {
        HandRun run = new HandRun(input(id), null, Integer.MAX_VALUE);
        undo.run(run);
        return run.problem();
    }

    Imports.Report report(UUID id) {
        return imports.find(id).orElseThrow().report();
    }

    String errors(UUID id, Locale language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        imports.errors(id, language, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    long rows(String table) {
        return books.database
                .jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static String input(UUID id) {
        return "{\"id\":\"" + id + "\"}";
    }

    @Override
    public void close() {
        books.close();
        try (var files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(Office::delete);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class NoJobs implements Jobs {
        @Override
        public UUID submit(String kind, String title, String input) {
            return UUID.randomUUID();
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

    /** Takes events and remembers what it was given; a message that came before is a duplicate. */
    static final class Events implements Intake {
        final List<JsonNode> calls = new ArrayList<>();
        private final Set<String> messages = new HashSet<>();

        @Override
        public Receipt take(String source, byte[] body, Options options) {
            int duplicates = 0;
            int accepted = 0;
            for (JsonNode call : JsonMapper.shared().readTree(body).path("batch")) {
                if (messages.add(source + call.path("messageId").asString(""))) {
                    calls.add(call);
                    accepted++;
                } else {
                    duplicates++;
                }
            }
            return new Receipt(accepted, duplicates, 0, List.of());
        }

        @Override
        public Answer accept(Request request) {
            return new Answer.UnknownKey();
        }

        @Override
        public List<LiveEvent> live(int limit) {
            return List.of();
        }
    }
}
