package io.millrace.intake.files;

import io.millrace.intake.Intake;
import io.millrace.intake.Intake.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Events: each row goes the way that an event from a client goes. */
final class EventPipeline implements Pipeline {
    private static final int AT_ONCE = 500;
    private static final int TEXT_CHARS = 2_000;

    private final ImportPlan plan;
    private final Intake intake;
    private final JsonMapper json;
    private final DateText dates;

    EventPipeline(ImportPlan plan, Intake intake, JsonMapper json) {
        this.plan = plan;
        this.intake = intake;
        this.json = json;
        this.dates = new DateText(plan.dateOrder(), plan.zone());
    }

    @Override
    public Reading read(Rows.Row row) {
        String event = plan.cell(row, "event");
        if (event.isEmpty()) {
            return OrderRows.rejected(row, "event", "imports.missing");
        }
        String when = plan.cell(row, "at");
        Instant at = dates.instant(when);
        if (at == null) {
            String code = when.isEmpty() ? "imports.missing" : "imports.date-unreadable";
            return OrderRows.rejected(row, "at", code, OrderRows.shown(when));
        }
        String customer = Texts.identifier(plan.cell(row, "customer"));
        String email = plan.cell(row, "email");
        String phone = plan.phones().of(plan.cell(row, "phone"));
        String anonymous = plan.cell(row, "anonymous");
        if (customer.isEmpty() && email.isEmpty() && phone.isEmpty() && anonymous.isEmpty()) {
            return OrderRows.rejected(row, "customer", "imports.nobody");
        }
        String[] cells = Cells.of(plan, row);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].length() > TEXT_CHARS) {
                String name = plan.attributes().get(i).name();
                return OrderRows.rejected(row, name, "imports.text-too-long");
            }
        }
        String order = plan.cell(row, "order");
        return new Reading.Taken(
                new StagedRow(
                        row.number(),
                        String.format("%012d", row.number()),
                        Texts.orNull(customer),
                        Texts.orNull(email),
                        Texts.orNull(phone),
                        ChronoUnit.MICROS.between(Instant.EPOCH, at),
                        Texts.orNull(order),
                        event,
                        Texts.orNull(anonymous),
                        0,
                        0,
                        0,
                        null,
                        null,
                        messageId(row, cells),
                        null,
                        cells));
    }

    /** Without an id of its own, the same row is the same event, in whichever file it comes. */
    private String messageId(Rows.Row row, String[] cells) {
        String given = plan.cell(row, "messageId");
        if (!given.isEmpty()) {
            return given;
        }
        StringBuilder text = new StringBuilder();
        for (String field : plan.kind().fields()) {
            text.append(plan.cell(row, field)).append('\u001f');
        }
        for (String cell : cells) {
            text.append(cell).append('\u001f');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return "row-" + UUID.nameUUIDFromBytes(bytes);
    }

    @Override
    public void apply(List<StagedRow> rows, Applied into) {
        if (plan.dryRun()) {
            into.tally.rows += rows.size();
            into.tally.created += rows.size();
            return;
        }
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            take(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)), into);
        }
    }

    private void take(List<StagedRow> rows, Applied into) {
        ObjectNode body = json.createObjectNode();
        ArrayNode batch = body.putArray("batch");
        rows.forEach(row -> call(batch.addObject(), row));
        Intake.Receipt receipt =
                intake.take(
                        plan.source(),
                        json.writeValueAsBytes(body),
                        new Intake.Options(false, null));
        Set<Integer> rejected = new HashSet<>();
        for (Rejection rejection : receipt.errors()) {
            if (rejected.add(rejection.index())) {
                StagedRow row = rows.get(rejection.index());
                into.reject(RowError.of(row.row(), "event", rejection.code()));
            }
        }
        into.tally.created += receipt.accepted();
        into.tally.unchanged += receipt.duplicates();
        into.tally.rows += rows.size() - rejected.size();
    }

    private void call(ObjectNode call, StagedRow row) {
        call.put("type", "track");
        call.put("event", row.name());
        call.put("messageId", row.channel());
        call.put("timestamp", Instant.EPOCH.plus(row.at(), ChronoUnit.MICROS).toString());
        text(call, "userId", row.customer());
        text(call, "anonymousId", row.category());
        ObjectNode context = call.putObject("context");
        context.put("historical", plan.historical());
        ObjectNode traits = context.putObject("traits");
        text(traits, "email", row.email());
        text(traits, "phone", row.phone());
        ObjectNode properties = call.putObject("properties");
        text(properties, "order_id", row.sku());
        for (int i = 0; i < row.cells().length; i++) {
            if (!row.cells()[i].isEmpty()) {
                properties.put(plan.attributes().get(i).name(), row.cells()[i]);
            }
        }
    }

    private static void text(ObjectNode to, String name, @Nullable String text) {
        if (text != null) {
            to.put(name, text);
        }
    }
}
