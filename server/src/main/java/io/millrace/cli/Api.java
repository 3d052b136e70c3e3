package io.millrace.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The HTTP API of a running product. */
final class Api {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FIRST_REFUSAL = 400;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
    private final URI base;
    private final String key;

    private Api(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    /** The product that {@code --url} and {@code --key} name, else the one of the data folder. */
    static Api of(Arguments arguments) throws Misuse, IOException {
        Optional<String> url = arguments.option("--url");
        Optional<String> key = arguments.option("--key");
        if (url.isPresent() && key.isPresent()) {
            return new Api(uri(url.get()), key.get());
        }
        Path file =
                Path.of(arguments.option("--data").orElseGet(Api::folder))
                        .resolve("credentials.json");
        if (!Files.exists(file)) {
            throw new IOException(
                    file.toAbsolutePath()
                            + " does not exist: start the product with this data folder,"
                            + " or give --data, or --url and --key");
        }
        JsonNode known = JSON.readTree(Files.readString(file));
        return new Api(
                uri(url.orElse(known.path("url").asString(""))),
                key.orElse(known.path("apiKey").asString("")));
    }

    private static String folder() {
        String given = System.getenv("MILLRACE_DATA");
        return given == null || given.isBlank() ? "millrace-data" : given;
    }

    private static URI uri(String text) throws Misuse {
        try {
            return new URI(text.replaceAll("/+$", ""));
        } catch (URISyntaxException e) {
            throw new Misuse("not a URL: " + text);
        }
    }

    JsonNode get(String path) throws ApiProblem, IOException, InterruptedException {
        return send(request(path).GET());
    }

    JsonNode delete(String path) throws ApiProblem, IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    JsonNode post(String path, ObjectNode body)
            throws ApiProblem, IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Streams a file from disk. */
    JsonNode upload(String path, Path file) throws ApiProblem, IOException, InterruptedException {
        String name = file.toAbsolutePath().getName(file.toAbsolutePath().getNameCount() - 1) + "";
        return send(
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .header("X-Filename", URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .POST(BodyPublishers.ofFile(file)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .header("Authorization", "Bearer " + key)
                .header("Accept-Language", Locale.getDefault().toLanguageTag());
    }

    private JsonNode send(HttpRequest.Builder request)
            throws ApiProblem, IOException, InterruptedException {
        HttpResponse<String> response;
        try {
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new IOException("no product answers at " + base + "; start it first", e);
        }
        JsonNode body = read(response.body());
        if (response.statusCode() < FIRST_REFUSAL) {
            return body == null ? JSON.createObjectNode() : body;
        }
        if (body == null || !body.has("code")) {
            throw new IOException(base + " answered with status " + response.statusCode());
        }
        throw new ApiProblem(body);
    }

    private static @Nullable JsonNode read(String text) {
        try {
            return text.isBlank() ? null : JSON.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }
}
