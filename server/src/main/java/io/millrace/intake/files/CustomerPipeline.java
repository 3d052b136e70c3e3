package io.millrace.intake.files;

import io.millrace.customers.Customers;
import io.millrace.customers.Customers.Resolution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Customers: one row a person, found by any of the names they go by. */
final class CustomerPipeline implements Pipeline {
    private static final String BIRTHDAY = "birthday";
    private static final int TEXT_CHARS = 2_000;

    private final ImportPlan plan;
    private final Customers customers;
    private final DateText dates;
    private final LocalDate today;

    CustomerPipeline(ImportPlan plan, Customers customers) {
        this.plan = plan;
        this.customers = customers;
        this.dates = new DateText(plan.dateOrder(), plan.zone());
        this.today = LocalDate.ofInstant(plan.startedAt(), plan.zone());
    }

    @Override
    public Reading read(Rows.Row row) {
        String customer = Texts.identifier(plan.cell(row, "customer"));
        String email = plan.cell(row, "email");
        String phone = plan.phones().of(plan.cell(row, "phone"));
        if (customer.isEmpty() && email.isEmpty() && phone.isEmpty()) {
            return OrderRows.rejected(row, "customer", "imports.nobody");
        }
        String[] cells = Cells.of(plan, row);
        for (int i = 0; i < cells.length; i++) {
            String name = plan.attributes().get(i).name();
            if (cells[i].length() > TEXT_CHARS) {
                return OrderRows.rejected(row, name, "imports.text-too-long");
            }
            if (name.equals(BIRTHDAY) && !cells[i].isEmpty()) {
                LocalDate day = dates.day(cells[i]);
                if (day == null) {
                    String shown = OrderRows.shown(cells[i]);
                    return OrderRows.rejected(row, name, "imports.date-unreadable", shown);
                }
                if (day.isAfter(today)) {
                    return OrderRows.rejected(row, name, "imports.future-date", day.toString());
                }
                cells[i] = day.toString();
            }
        }
        return new Reading.Taken(
                new StagedRow(
                        row.number(),
                        key(customer, email, phone),
                        Texts.orNull(customer),
                        Texts.orNull(email),
                        Texts.orNull(phone),
                        0,
                        null,
                        null,
                        null,
                        0,
                        0,
                        0,
                        null,
                        null,
                        null,
                        null,
                        cells));
    }

    private static String key(String customer, String email, String phone) {
        if (!customer.isEmpty()) {
            return "c" + customer;
        }
        return phone.isEmpty()
                ? "e" + email.toLowerCase(Locale.ROOT)
                : "p" + phone.replaceAll("[^0-9+]", "");
    }

    @Override
    public void apply(List<StagedRow> rows, Applied into) {
        Map<String, StagedRow> firsts = new LinkedHashMap<>();
        for (StagedRow row : rows) {
            StagedRow first = firsts.putIfAbsent(row.key(), row);
            if (first != null) {
                String at = Long.toString(first.row());
                into.reject(RowError.of(row.row(), field(row), "imports.duplicate-row", at));
            }
        }
        Claims claims = new Claims();
        firsts.values().forEach(row -> claims.ask(Claims.Who.of(row), plan.startedAt()));
        claims.resolve(customers, plan.source(), into);
        List<Customers.Description> descriptions = new ArrayList<>();
        for (StagedRow row : firsts.values()) {
            switch (claims.of(Claims.Who.of(row))) {
                case null -> into.reject(RowError.of(row.row(), "customer", "imports.nobody"));
                case Resolution.Resolved(var profile, _, _) -> {
                    into.tally.rows++;
                    descriptions.add(Cells.description(plan, profile, row, plan.startedAt()));
                }
                case Resolution.Invalid(var wrong, var code) ->
                        into.reject(RowError.of(row.row(), Claims.field(wrong.type()), code));
                case Resolution.Erased() ->
                        into.reject(RowError.of(row.row(), "customer", "imports.customer-erased"));
            }
        }
        descriptions.removeIf(description -> description.values().isEmpty());
        into.changed.addAll(customers.describe(descriptions));
        into.customers.forEach((profile, created) -> {
            if (created) {
                into.tally.created++;
            } else if (into.changed.contains(profile)) {
                into.tally.updated++;
            } else {
                into.tally.unchanged++;
            }
        });
    }

    private static String field(StagedRow row) {
        return row.customer() != null ? "customer" : row.phone() != null ? "phone" : "email";
    }

    /** The columns that describe a person, whether they are fields or attributes of one's own. */
    static List<ImportPlan.Attribute> attributes(Map<String, Integer> columns) {
        Map<String, Integer> described = new HashMap<>(columns);
        described.keySet().removeAll(List.of("customer", "email", "phone"));
        List<ImportPlan.Attribute> attributes = new ArrayList<>();
        described.forEach((name, column) -> attributes.add(attribute(name, column)));
        attributes.sort((a, b) -> Integer.compare(a.column(), b.column()));
        return attributes;
    }

    static ImportPlan.Attribute attribute(String name, @Nullable Integer column) {
        String bare =
                name.startsWith(Kind.ATTRIBUTE) ? name.substring(Kind.ATTRIBUTE.length()) : name;
        return new ImportPlan.Attribute(bare, column == null ? 0 : column);
    }
}
