package io.millrace.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.access.Sessions.SignedIn;
import io.millrace.database.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sessions and keys as a client meets them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Context.class)
class SessionTest {
    private static final String PASSWORD = "a long enough password";

    @Autowired Environment environment;
    @Autowired Accounts accounts;
    @Autowired Sessions sessions;
    @Autowired AccessKeys keys;
    @Autowired JsonMapper json;

    @Value("${millrace.data}")
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private Accounts.User user;

    @BeforeEach
    void someoneNew() {
        String email = UUID.randomUUID() + "@example.org";
        user =
                ((Accounts.Created.Done)
                                accounts.create(email, "Ann", StandardRole.ADMIN, PASSWORD))
                        .user();
    }

    @Test
    void givesTheBrowserACookieThatScriptsCannotRead() throws Exception {
        HttpResponse<String> answer = signIn(user.email(), PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("millrace_session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(json.readTree(answer.body()).path("user").path("role").asString())
                .isEqualTo("admin");
    }

    @Test
    void saysTheSameToAWrongPasswordAndToAnUnknownPerson() throws Exception {
        JsonNode wrong = json.readTree(signIn(user.email(), "not the password").body());
        JsonNode unknown = json.readTree(signIn("nobody@example.org", PASSWORD).body());

        assertThat(wrong.path("code")).isEqualTo(unknown.path("code"));
        assertThat(wrong.path("detail")).isEqualTo(unknown.path("detail"));
        assertThat(wrong.path("code").asString()).isEqualTo("access.bad-credentials");
    }

    @Test
    void refusesAChangeThatDoesNotComeFromTheConsole() throws Exception {
        String cookie = cookie();

        assertThat(post("/api/v1/users", cookie).statusCode()).isEqualTo(403);
        assertThat(post("/api/v1/users", cookie, "X-Millrace", "console").statusCode())
                .isEqualTo(400);
        assertThat(
                        post(
                                        "/api/v1/users",
                                        cookie,
                                        "X-Millrace",
                                        "console",
                                        "Sec-Fetch-Site",
                                        "cross-site")
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        post(
                                        "/api/v1/users",
                                        cookie,
                                        "X-Millrace",
                                        "console",
                                        "Origin",
                                        "https://evil.example")
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void endsASessionOnTheServerToo() throws Exception {
        String cookie = cookie();
        assertThat(get("/api/v1/session", "Cookie", cookie)).isEqualTo(200);

        sessions.signOut(cookie.substring(cookie.indexOf('=') + 1));

        assertThat(get("/api/v1/session", "Cookie", cookie)).isEqualTo(401);
    }

    @Test
    void endsAllSessionsOfSomebodyWhoIsDeactivated() throws Exception {
        String cookie = cookie();
        assertThat(get("/api/v1/session", "Cookie", cookie)).isEqualTo(200);

        accounts.change(user.id(), new Accounts.Change(null, null, false, null, null, null));

        assertThat(get("/api/v1/session", "Cookie", cookie)).isEqualTo(401);
        assertThat(sessions.signIn(user.email(), PASSWORD, "test"))
                .isInstanceOf(SignedIn.Refused.class);
    }

    @Test
    void letsNobodyInWithARevokedKey() throws Exception {
        var made = keys.create("key", AccessKeys.Kind.API, StandardRole.VIEWER, null);
        assertThat(get("/api/v1/workspace", "Authorization", "Bearer " + made.secret()))
                .isEqualTo(200);

        keys.revoke(made.key().id());

        assertThat(get("/api/v1/workspace", "Authorization", "Bearer " + made.secret()))
                .isEqualTo(401);
    }

    @Test
    void givesAWriteKeyNoWayIntoTheApi() throws Exception {
        var made = keys.create("key", AccessKeys.Kind.WRITE, null, null);

        assertThat(get("/api/v1/workspace", "Authorization", "Bearer " + made.secret()))
                .isEqualTo(401);
    }

    @Test
    void keepsADeveloperFromMakingAnAdminsKey() throws Exception {
        var made = keys.create("key", AccessKeys.Kind.API, StandardRole.DEVELOPER, null);
        HttpResponse<String> answer =
                send(
                        request("/api/v1/keys")
                                .header("Authorization", "Bearer " + made.secret())
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                """
                                                {"name": "x", "kind": "api", "role": "admin"}
                                                """)));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json.readTree(answer.body()).path("code").asString())
                .isEqualTo("access.above-own-role");
    }

    @Test
    void leavesTheFirstCredentialsToTheOwnerOfTheFolderOnly() throws Exception {
        Path file = data.resolve("credentials.json");
        JsonNode known = json.readTree(Files.readString(file));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(known.propertyNames())
                .containsExactlyInAnyOrder("url", "email", "password", "writeKey", "apiKey");
        assertThat(
                        signIn(known.path("email").asString(), known.path("password").asString())
                                .statusCode())
                .isEqualTo(200);
    }

    private String cookie() throws Exception {
        String header =
                signIn(user.email(), PASSWORD).headers().firstValue("Set-Cookie").orElseThrow();
        return header.substring(0, header.indexOf(';'));
    }

    private HttpResponse<String> signIn(String email, String password) throws Exception {
        String body =
                json.createObjectNode().put("email", email).put("password", password).toString();
        return send(
                request("/api/v1/session")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> post(String path, String cookie, String... headers)
            throws Exception {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Cookie", cookie)
                        .POST(BodyPublishers.ofString("{}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private int get(String path, String header, String value) throws Exception {
        return send(request(path).header(header, value)).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create(
                        "http://127.0.0.1:" + environment.getProperty("local.server.port") + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
