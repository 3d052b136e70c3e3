package io.millrace.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged product as a process of its own, with a data folder of its own, on loopback. */
final class Product implements AutoCloseable {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path data;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private Process process;
    private JsonNode credentials;

    private Product(Path data, int port) throws IOException, InterruptedException {
        this.data = data;
        this.port = port;
        this.process = launch();
        this.credentials = awaitReady();
    }

    static Product start() throws IOException, InterruptedException {
        return new Product(Files.createTempDirectory("millrace-acceptance"), freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        Path jar = ROOT.resolve("server/target/millrace-server-app.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("package the server first: " + jar + " is missing");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx1500m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MILLRACE_DATA", data.toString());
        builder.environment().put("MILLRACE_PORT", Integer.toString(port));
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(new File(data.toFile(), "acceptance.out")));
        return builder.start();
    }

    private JsonNode awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the product ended:\n" + output());
            }
            if (ready() && Files.exists(data.resolve("credentials.json"))) {
                return JSON.readTree(Files.readString(data.resolve("credentials.json")));
            }
            Thread.sleep(100);
        }
        tellWhatItDoes();
        throw new IllegalStateException("not ready in time:\n" + output());
    }

    /** Has it print its threads, so that one can see what it waits for. */
    private void tellWhatItDoes() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
                .redirectErrorStream(true)
                .start()
                .waitFor();
        Thread.sleep(1_000);
    }

    boolean ready() {
        try {
            return http.send(
                                    HttpRequest.newBuilder(uri("/health/ready"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String output() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("acceptance.out"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 2_000), lines.size()));
    }

    Path data() {
        return data;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    String credential(String name) {
        return credentials.path(name).asString();
    }

    /** Ends the process as a power cut would, with no chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    void startAgain() throws IOException, InterruptedException {
        process = launch();
        credentials = awaitReady();
    }

    /** The process id of the embedded PostgreSQL's postmaster. */
    Optional<ProcessHandle> postgres() throws IOException {
        Path pidFile = data.resolve("postgres/postmaster.pid");
        if (!Files.exists(pidFile)) {
            try (Stream<Path> found = Files.walk(data.resolve("postgres"), 3)) {
                pidFile =
                        found.filter(p -> p.getFileName().toString().equals("postmaster.pid"))
                                .findFirst()
                                .orElse(pidFile);
            }
        }
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().trim()));
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path))
                        .timeout(Duration.ofMinutes(2))
                        .header("Authorization", "Bearer " + credential("apiKey"))
                        .method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A call of the collecting API with the key for writing, as Segment's clients make it. */
    HttpRequest collecting(String path, String json) {
        String basic =
                Base64.getEncoder()
                        .encodeToString(
                                (credential("writeKey") + ":").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + basic)
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    JsonNode get(String path) {
        return expect(200, send("GET", path, BodyPublishers.noBody()));
    }

    JsonNode post(String path, String json, int status) {
        return expect(
                status,
                send(
                        "POST",
                        path,
                        BodyPublishers.ofString(json),
                        "Content-Type",
                        "application/json"));
    }

    JsonNode uploaded(BodyPublisher content, String filename) {
        HttpResponse<String> answer =
                send(
                        "POST",
                        "/api/v1/uploads",
                        content,
                        "Content-Type",
                        "application/octet-stream",
                        "X-Filename",
                        filename);
        return expect(answer.statusCode() == 200 ? 200 : 201, answer);
    }

    JsonNode delete(String path) {
        HttpResponse<String> answer = send("DELETE", path, BodyPublishers.noBody());
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    private static JsonNode expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new AssertionError(
                    answer.request().method()
                            + " "
                            + answer.request().uri()
                            + " answered "
                            + answer.statusCode()
                            + ": "
                            + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    JsonNode awaitJob(String id) throws InterruptedException {
        while (true) {
            JsonNode job = get("/api/v1/jobs/" + id);
            switch (job.path("state").asString()) {
                case "done" -> {
                    return job;
                }
                case "failed", "cancelled" -> throw new AssertionError(job.toString());
                default -> Thread.sleep(100);
            }
        }
    }

    /** Every item of a list, page by page. */
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        String cursor = "";
        while (true) {
            JsonNode page = get(path + separator + "limit=200" + cursor);
            page.path("items").forEach(items::add);
            if (page.path("next").isNull()) {
                return items;
            }
            cursor =
                    "&cursor="
                            + URLEncoder.encode(
                                    page.path("next").asString(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            process.waitFor();
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
