package io.millrace.acceptance;

import static org.junit.jupiter.api.Assumptions.abort;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The UCI Online Retail file, read naively here so that the product is held against something it
 * did not make.
 */
final class RetailData {
    static final String MAPPING =
            """
            {"order":"InvoiceNo","customer":"CustomerID","at":"InvoiceDate","sku":"StockCode",\
            "name":"Description","quantity":"Quantity","price":"UnitPrice",\
            "attribute.country":"Country"}\
            """;

    private static final long SETTLED_MILLIS = 8_000;

    private RetailData() {}

    record Row(
            String invoice,
            String sku,
            long quantity,
            String at,
            BigDecimal price,
            String customer) {
        BigDecimal amount() {
            return price.multiply(BigDecimal.valueOf(quantity));
        }
    }

    static Path file() {
        @Nullable String folder = System.getenv("MILLRACE_SHARED_DATA");
        Path path =
                (folder == null ? Product.ROOT.resolve("../shared/data") : Path.of(folder))
                        .resolve("online_retail.csv.gz");
        return Files.exists(path)
                ? path
                : abort("skipped: the shared data folder is not here (" + path + ")");
    }

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader reader = open();
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            for (NamedCsvRecord record : csv) {
                rows.add(
                        new Row(
                                record.getField("InvoiceNo"),
                                record.getField("StockCode"),
                                Long.parseLong(record.getField("Quantity")),
                                record.getField("InvoiceDate"),
                                new BigDecimal(record.getField("UnitPrice")),
                                record.getField("CustomerID")));
            }
        }
        return rows;
    }

    /** The file's lines up to and including an instant, as a new gzip file. */
    static Path cutAt(String instant) throws IOException {
        Path cut = Files.createTempFile("retail-cut", ".csv.gz");
        try (BufferedReader reader = open();
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader);
                var out = new GZIPOutputStream(Files.newOutputStream(cut))) {
            boolean first = true;
            for (NamedCsvRecord record : csv) {
                if (first) {
                    out.write(line(record.getHeader()));
                    first = false;
                }
                if (record.getField("InvoiceDate").compareTo(instant) <= 0) {
                    out.write(line(record.getFields()));
                }
            }
        }
        return cut;
    }

    private static byte[] line(List<String> fields) {
        List<String> quoted =
                fields.stream().map(f -> '"' + f.replace("\"", "\"\"") + '"').toList();
        return (String.join(",", quoted) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static BufferedReader open() throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file())), StandardCharsets.UTF_8));
    }

    /** Uploads a file, imports it, waits; answers the import with its report. */
    static JsonNode importOrders(Product product, Path file)
            throws IOException, InterruptedException {
        JsonNode upload =
                product.uploaded(BodyPublishers.ofFile(file), file.getFileName().toString());
        JsonNode started =
                product.post(
                        "/api/v1/imports",
                        """
                        {"upload":"%s","kind":"orders","mapping":%s,"dryRun":false,
                         "options":{"currency":"GBP","zone":"Europe/London","grain":"line"}}\
                        """
                                .formatted(upload.path("id").asString(), MAPPING),
                        202);
        product.awaitJob(started.path("job").path("id").asString());
        // When a customer was last seen is written every five seconds; until then the list, which
        // is in
        // that order, can move under whoever pages through it.
        Thread.sleep(SETTLED_MILLIS);
        return product.get("/api/v1/imports/" + started.path("id").asString());
    }
}
