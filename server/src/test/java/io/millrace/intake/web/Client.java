package io.millrace.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a key, who imports files over HTTP. */
final class Client {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String key;

    Client(String port, String key) {
        this.address = "http://127.0.0.1:" + port;
        this.key = key;
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Bearer " + key)
                        .method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String text(String path) {
        HttpResponse<String> answer = send("GET", "/api/v1" + path, BodyPublishers.noBody());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    JsonNode get(String path) {
        return JSON.readTree(text(path));
    }

    JsonNode post(String path, String json) {
        return written("POST", path, json);
    }

    JsonNode put(String path, String json) {
        return written("PUT", path, json);
    }

    private JsonNode written(String method, String path, String json) {
        HttpResponse<String> answer =
                send(
                        method,
                        "/api/v1" + path,
                        BodyPublishers.ofString(json),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
    }

    JsonNode upload(String filename, byte[] bytes) {
        HttpResponse<String> answer =
                send(
                        "POST",
                        "/api/v1/uploads",
                        BodyPublishers.ofByteArray(bytes),
                        "Content-Type",
                        "application/octet-stream",
                        "X-Filename",
                        filename);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    JsonNode upload(String text) {
        return upload("test.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Queues an import in the workspace's currency, with the columns as they were guessed. */
    JsonNode submit(JsonNode upload, String kind, boolean dry, Map<String, String> more) {
        var wanted = JSON.createObjectNode();
        wanted.put("upload", upload.path("id").asString()).put("kind", kind).put("dryRun", dry);
        var mapping = wanted.putObject("mapping");
        for (JsonNode column : upload.path("columns")) {
            JsonNode guess = column.path("guesses").path(kind);
            if (guess.isString()) {
                mapping.put(guess.asString(), column.path("name").asString());
            }
        }
        more.forEach(mapping::put);
        String home = get("/workspace").path("currency").asString("GBP");
        wanted.putObject("options").put("currency", home).put("zone", "Europe/London");
        return post("/imports", wanted.toString());
    }

    /** Imports a text and answers the import once it is done. */
    JsonNode imported(JsonNode upload, String kind) {
        return done(submit(upload, kind, false, Map.of()));
    }

    JsonNode done(JsonNode submitted) {
        assertThat(ended(job(submitted)).path("state").asString()).isEqualTo("done");
        return get("/imports/" + submitted.path("id").asString());
    }

    static String job(JsonNode submitted) {
        return submitted.path("job").path("id").asString();
    }

    JsonNode ended(String job) {
        return await(job, state -> state.matches("done|failed|cancelled"));
    }

    JsonNode await(String job, java.util.function.Predicate<String> state) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> get("/jobs/" + job),
                        found -> state.test(found.path("state").asString()));
    }
}
