package io.millrace.kernel.model.lifetime;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * CDNOW as the published papers prepare it: same-day purchases merged, calibration to 1997-09-30.
 */
final class Cdnow {
    private static final LocalDate CALIBRATION_END = LocalDate.of(1997, 9, 30);

    private Cdnow() {}

    record Customer(
            int id, Summary weeks, int lastDays, int observedDays, double meanRepeat, long later) {}

    static Path shared(String name) {
        String folder = System.getenv("MILLRACE_SHARED_DATA");
        Path path = (folder == null ? Path.of("../../shared/data") : Path.of(folder)).resolve(name);
        return Files.exists(path)
                ? path
                : abort("skipped: " + name + " of the shared data folder is not here");
    }

    static List<Customer> sample() throws IOException {
        return read("CDNOW_sample.txt.gz", 1, 2, 4, false);
    }

    static List<Customer> master() throws IOException {
        return read("CDNOW_master.txt.gz", 0, 1, 3, true);
    }

    static Purchases purchases(List<Customer> customers) {
        Purchases.Builder builder = Purchases.in(TimeUnit.WEEK);
        customers.forEach(
                c -> builder.addDays(c.weeks().repeats(), c.lastDays(), c.observedDays()));
        return builder.build();
    }

    private static List<Customer> read(String name, int id, int date, int amount, boolean header)
            throws IOException {
        Map<Integer, TreeMap<LocalDate, Double>> days = new TreeMap<>();
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(shared(name))),
                                StandardCharsets.UTF_8))) {
            if (header) {
                reader.readLine();
            }
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = line.trim().split("\\s+");
                days.computeIfAbsent(Integer.valueOf(fields[id]), key -> new TreeMap<>())
                        .merge(
                                LocalDate.parse(fields[date], DateTimeFormatter.BASIC_ISO_DATE),
                                Double.parseDouble(fields[amount]),
                                Double::sum);
            }
        }
        List<Customer> customers = new ArrayList<>();
        days.forEach((key, purchases) -> customers.add(customer(key, purchases)));
        return customers;
    }

    private static Customer customer(int id, TreeMap<LocalDate, Double> purchases) {
        LocalDate first = purchases.firstKey();
        var calibration = purchases.headMap(CALIBRATION_END, true);
        int last = (int) ChronoUnit.DAYS.between(first, calibration.lastKey());
        int observed = (int) ChronoUnit.DAYS.between(first, CALIBRATION_END);
        int repeats = calibration.size() - 1;
        double repeatSum =
                calibration.tailMap(first, false).values().stream().mapToDouble(v -> v).sum();
        return new Customer(
                id,
                new Summary(repeats, last / 7.0, observed / 7.0, TimeUnit.WEEK),
                last,
                observed,
                repeats == 0 ? 0 : repeatSum / repeats,
                purchases.size() - calibration.size());
    }
}
