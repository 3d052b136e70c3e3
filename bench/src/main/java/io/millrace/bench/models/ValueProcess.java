package io.millrace.bench.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * From a file of purchases to each customer's value, in a process of its own with little memory.
 */
final class ValueProcess {
    private static final String HEAP = "-Xmx360m";
    private final int customers;

    ValueProcess(int customers) {
        this.customers = customers;
    }

    void run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("millrace-models");
        try {
            for (String model : List.of("bg-nbd", "pareto-nbd")) {
                measure(folder, model);
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void measure(Path folder, String model) throws IOException, InterruptedException {
        Path log = folder.resolve("log.csv");
        long rows = SimulatedCustomers.writeLog(log, customers, 10);
        Path scores = folder.resolve("scores.csv");
        long started = System.nanoTime();
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                HEAP,
                                "-Xss512k",
                                "-XX:+UseSerialGC",
                                "-XX:+UseCompactObjectHeaders",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "io.millrace.cli.Cli",
                                "model",
                                "fit",
                                model,
                                "--transactions",
                                log.toString(),
                                "--id",
                                "customer",
                                "--date",
                                "date",
                                "--amount",
                                "amount",
                                "--calibration-end",
                                "2024-09-29",
                                "--scores",
                                scores.toString(),
                                "--json")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(folder.resolve("result.json").toFile())
                        .start();
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, kilobytes(process.pid()));
            Thread.sleep(20);
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        long lines = lines(scores);
        if (process.exitValue() != 0 || lines < 2) {
            throw new IllegalStateException("the process failed");
        }
        System.err.println(Files.readString(folder.resolve("result.json")));
        ModelsBench.seconds(
                String.format(
                        Locale.ROOT,
                        "log of %,d rows to the value of %,d customers, %s, peak %d MiB",
                        rows,
                        lines - 1,
                        model,
                        peak / 1024),
                List.of(seconds),
                10,
                peak < 600 * 1024 ? "under 600 MiB" : "600 MiB EXCEEDED");
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.count();
        }
    }

    /** The most memory the process has had so far. */
    private static long kilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
