package io.millrace.audiences.lists;

import io.millrace.audiences.live.ListMembers;
import io.millrace.audiences.live.LiveAudiences;
import io.millrace.audiences.live.LiveAudiences.Detail;
import io.millrace.audiences.live.NameKind;
import io.millrace.audiences.live.NamedCustomers;
import io.millrace.audiences.live.NamedCustomers.Named;
import io.millrace.intake.UploadedRows;
import io.millrace.intake.UploadedRows.Opening;
import io.millrace.jobs.Jobs;
import io.millrace.shared.Cursor;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Ids;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Fills and their lines in their tables. */
@Component
final class StoredListFiles implements ListFiles {
    private static final Duration TRIES_ARE_KEPT = Duration.ofDays(1);

    private final FillTable fills;
    private final LineTable lines;
    private final Looks looks;
    private final UploadedRows uploads;
    private final LiveAudiences audiences;
    private final NamedCustomers customers;
    private final ListMembers members;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    StoredListFiles(
            FillTable fills,
            LineTable lines,
            Looks looks,
            UploadedRows uploads,
            LiveAudiences audiences,
            NamedCustomers customers,
            ListMembers members,
            Jobs jobs,
            TransactionTemplate transactions,
            JsonMapper json,
            Ids ids,
            Clock clock) {
        this.fills = fills;
        this.lines = lines;
        this.looks = looks;
        this.uploads = uploads;
        this.audiences = audiences;
        this.customers = customers;
        this.members = members;
        this.jobs = jobs;
        this.transactions = transactions;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<Look> look(UUID upload) throws IOException {
        return looks.look(upload);
    }

    @Override
    public Started start(Request request, String by) throws IOException {
        UUID audience = request.audience();
        Optional<Detail> list = audience == null ? Optional.empty() : audiences.find(audience);
        if (audience != null && !list.map(StoredListFiles::isList).orElse(false)) {
            return new Started.NoSuchList();
        }
        if (!(uploads.open(request.upload(), false) instanceof Opening.Opened(var rows))) {
            return new Started.NoSuchFile();
        }
        try (rows) {
            int place = rows.columns().indexOf(request.column());
            Optional<NameKind> kind = NameKind.of(request.kind());
            List<FieldProblem> wrong = wrong(request, place, kind);
            if (!wrong.isEmpty()) {
                return new Started.Invalid(wrong);
            }
            String name = list.map(one -> one.audience().name() + ": ").orElse("");
            return new Started.Queued(
                    queue(request, rows.filename(), place, kind.orElseThrow(), name, by));
        }
    }

    private static boolean isList(Detail detail) {
        return detail.audience().kind().equals("static");
    }

    private static List<FieldProblem> wrong(Request request, int place, Optional<NameKind> kind) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (place < 0) {
            wrong.add(FieldProblem.of("/column", "audiences.no-such-column", request.column()));
        }
        if (kind.isEmpty()) {
            wrong.add(FieldProblem.of("/kind", "audiences.no-such-kind", request.kind()));
        }
        if (!Set.of("add", "remove").contains(request.verb())) {
            wrong.add(FieldProblem.of("/verb", "audiences.list-verb"));
        }
        if (request.audience() == null && !request.dryRun()) {
            wrong.add(FieldProblem.of("/audience", "audiences.list-missing"));
        }
        return wrong;
    }

    private Fill queue(
            Request request, String filename, int place, NameKind kind, String list, String by) {
        UUID id = ids.next();
        FillTable.Row made =
                transactions.execute(_ -> {
                    fills.sweep(clock.instant().minus(TRIES_ARE_KEPT));
                    UUID job =
                            jobs.submit(
                                    FillWork.KIND,
                                    list + filename,
                                    json.writeValueAsString(new FillWork.Input(id)));
                    FillTable.Row row =
                            new FillTable.Row(
                                    id,
                                    request.audience(),
                                    request.verb().equals("remove"),
                                    request.upload(),
                                    filename,
                                    place,
                                    request.column(),
                                    kind,
                                    request.headerToo(),
                                    request.dryRun(),
                                    job,
                                    Report.NONE,
                                    by,
                                    clock.instant());
                    fills.insert(row);
                    return row;
                });
        return view(made);
    }

    private static Fill view(FillTable.Row row) {
        return new Fill(
                row.id(),
                row.audience(),
                row.removing() ? "remove" : "add",
                row.upload(),
                row.filename(),
                row.column(),
                row.kind().key(),
                row.dryRun(),
                row.job(),
                row.report(),
                row.by(),
                row.at());
    }

    @Override
    public Optional<Fill> find(UUID fill) {
        return fills.find(fill).map(StoredListFiles::view);
    }

    @Override
    public List<Fill> of(UUID audience) {
        return fills.of(audience).stream().map(StoredListFiles::view).toList();
    }

    @Override
    public List<Line> examples(UUID fill) {
        return views(lines.examples(fill, FillWork.EXAMPLES));
    }

    @Override
    public Page<Line> waiting(UUID audience, @Nullable String cursor, int limit, boolean total) {
        UUID fill = LineTable.FIRST;
        long line = 0;
        if (cursor != null) {
            List<String> parts = Cursor.decode(cursor, 2).parts();
            try {
                fill = UUID.fromString(parts.get(0));
                line = Long.parseLong(parts.get(1));
            } catch (IllegalArgumentException none) {
                throw Cursor.invalid();
            }
        }
        List<LineTable.Row> rows = lines.waiting(audience, fill, line, limit + 1);
        boolean more = rows.size() > limit;
        List<LineTable.Row> page = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                views(page),
                more
                        ? Cursor.of(page.getLast().fill(), Long.toString(page.getLast().line()))
                                .encode()
                        : null,
                total ? (Long) lines.count(audience) : null);
    }

    private List<Line> views(List<LineTable.Row> rows) {
        Map<UUID, String> files = new HashMap<>();
        return rows.stream()
                .map(row ->
                        new Line(
                                row.fill(),
                                files.computeIfAbsent(row.fill(), this::filename),
                                row.line(),
                                Masked.of(row),
                                row.kind().key(),
                                row.reason()))
                .toList();
    }

    private String filename(UUID fill) {
        return fills.find(fill).map(FillTable.Row::filename).orElse("");
    }

    @Override
    public Optional<String> text(UUID audience, UUID fill, long line) {
        return lines.find(audience, fill, line).map(LineTable.Row::text);
    }

    @Override
    public Mended mend(UUID audience, UUID fill, long line, String text) {
        Optional<LineTable.Row> waiting = lines.find(audience, fill, line);
        if (waiting.isEmpty()) {
            return new Mended.NoSuchLine();
        }
        LineTable.Row old = waiting.get();
        String plain = text.strip();
        return switch (customers.find(List.of(plain), NameKind.ANY).getFirst()) {
            case Named.Known(ProfileId customer) -> {
                TreeSet<ProfileId> one = new TreeSet<>(Set.of(customer));
                boolean off = fills.find(fill).map(FillTable.Row::removing).orElse(false);
                boolean there = off ? members.remove(audience, one) : members.add(audience, one);
                lines.close(List.of(old), "found");
                yield there ? new Mended.Found() : new Mended.NoSuchLine();
            }
            case Named.Unknown(String reason, var indexes) -> {
                lines.change(
                        new LineTable.Row(
                                fill, line, audience, old.kind(), reason, plain, indexes));
                yield new Mended.StillUnknown(reason);
            }
        };
    }

    @Override
    public boolean dismiss(UUID audience, UUID fill, long line) {
        return lines.find(audience, fill, line)
                .map(row -> lines.close(List.of(row), "dismissed") > 0)
                .orElse(false);
    }

    @Override
    public int dismissAll(UUID audience) {
        return lines.dismissAll(audience);
    }

    @Override
    public UUID tryAgain(UUID audience) {
        String name = audiences.find(audience).map(one -> one.audience().name()).orElse("");
        return jobs.submit(
                AgainWork.KIND, name, json.writeValueAsString(new AgainWork.Input(audience)));
    }
}
