package io.millrace.audiences.lists;

import io.millrace.audiences.AudiencesProblem;
import io.millrace.audiences.live.ListMembers;
import io.millrace.audiences.live.NamedCustomers;
import io.millrace.intake.UploadedRows;
import io.millrace.intake.UploadedRows.Opening;
import io.millrace.jobs.Jobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a file portion by portion. A portion is counted before it is carried out, and to carry it
 * out again changes nothing: a run that was cut off goes on where it stopped, and its counts stay
 * exact.
 */
@Component
final class FillWork implements Jobs.Work {
    static final String KIND = "audience.fill";
    static final int EXAMPLES = 20;
    private static final int AT_ONCE = 10_000;

    private final FillTable fills;
    private final LineTable lines;
    private final UploadedRows uploads;
    private final NamedCustomers customers;
    private final ListMembers members;
    private final TransactionTemplate transactions;
    private final JsonMapper json;

    FillWork(
            FillTable fills,
            LineTable lines,
            UploadedRows uploads,
            NamedCustomers customers,
            ListMembers members,
            TransactionTemplate transactions,
            JsonMapper json) {
        this.fills = fills;
        this.lines = lines;
        this.uploads = uploads;
        this.customers = customers;
        this.members = members;
        this.transactions = transactions;
        this.json = json;
    }

    record Input(UUID fill) {}

    /**
     * @param from how many rows are carried out
     * @param to how many of them are counted: the portion between may have been carried out
     */
    record Checkpoint(long from, long to, ListFiles.Report report) {
        static final Checkpoint START = new Checkpoint(0, 0, ListFiles.Report.NONE);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Jobs.Run run) throws Jobs.Stopped {
        UUID id = json.readValue(run.input(), Input.class).fill();
        FillTable.Row fill = fills.find(id).orElse(null);
        if (fill == null) {
            run.fail(AudiencesProblem.NO_SUCH_AUDIENCE.code());
            return;
        }
        try {
            if (!(uploads.open(fill.upload(), fill.headerToo())
                    instanceof Opening.Opened(var rows))) {
                run.fail(AudiencesProblem.NO_SUCH_FILE.code());
                return;
            }
            try (rows) {
                read(run, fill, rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Jobs.Run run, FillTable.Row fill, UploadedRows.Rows rows)
            throws IOException, Jobs.Stopped {
        String saved = run.checkpoint();
        Checkpoint place =
                saved == null ? Checkpoint.START : json.readValue(saved, Checkpoint.class);
        ListMembers.Seen seen = members.seen();
        long read = 0;
        for (var some = some(rows); !some.isEmpty(); some = some(rows)) {
            Portion portion = Portion.of(fill, some, customers, seen);
            long end = read + some.size();
            if (end > place.to()) {
                place =
                        new Checkpoint(
                                read, end, portion.after(place.report(), changing(fill, portion)));
                count(run, fill, portion, place, Math.max(rows.about(), end));
            }
            if (end > place.from() && !carriedOut(fill, portion)) {
                run.fail(AudiencesProblem.NO_SUCH_AUDIENCE.code());
                return;
            }
            read = end;
        }
        run.step(read, read, counts(place.report()), null);
    }

    private static List<UploadedRows.Row> some(UploadedRows.Rows rows) throws IOException {
        List<UploadedRows.Row> some = new ArrayList<>();
        while (some.size() < AT_ONCE) {
            UploadedRows.Row row = rows.next();
            if (row == null) {
                break;
            }
            some.add(row);
        }
        return some;
    }

    private int changing(FillTable.Row fill, Portion portion) {
        UUID audience = fill.audience();
        int among = audience == null ? 0 : members.among(audience, portion.fresh);
        return fill.removing() ? among : portion.fresh.size() - among;
    }

    private void count(
            Jobs.Run run, FillTable.Row fill, Portion portion, Checkpoint place, long total)
            throws Jobs.Stopped {
        Jobs.@Nullable Stopped[] stopped = new Jobs.Stopped[1];
        transactions.executeWithoutResult(status -> {
            try {
                keep(fill, portion, place.report());
                fills.report(fill.id(), place.report());
                run.step(
                        place.from(),
                        total,
                        counts(place.report()),
                        json.writeValueAsString(place));
            } catch (Jobs.Stopped stop) {
                status.setRollbackOnly();
                stopped[0] = stop;
            }
        });
        if (stopped[0] != null) {
            throw stopped[0];
        }
    }

    private void keep(FillTable.Row fill, Portion portion, ListFiles.Report after) {
        if (!fill.dryRun()) {
            lines.keep(portion.unknown, false);
            return;
        }
        long before = after.unknown() - portion.unknown.size();
        long room = Math.clamp(EXAMPLES - before, 0, portion.unknown.size());
        lines.keep(portion.unknown.subList(0, (int) room), true);
    }

    private boolean carriedOut(FillTable.Row fill, Portion portion) {
        UUID audience = fill.audience();
        if (fill.dryRun() || audience == null) {
            return true;
        }
        return fill.removing()
                ? members.remove(audience, portion.fresh)
                : members.add(audience, portion.fresh);
    }

    private static Map<String, Long> counts(ListFiles.Report report) {
        return Map.of(
                "lines", report.lines(),
                "customers", report.customers(),
                "repeated", report.repeated(),
                "unknown", report.unknown(),
                "changed", report.changed(),
                "already", report.already());
    }
}
