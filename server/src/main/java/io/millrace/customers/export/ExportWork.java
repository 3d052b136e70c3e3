package io.millrace.customers.export;

import io.millrace.access.Access.Caller;
import io.millrace.access.StandardRole;
import io.millrace.customers.CustomersProblem;
import io.millrace.jobs.Jobs;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a file in the background; a run that was cut off begins it again. */
@Component
final class ExportWork implements Jobs.Work {
    private final ExportTable table;
    private final ExportFolder folder;
    private final WrittenExports exports;
    private final JsonMapper json;

    ExportWork(ExportTable table, ExportFolder folder, WrittenExports exports, JsonMapper json) {
        this.table = table;
        this.folder = folder;
        this.exports = exports;
        this.json = json;
    }

    @Override
    public String kind() {
        return WrittenExports.KIND;
    }

    @Override
    public void run(Jobs.Run run) throws Jobs.Stopped {
        WrittenExports.Input input = json.readValue(run.input(), WrittenExports.Input.class);
        Optional<ExportTable.Stored> stored = table.find(input.id());
        if (stored.isEmpty() || !stored.get().state().equals("writing")) {
            run.fail(CustomersProblem.EXPORT_WITHDRAWN.code());
            return;
        }
        try {
            write(run, stored.get());
        } catch (IOException failure) {
            table.end(input.id(), "failed", null);
            throw new UncheckedIOException(failure);
        }
    }

    private void write(Jobs.Run run, ExportTable.Stored stored) throws IOException, Jobs.Stopped {
        WrittenExports.Asked asked = json.readValue(stored.wanted(), WrittenExports.Asked.class);
        Caller caller =
                new Caller(
                        stored.byId(),
                        stored.byName(),
                        StandardRole.ofKey(stored.role()),
                        false,
                        null);
        switch (exports.filling(asked.wanted(), caller)) {
            case WrittenExports.Filled.Invalid _ -> {
                table.end(stored.id(), "failed", null);
                run.fail(CustomersProblem.EXPORT_WITHDRAWN.code());
            }
            case WrittenExports.Filled.Done(var filling) -> fill(run, stored, filling);
        }
    }

    private void fill(Jobs.Run run, ExportTable.Stored stored, Filling filling)
            throws IOException, Jobs.Stopped {
        long total = filling.customers().size();
        long rows;
        try (OutputStream out = folder.begin(stored.id())) {
            rows = filling.write(out, done -> run.step(done, total, Map.of("rows", done), null));
        } catch (Jobs.Stopped stopped) {
            folder.delete(stored.id());
            throw stopped;
        }
        folder.keep(stored.id());
        if (!table.end(stored.id(), "ready", rows)) {
            // Somebody was erased meanwhile, who may be in it.
            folder.delete(stored.id());
            run.fail(CustomersProblem.EXPORT_WITHDRAWN.code());
        }
    }
}
