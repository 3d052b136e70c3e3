package io.millrace.customers.export;

import io.millrace.access.Access.Caller;
import io.millrace.access.StandardRole;
import io.millrace.customers.CustomerFiles.Query;
import io.millrace.customers.CustomerLists;
import io.millrace.customers.CustomerLists.Chosen;
import io.millrace.customers.export.Offered.Readable;
import io.millrace.jobs.Jobs;
import io.millrace.privacy.Privacy;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Ids;
import io.millrace.shared.SortedProfiles;
import io.millrace.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Files of lists: asked for, written in the background, kept for a week. */
@Component
final class WrittenExports implements CustomerExports {
    static final String KIND = "customers.export";
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int LONGEST_NAME = 120;

    private final CustomerLists lists;
    private final Offered offered;
    private final ExportTable table;
    private final ExportFolder folder;
    private final Jobs jobs;
    private final Privacy privacy;
    private final TransactionTemplate transactions;
    private final Workspace workspace;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    WrittenExports(
            CustomerLists lists,
            Offered offered,
            ExportTable table,
            ExportFolder folder,
            Jobs jobs,
            Privacy privacy,
            TransactionTemplate transactions,
            Workspace workspace,
            JsonMapper json,
            Ids ids,
            Clock clock) {
        this.lists = lists;
        this.offered = offered;
        this.table = table;
        this.folder = folder;
        this.jobs = jobs;
        this.privacy = privacy;
        this.transactions = transactions;
        this.workspace = workspace;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a job is given. */
    record Input(UUID id) {}

    @Override
    public List<Column> columns() {
        return offered.all().values().stream().map(Readable::column).toList();
    }

    @Override
    public Begun begin(Wanted wanted, Caller caller) {
        sweep();
        return switch (filling(wanted, caller)) {
            case Filled.Invalid(var errors) -> new Begun.Invalid(errors);
            case Filled.Done(var filling) -> queued(wanted, caller, filling.customers().size());
        };
    }

    private Begun queued(Wanted wanted, Caller caller, int rows) {
        UUID id = ids.next();
        String filename = filename(wanted);
        UUID job =
                transactions.execute(_ -> {
                    UUID queued =
                            jobs.submit(KIND, filename, json.writeValueAsString(new Input(id)));
                    table.insert(
                            new ExportTable.Stored(
                                    id,
                                    queued,
                                    json.writeValueAsString(Asked.of(wanted)),
                                    filename,
                                    caller.id(),
                                    caller.name(),
                                    role(caller).key(),
                                    "writing",
                                    null,
                                    clock.instant()));
                    audit(wanted, caller, id.toString(), rows);
                    return queued;
                });
        return new Begun.Queued(id, Objects.requireNonNull(job), rows);
    }

    private static StandardRole role(Caller caller) {
        return StandardRole.valueOf(caller.role().name());
    }

    /** Neither what was sought nor a condition is told: both can name a person. */
    private void audit(Wanted wanted, Caller caller, String target, int rows) {
        Query query = wanted.query();
        List<String> selections = new ArrayList<>();
        for (String one : query.in()) {
            selections.add(one.startsWith("condition:") ? "condition" : one);
        }
        privacy.audit(
                caller.name(),
                "customers.list-exported",
                target,
                Map.of(
                        "rows", Integer.toString(rows),
                        "format", wanted.format().key(),
                        "in", String.join(" ", selections),
                        "search", query.text() == null || query.text().isBlank() ? "no" : "yes",
                        "columns", String.join(" ", wanted.columns())));
    }

    private void sweep() {
        table.remove(clock.instant().minus(KEPT)).forEach(folder::delete);
    }

    private String filename(Wanted wanted) {
        String asked = wanted.name() == null ? "" : wanted.name();
        String plain = asked.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|;]+", " ").strip();
        String name = plain.isEmpty() ? "customers" : plain;
        String day = clock.instant().atZone(workspace.settings().zone()).toLocalDate().toString();
        return name.substring(
                        0,
                        name.offsetByCodePoints(
                                0, Math.min(name.codePointCount(0, name.length()), LONGEST_NAME)))
                + " "
                + day
                + "."
                + wanted.format().key();
    }

    @Override
    public Optional<Export> find(UUID id, Caller caller) {
        return table.find(id)
                .filter(one -> one.byId().equals(caller.id()) || seesAsMuch(caller, one))
                .map(this::view);
    }

    private static boolean seesAsMuch(Caller caller, ExportTable.Stored export) {
        return caller.role().clear().containsAll(StandardRole.ofKey(export.role()).clear());
    }

    @Override
    public List<Export> list(Caller caller) {
        sweep();
        return table.of(caller.id()).stream().map(this::view).toList();
    }

    private Export view(ExportTable.Stored stored) {
        boolean ready = stored.state().equals("ready");
        Path path = ready ? folder.path(stored.id()) : null;
        return new Export(
                stored.id(),
                stored.job(),
                stored.filename(),
                Format.valueOf(
                        stored.filename()
                                .substring(stored.filename().lastIndexOf('.') + 1)
                                .toUpperCase(Locale.ROOT)),
                stored.state(),
                stored.rows(),
                stored.byName(),
                stored.createdAt(),
                path);
    }

    @Override
    public Opened open(Wanted wanted, Caller caller) {
        return switch (filling(wanted, caller)) {
            case Filled.Invalid(var errors) -> new Opened.Invalid(errors);
            case Filled.Done(var filling) -> {
                int rows = filling.customers().size();
                audit(wanted, caller, "stream", rows);
                yield new Opened.Ready(filename(wanted), rows, out -> filling.write(out, _ -> {}));
            }
        };
    }

    /** Answers of {@link #filling}. */
    sealed interface Filled {
        record Done(Filling filling) implements Filled {}

        record Invalid(List<FieldProblem> errors) implements Filled {}
    }

    /** Who is on the list now, and how each of them is to be shown. */
    Filled filling(Wanted wanted, Caller caller) {
        Map<String, Readable> all = offered.all();
        List<FieldProblem> wrong = new ArrayList<>();
        List<Readable> columns = new ArrayList<>();
        for (int i = 0; i < wanted.columns().size(); i++) {
            Readable column = all.get(wanted.columns().get(i));
            if (column == null) {
                wrong.add(
                        FieldProblem.of(
                                "/columns/" + i,
                                "customers.unknown-column",
                                wanted.columns().get(i)));
            } else {
                columns.add(column);
            }
        }
        if (wanted.columns().isEmpty()) {
            all.values().stream().filter(each -> each.column().basic()).forEach(columns::add);
        }
        return switch (lists.choose(wanted.query())) {
            case Chosen.Invalid(var errors) -> {
                wrong.addAll(errors);
                yield new Filled.Invalid(wrong);
            }
            case Chosen.Found(var customers) ->
                    wrong.isEmpty()
                            ? new Filled.Done(filling(wanted, caller, customers, columns))
                            : new Filled.Invalid(wrong);
        };
    }

    private Filling filling(
            Wanted wanted, Caller caller, SortedProfiles customers, List<Readable> columns) {
        return new Filling(
                lists,
                offered,
                customers,
                columns,
                wanted.query().asOf(),
                caller,
                wanted.format(),
                wanted.mark(),
                wanted.language());
    }

    /** What was wanted, as it is kept. */
    record Asked(
            @Nullable String text,
            List<String> in,
            @Nullable String tag,
            @Nullable Instant asOf,
            boolean visitors,
            String format,
            List<String> columns,
            boolean mark,
            String language) {
        static Asked of(Wanted wanted) {
            Query query = wanted.query();
            return new Asked(
                    query.text(),
                    query.in(),
                    query.tag(),
                    query.asOf(),
                    query.visitors(),
                    wanted.format().name(),
                    wanted.columns(),
                    wanted.mark(),
                    wanted.language().toLanguageTag());
        }

        Wanted wanted() {
            return new Wanted(
                    new Query(text, in, tag, asOf, null, visitors, null, 1, false),
                    Format.valueOf(format),
                    columns,
                    mark,
                    Locale.forLanguageTag(language),
                    null);
        }
    }
}
