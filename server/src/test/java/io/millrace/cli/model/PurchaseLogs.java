package io.millrace.cli.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** Made purchase logs, seeded. */
final class PurchaseLogs {
    record Row(String customer, LocalDate day, double amount) {}

    private PurchaseLogs() {}

    /** Customers who start in the first third of the days and may leave. */
    static List<Row> rows(int customers, int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LocalDate start = LocalDate.of(2023, 1, 1);
        List<Row> rows = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            double rate = -Math.log(random.nextDouble()) * .03;
            double leaving = random.nextDouble() * .5;
            double worth = 10 + 40 * random.nextDouble();
            int day = random.nextInt(Math.max(1, days / 3));
            while (day < days) {
                rows.add(
                        new Row(
                                "c%05d".formatted(customer),
                                start.plusDays(day),
                                Math.round(worth * (50 + random.nextInt(100))) / 100.0));
                if (random.nextDouble() < leaving) {
                    break;
                }
                day += 1 + (int) Math.min(days, -Math.log(1 - random.nextDouble()) / rate);
            }
        }
        return rows;
    }

    static Path csv(Path file, List<Row> rows) throws IOException {
        return written(
                file,
                "customer,day,amount",
                rows,
                row -> "%s,%s,%.2f".formatted(row.customer(), row.day(), row.amount()),
                StandardCharsets.UTF_8);
    }

    static Path written(
            Path file, String header, List<Row> rows, Function<Row, String> line, Charset charset)
            throws IOException {
        StringBuilder text = new StringBuilder(header.isEmpty() ? "" : header + "\r\n");
        rows.forEach(row -> text.append(line.apply(row)).append("\r\n"));
        boolean zipped = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = zipped ? new GZIPOutputStream(raw) : raw) {
            out.write(text.toString().getBytes(charset));
        }
        return file;
    }
}
