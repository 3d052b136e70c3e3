package io.millrace.intake.files;

import io.millrace.shared.FieldProblem;
import io.millrace.workspace.Workspace;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what was asked for against the file, and resolves it into a plan. */
@Component
final class Plans {
    private final Workspace workspace;
    private final UploadTable uploads;

    Plans(Workspace workspace, UploadTable uploads) {
        this.workspace = workspace;
        this.uploads = uploads;
    }

    /** What is wrong with a request, field by field; empty if nothing is. */
    List<FieldProblem> check(Imports.Request request, UploadTable.Stored upload) {
        List<FieldProblem> problems = new ArrayList<>();
        List<String> headers = upload.headers();
        request.mapping()
                .forEach((field, column) -> {
                    String pointer = "/mapping/" + field;
                    if (!headers.contains(column)) {
                        problems.add(FieldProblem.of(pointer, "imports.unknown-column", column));
                    }
                    if (!known(request.kind(), field)) {
                        problems.add(FieldProblem.of(pointer, "imports.unknown-field", field));
                    }
                });
        for (String field : request.kind().required()) {
            if (!request.mapping().containsKey(field)) {
                problems.add(
                        FieldProblem.of("/mapping/" + field, "imports.field-not-mapped", field));
            }
        }
        oneOf(problems, request);
        options(problems, request);
        return problems;
    }

    private static boolean known(Kind kind, String field) {
        boolean own = field.startsWith(Kind.ATTRIBUTE) && field.length() > Kind.ATTRIBUTE.length();
        return kind.fields().contains(field)
                || (own && kind != Kind.PRODUCTS)
                || (kind == Kind.CUSTOMERS && !field.isBlank());
    }

    private static void oneOf(List<FieldProblem> problems, Imports.Request request) {
        List<String> needed =
                switch (request.kind()) {
                    case ORDERS -> List.of("amount", "price");
                    case CUSTOMERS -> List.of("customer", "email", "phone");
                    case EVENTS -> List.of("customer", "email", "phone", "anonymous");
                    case PRODUCTS -> List.of("sku");
                };
        if (needed.stream().noneMatch(request.mapping()::containsKey)) {
            problems.add(
                    FieldProblem.of(
                            "/mapping/" + needed.getFirst(),
                            "imports.field-not-mapped",
                            String.join(" / ", needed)));
        }
    }

    private void options(List<FieldProblem> problems, Imports.Request request) {
        Imports.Options options = request.options();
        String currency = currency(options);
        if (currency != null && !OrderRows.exists(currency)) {
            problems.add(
                    FieldProblem.of("/options/currency", "imports.unknown-currency", currency));
        }
        boolean money = request.kind() == Kind.ORDERS;
        if (money && currency == null && !request.mapping().containsKey("currency")) {
            problems.add(FieldProblem.of("/options/currency", "imports.currency-needed"));
        }
        String zone = options.zone();
        if (zone != null && !zoneExists(zone)) {
            problems.add(FieldProblem.of("/options/zone", "imports.unknown-zone", zone));
        }
        String region = options.phoneRegion();
        if (region != null && !PhoneText.exists(region)) {
            problems.add(FieldProblem.of("/options/phoneRegion", "imports.unknown-region", region));
        }
        String format = options.dateFormat();
        if (format != null && DateOrder.parse(format).isEmpty()) {
            problems.add(
                    FieldProblem.of("/options/dateFormat", "imports.unknown-date-format", format));
        }
        String grain = options.grain();
        if (grain != null && !List.of("line", "order").contains(grain)) {
            problems.add(FieldProblem.of("/options/grain", "imports.unknown-grain", grain));
        }
    }

    private static boolean zoneExists(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private @Nullable String currency(Imports.Options options) {
        String given = options.currency();
        return given == null || given.isBlank()
                ? workspace.settings().currency()
                : given.strip().toUpperCase(Locale.ROOT);
    }

    /**
     * @throws IllegalStateException if the upload is unknown: requests were checked
     */
    ImportPlan plan(ImportTable.Stored imported) {
        UploadTable.Stored upload =
                uploads.find(imported.upload())
                        .orElseThrow(() -> new IllegalStateException("an import of no upload"));
        List<String> headers = upload.headers();
        Map<String, Integer> columns = new HashMap<>();
        imported.mapping().forEach((field, column) -> columns.put(field, headers.indexOf(column)));
        Imports.Options options = imported.options();
        String zone = options.zone();
        return new ImportPlan(
                imported.id(),
                imported.kind(),
                upload.path(),
                upload.dialect(),
                columns,
                attributes(imported.kind(), columns),
                currency(options),
                zone == null ? workspace.settings().zone() : ZoneId.of(zone),
                new PhoneText(options.phoneRegion()),
                order(options, upload, columns),
                wholeOrders(options, columns),
                imported.source(),
                !Boolean.FALSE.equals(options.historical()),
                imported.dryRun(),
                imported.createdAt(),
                upload.rows());
    }

    /** Without a word on it, rows that name no product, number or price are orders as a whole. */
    private static boolean wholeOrders(Imports.Options options, Map<String, Integer> columns) {
        String grain = options.grain();
        if (grain != null) {
            return grain.equals("order");
        }
        return List.of("sku", "name", "quantity", "price").stream().noneMatch(columns::containsKey);
    }

    private static List<ImportPlan.Attribute> attributes(Kind kind, Map<String, Integer> columns) {
        if (kind == Kind.CUSTOMERS) {
            return CustomerPipeline.attributes(columns);
        }
        List<ImportPlan.Attribute> attributes = new ArrayList<>();
        columns.forEach((field, column) -> {
            if (field.startsWith(Kind.ATTRIBUTE)) {
                attributes.add(CustomerPipeline.attribute(field, column));
            }
        });
        attributes.sort((a, b) -> Integer.compare(a.column(), b.column()));
        return attributes;
    }

    private static DateOrder order(
            Imports.Options options, UploadTable.Stored upload, Map<String, Integer> columns) {
        String given = options.dateFormat();
        if (given != null) {
            return DateOrder.parse(given).orElse(DateOrder.YEAR_FIRST);
        }
        for (String field : List.of("at", "birthday")) {
            Integer column = columns.get(field);
            Imports.Dates dates = column == null ? null : upload.columns().get(column).dates();
            if (dates != null) {
                return DateOrder.parse(dates.format()).orElse(DateOrder.YEAR_FIRST);
            }
        }
        return DateOrder.YEAR_FIRST;
    }
}
