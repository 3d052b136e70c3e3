package io.millrace.intake.files;

import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.intake.Inbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the rows that an import rejected into the inbox, where they can be put right and tried again
 * one by one. The payload is the row under the file's own headers.
 */
@Component
final class RejectedRows implements Inbox.Replays {
    /** Whoever has more to mend than this mends the file of errors, which holds all. */
    static final int MOST = 1_000;

    private static final int LONGEST_CELL = 2_000;

    private final ImportTable imports;
    private final UploadTable uploads;
    private final Plans plans;
    private final Pipelines pipelines;
    private final LaterRows later;
    private final Inbox inbox;
    private final TransactionTemplate transactions;
    private final JsonMapper json;

    RejectedRows(
            ImportTable imports,
            UploadTable uploads,
            Plans plans,
            Pipelines pipelines,
            LaterRows later,
            Inbox inbox,
            TransactionTemplate transactions,
            JsonMapper json) {
        this.imports = imports;
        this.uploads = uploads;
        this.plans = plans;
        this.pipelines = pipelines;
        this.later = later;
        this.inbox = inbox;
        this.transactions = transactions;
        this.json = json;
    }

    /** Repeating it after a crash keeps no row twice. */
    void keep(ImportPlan plan) throws IOException {
        List<RowError> errors = new ArrayList<>();
        imports.errors(
                plan.id(),
                error -> {
                    // What is wrong with an event, the taking of events has kept itself.
                    boolean here =
                            plan.kind() != Kind.EVENTS || error.code().startsWith("imports.");
                    if (here && errors.size() < MOST) {
                        errors.add(error);
                    }
                });
        UploadTable.Stored upload = upload(plan.id());
        if (errors.isEmpty() || upload == null) {
            return;
        }
        List<Inbox.Kept> kept = new ArrayList<>();
        try (Rows rows = Sniffer.open(plan.file(), plan.dialect(), Limits.DEFAULT)) {
            int next = 0;
            for (Rows.Row row = rows.next();
                    row != null && next < errors.size();
                    row = rows.next()) {
                if (row.number() == errors.get(next).row()) {
                    kept.add(kept(plan, upload, row, errors.get(next++)));
                }
            }
        }
        transactions.executeWithoutResult(_ -> inbox.keep(kept));
    }

    private UploadTable.@Nullable Stored upload(UUID id) {
        return imports.find(id).flatMap(one -> uploads.find(one.upload())).orElse(null);
    }

    private Inbox.Kept kept(
            ImportPlan plan, UploadTable.Stored upload, Rows.Row row, RowError error) {
        List<String> headers = upload.headers();
        ObjectNode payload = json.createObjectNode();
        payload.put("import", plan.id().toString());
        payload.put("row", row.number());
        ObjectNode cells = payload.putObject("cells");
        for (int i = 0; i < headers.size(); i++) {
            String cell = row.cell(i);
            boolean cut = row.tooLong() && cell.length() > LONGEST_CELL;
            cells.put(headers.get(i), cut ? cell.substring(0, LONGEST_CELL) : cell);
        }
        String column = headerOf(plan, headers, error.field());
        return new Inbox.Kept(
                plan.source(),
                error.code(),
                column.isEmpty() ? "/cells" : "/cells/" + escaped(column),
                error.arguments(),
                null,
                key(plan.id(), row.number()),
                upload.filename() + " · " + row.number(),
                payload.toString(),
                identities(plan, row),
                plan.startedAt());
    }

    private static String headerOf(ImportPlan plan, List<String> headers, String field) {
        Integer column = plan.columns().get(field);
        return column == null || column < 0 || column >= headers.size() ? "" : headers.get(column);
    }

    /** As RFC 6901 has it. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static UUID key(UUID id, long row) {
        return UUID.nameUUIDFromBytes(("row|" + id + "|" + row).getBytes(StandardCharsets.UTF_8));
    }

    /** By these an erasure finds the entry. */
    private static List<Identity> identities(ImportPlan plan, Rows.Row row) {
        List<Identity> identities = new ArrayList<>();
        PersonSearch.NAMING.forEach((field, type) -> {
            String cell = plan.cell(row, field);
            boolean phone = type == IdentityType.PHONE;
            String name = phone ? plan.phones().of(cell) : Texts.identifier(cell);
            if (!name.isEmpty()) {
                identities.add(new Identity(type, name));
            }
        });
        return identities;
    }

    @Override
    public String channel() {
        return "import";
    }

    @Override
    public @Nullable Refusal replay(String source, Instant receivedAt, String payload) {
        JsonNode read = object(payload);
        ImportTable.Stored imported = read == null ? null : imported(read);
        if (read == null || imported == null || !read.path("cells").isObject()) {
            return new Refusal("imports.not-a-row", List.of());
        }
        if (imported.undoneAt() != null) {
            return new Refusal("imports.was-undone", List.of());
        }
        ImportPlan plan = plans.plan(imported);
        Pipeline pipeline = pipelines.of(plan);
        UploadTable.Stored upload = upload(imported.id());
        List<String> headers = upload == null ? List.of() : upload.headers();
        return switch (pipeline.read(row(read, headers))) {
            case Pipeline.Reading.Rejected(var error) -> refusal(error);
            case Pipeline.Reading.Taken(var staged) -> applied(plan, pipeline, staged);
        };
    }

    private static Refusal refusal(RowError error) {
        return new Refusal(error.code(), error.arguments());
    }

    private @Nullable Refusal applied(ImportPlan plan, Pipeline pipeline, StagedRow staged) {
        Applied applied = new Applied(new Tally());
        if (plan.kind() == Kind.ORDERS && !plan.wholeOrders()) {
            later.add(plan, staged, applied);
        } else {
            pipeline.apply(List.of(staged), applied);
        }
        imports.saw(plan.id(), applied.customers);
        return applied.errors.isEmpty() ? null : refusal(applied.errors.getFirst());
    }

    private @Nullable JsonNode object(String payload) {
        try {
            return json.readTree(payload);
        } catch (JacksonException broken) {
            return null;
        }
    }

    private ImportTable.@Nullable Stored imported(JsonNode read) {
        try {
            return imports.find(UUID.fromString(read.path("import").asString(""))).orElse(null);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private static Rows.Row row(JsonNode read, List<String> headers) {
        JsonNode cells = read.path("cells");
        String[] row = new String[headers.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = cells.path(headers.get(i)).asString("");
        }
        return new Rows.Row(read.path("row").asLong(0), row, false);
    }
}
