package io.millrace.customers.web;

import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.customers.CustomerFiles.Query;
import io.millrace.customers.CustomersProblem;
import io.millrace.customers.export.CustomerExports;
import io.millrace.customers.export.CustomerExports.Begun;
import io.millrace.customers.export.CustomerExports.Export;
import io.millrace.customers.export.CustomerExports.Format;
import io.millrace.customers.export.CustomerExports.Opened;
import io.millrace.customers.export.CustomerExports.Wanted;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import io.millrace.workspace.AsOf;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists of customers as files: large ones in the background, or as they are read. */
@RestController
@RequestMapping("/api/v1")
class CustomerExportsController {
    private final CustomerExports exports;
    private final Asker asker;

    CustomerExportsController(CustomerExports exports, Asker asker) {
        this.exports = exports;
        this.asker = asker;
    }

    /** Which list, as its address has it, and how to write it. */
    record Body(
            @Nullable String q,
            @Nullable List<String> in,
            @Nullable String tag,
            @Nullable String kind,
            @Nullable String format,
            @Nullable List<String> columns,
            @Nullable Boolean mark,
            @Nullable String name) {
        Wanted wanted(@Nullable AsOf asOf, Locale language) {
            return new Wanted(
                    query(q, in == null ? List.of() : in, tag, instant(asOf), kind),
                    formatOf(format),
                    columns == null ? List.of() : columns,
                    !Boolean.FALSE.equals(mark),
                    language,
                    name);
        }
    }

    record ExportView(
            UUID id,
            UUID job,
            String filename,
            String format,
            String state,
            @Nullable Long rows,
            String by,
            Instant createdAt) {
        static ExportView of(Export one) {
            return new ExportView(
                    one.id(),
                    one.job(),
                    one.filename(),
                    one.format().key(),
                    one.state(),
                    one.rows(),
                    one.by(),
                    one.createdAt());
        }
    }

    record Items<T>(List<T> items) {}

    private static Query query(
            @Nullable String q,
            List<String> in,
            @Nullable String tag,
            @Nullable Instant asOf,
            @Nullable String kind) {
        return new Query(q, in, tag, asOf, null, "visitors".equals(kind), null, 1, false);
    }

    private static @Nullable Instant instant(@Nullable AsOf asOf) {
        return asOf == null ? null : asOf.instant();
    }

    private static Format formatOf(@Nullable String format) {
        try {
            return Format.valueOf((format == null ? "csv" : format).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.of(
                    SharedProblem.INVALID,
                    List.of(FieldProblem.of("/format", "customers.export-format")));
        }
    }

    @GetMapping("/customers/exports/columns")
    @Requires(Permission.CUSTOMERS_READ)
    Items<CustomerExports.Column> columns() {
        return new Items<>(exports.columns());
    }

    @PostMapping("/customers/exports")
    @Requires(Permission.LISTS_EXPORT)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun.Queued begin(@RequestBody Body body, @Nullable AsOf asOf, Locale language) {
        return switch (exports.begin(body.wanted(asOf, language), asker.caller())) {
            case Begun.Queued queued -> queued;
            case Begun.Invalid(var errors) -> throw Refusal.of(SharedProblem.INVALID, errors);
        };
    }

    @GetMapping("/customers/exports")
    @Requires(Permission.LISTS_EXPORT)
    Items<ExportView> list() {
        return new Items<>(exports.list(asker.caller()).stream().map(ExportView::of).toList());
    }

    @GetMapping("/customers/exports/{id}")
    @Requires(Permission.LISTS_EXPORT)
    ExportView one(@PathVariable UUID id) {
        return ExportView.of(find(id));
    }

    @GetMapping("/customers/exports/{id}/file")
    @Requires(Permission.LISTS_EXPORT)
    void file(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        Export export = find(id);
        Path path = export.path();
        if (path == null || !Files.exists(path)) {
            throw Refusal.of(CustomersProblem.NO_SUCH_EXPORT);
        }
        head(response, export.filename(), export.format());
        response.setContentLengthLong(Files.size(path));
        Files.copy(path, response.getOutputStream());
    }

    private Export find(UUID id) {
        return exports.find(id, asker.caller())
                .orElseThrow(() -> Refusal.of(CustomersProblem.NO_SUCH_EXPORT));
    }

    /**
     * The file itself, written while it is read; {@code asOf}, {@code q}, {@code in} as of the
     * list.
     */
    @GetMapping("/customers/export")
    @Requires(Permission.LISTS_EXPORT)
    void stream(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String[] in,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable List<String> columns,
            @Nullable AsOf asOf,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        List<String> chosen = in == null ? List.of() : Arrays.asList(in);
        write(
                query(q, chosen, tag, instant(asOf), kind),
                formatOf(format),
                columns,
                language,
                response);
    }

    /** Exactly the members. */
    @GetMapping("/audiences/{id}/export")
    @Requires(Permission.LISTS_EXPORT)
    void audience(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable List<String> columns,
            @Nullable AsOf asOf,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        Query query = query(null, List.of("audience:" + id), null, instant(asOf), null);
        write(query, formatOf(format), columns, language, response);
    }

    private void write(
            Query query,
            Format format,
            @Nullable List<String> columns,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        Wanted wanted =
                new Wanted(
                        query, format, columns == null ? List.of() : columns, true, language, null);
        switch (exports.open(wanted, asker.caller())) {
            case Opened.Invalid(var errors) -> throw Refusal.of(SharedProblem.INVALID, errors);
            case Opened.Ready(String filename, long rows, var content) -> {
                head(response, filename, format);
                response.setHeader("X-Total-Rows", Long.toString(rows));
                content.writeTo(response.getOutputStream());
            }
        }
    }

    private static void head(HttpServletResponse response, String filename, Format format) {
        response.setContentType(format.mediaType());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(filename, java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
