package io.millrace;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.access.AccessKeys;
import io.millrace.access.StandardRole;
import io.millrace.database.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the HTTP edge answers what no controller answers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Context.class)
class EdgeTest {
    @Autowired Environment environment;
    @Autowired AccessKeys keys;
    @Autowired JsonMapper json;
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void explainsAnUnknownAddressAsAProblemInTheReadersLanguage() throws Exception {
        HttpResponse<String> answer = get("/api/v1/nothing-here", "zh-CN,zh;q=0.9");
        JsonNode problem = json.readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(problem.path("code").asString()).isEqualTo("shared.not-found");
        assertThat(problem.path("title").asString()).isEqualTo("未找到");
        assertThat(problem.path("traceId").asString()).hasSize(32);
    }

    @Test
    void refusesABodyThatIsNoJson() throws Exception {
        HttpResponse<String> answer = put(BodyPublishers.ofString("{\"name\": "));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("shared.malformed");
    }

    @Test
    void refusesADeeplyNestedBody() throws Exception {
        HttpResponse<String> answer = put(BodyPublishers.ofString("[".repeat(10_000)));

        assertThat(code(answer)).isEqualTo("shared.malformed");
    }

    @Test
    void refusesABodyOverTenMegabytesWhateverItsHeadersSay() throws Exception {
        byte[] large = new byte[11 << 20];
        java.util.Arrays.fill(large, (byte) ' ');
        BodyPublisher unknownLength =
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large));

        assertThat(code(put(unknownLength))).isEqualTo("shared.too-large");
    }

    @Test
    void refusesAStaleChangeOfTheSettings() throws Exception {
        String settings =
                """
                {"name": "Brand", "zone": "Asia/Shanghai", "currency": "CNY", "phoneRegion": "CN",
                 "language": "zh", "rates": {"USD": 7100000}}
                """;
        HttpResponse<String> first = put(BodyPublishers.ofString(settings));
        HttpResponse<String> again = put(BodyPublishers.ofString(settings));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(json.readTree(first.body()).path("version").asLong()).isEqualTo(2);
        assertThat(again.statusCode()).isEqualTo(412);
    }

    @Test
    void sendsTheHeadersThatKeepAPageToItself() throws Exception {
        HttpResponse<String> answer = get("/health/live", "en");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void takesEventsWhateverSlashesTheClientsEndpointAdds() throws Exception {
        for (String path :
                List.of("/v1/import", "/v1/import/", "//v1/import/", "//v1/batch", "/v1//batch")) {
            HttpResponse<String> answer = batch(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(json.readTree(answer.body()).path("accepted").asInt()).as(path).isEqualTo(1);
        }
    }

    @Test
    void leavesOtherAddressesAsStrictAsTheyWere() throws Exception {
        assertThat(get("//api/v1/workspace", "en").statusCode()).isEqualTo(400);
        assertThat(get("/v1/../api/v1/workspace", "en").statusCode()).isNotEqualTo(200);
        assertThat(batch("/v1/nothing/").statusCode()).isEqualTo(404);
        assertThat(batch("/v1/").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> batch(String path) throws Exception {
        String key = keys.create("shop", AccessKeys.Kind.WRITE, null, null).secret();
        String body =
                """
                {"writeKey": "%s", "batch": [{"type": "track", "userId": "u", "event": "E"}]}
                """
                        .formatted(key);
        return http.send(
                HttpRequest.newBuilder(URI.create(address(path)))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String address(String path) {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port") + path;
    }

    @Test
    void isReadyWhenTheDatabaseAnswers() throws Exception {
        assertThat(get("/health/ready", "en").statusCode()).isEqualTo(200);
    }

    @Test
    void describesItselfAsOpenApi31() throws Exception {
        HttpResponse<String> answer = get("/openapi.json", "en");

        assertThat(json.readTree(answer.body()).path("openapi").asString()).startsWith("3.1");
    }

    private HttpResponse<String> get(String path, String language) throws Exception {
        return http.send(
                request(path).header("Accept-Language", language).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> put(BodyPublisher body) throws Exception {
        return http.send(
                request("/api/v1/workspace")
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"1\"")
                        .PUT(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private String code(HttpResponse<String> answer) {
        return json.readTree(answer.body()).path("code").asString();
    }

    private HttpRequest.Builder request(String path) {
        String secret = keys.create("test", AccessKeys.Kind.API, StandardRole.ADMIN, null).secret();
        return HttpRequest.newBuilder(URI.create(address(path)))
                .header("Authorization", "Bearer " + secret);
    }
}
