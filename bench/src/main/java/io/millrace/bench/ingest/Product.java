package io.millrace.bench.ingest;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real product in a process of its own, over a data folder that is gone afterwards. */
final class Product implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(120);

    private final Path data;
    private final Process process;
    private final int port;
    private final JsonNode credentials;
    private final HttpClient http = HttpClient.newHttpClient();

    private Product(Path data, Process process, int port, JsonNode credentials) {
        this.data = data;
        this.process = process;
        this.port = port;
        this.credentials = credentials;
    }

    /**
     * @param options further options of the Java machine, such as a recording's
     */
    static Product start(List<String> options) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("millrace-bench-");
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-Xmx2g");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(
                List.of(
                        "io.millrace.Millrace",
                        "--millrace.data=" + data,
                        "--server.port=" + port,
                        "--server.address=127.0.0.1"));
        Path log = data.resolve("product.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().remove("MILLRACE_DATABASE_URL");
        Process process = builder.start();
        Path credentials = data.resolve("credentials.json");
        long deadline = System.nanoTime() + START.toNanos();
        while (!Files.exists(credentials)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IOException("the product did not start:\n" + Files.readString(log));
            }
            Thread.sleep(100);
        }
        return new Product(data, process, port, JsonMapper.shared().readTree(credentials));
    }

    int port() {
        return port;
    }

    String writeKey() {
        return credentials.path("writeKey").asString();
    }

    Path log() {
        return data.resolve("product.log");
    }

    /** A connection of one's own to the product's PostgreSQL. */
    Connection connect() throws IOException, SQLException {
        Path keys = data.resolve("keys");
        String password = Files.readString(keys.resolve("postgres.password")).strip();
        String database = Files.readString(keys.resolve("postgres.port")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + database + "/millrace", "millrace", password);
    }

    /** Waits until the columnar store holds everything, so that no side pays for the other's. */
    void settle() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/freshness"))
                        .header("Authorization", "Bearer " + credentials.path("apiKey").asString())
                        .build();
        for (int i = 0; i < 600; i++) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            boolean known = answer.statusCode() == 200;
            JsonNode freshness = known ? JsonMapper.shared().readTree(answer.body()) : null;
            if (freshness == null || freshness.path("lagMillis").asLong() == 0) {
                Thread.sleep(500);
                return;
            }
            Thread.sleep(100);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
