package io.millrace.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.access.AccessKeys;
import io.millrace.access.StandardRole;
import io.millrace.database.TestDatabase;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/**
 * Where an erased person was in files: taken, rejected, only tried, only uploaded, in the inbox.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Context.class)
class ErasureOfFilesTest {
    private static final String ANN = "ann.erased@example.org";

    @Autowired Environment environment;
    @Autowired AccessKeys keys;
    @Autowired JdbcClient jdbc;

    @Value("${millrace.data}")
    Path data;

    private Client client;

    @BeforeEach
    void comeIn() {
        String key = keys.create("test", AccessKeys.Kind.API, StandardRole.ADMIN, null).secret();
        client = new Client(environment.getRequiredProperty("local.server.port"), key);
    }

    @Test
    void leavesNothingOfThemInAnyFile() throws Exception {
        JsonNode others = client.upload("customer,email\neo-1,eo1@example.org\n");
        client.imported(others, "customers");
        JsonNode taken = client.upload("customer,email\nea-1," + ANN + "\neo-2,eo2@example.org\n");
        client.imported(taken, "customers");
        JsonNode rejected = client.upload("email,birthday\n" + ANN + ",born " + ANN + "\n");
        JsonNode rejecting = client.imported(rejected, "customers");
        JsonNode tried = client.upload("Contact,Town\n" + ANN + ",Bath\n");
        client.done(client.submit(tried, "customers", true, Map.of("email", "Contact")));
        JsonNode uploaded = client.upload("mobile,email\n,Ann.Erased@Example.org\n");
        rejectAnEvent();

        erase();

        for (JsonNode upload : List.of(taken, rejected, tried, uploaded)) {
            assertThat(fileOf(upload)).as("%s", upload).doesNotExist();
            assertThat(client.text("/uploads/" + upload.path("id").asString()))
                    .doesNotContainIgnoringCase(ANN);
        }
        assertThat(fileOf(others)).exists();
        assertThat(client.text("/imports/" + rejecting.path("id").asString() + "/errors"))
                .contains("birthday,imports.date-unreadable")
                .doesNotContainIgnoringCase(ANN);
        assertThat(client.text("/inbox")).doesNotContain("no-name-event");
        assertNowhere();
    }

    private void rejectAnEvent() {
        String key = keys.create("shop", AccessKeys.Kind.WRITE, null, null).secret();
        String body =
                """
                {"type": "identify", "messageId": "no-name-event", "userId": "ea-1",
                 "timestamp": "no time", "traits": {"email": "%s"}}
                """
                        .formatted(ANN);
        new Client(environment.getRequiredProperty("local.server.port"), key)
                .send(
                        "POST",
                        "/v1/identify",
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/json");
        assertThat(client.text("/inbox")).contains("no-name-event");
    }

    private void erase() {
        JsonNode found = client.get("/customers?q=ann.erased%40example.org").path("items");
        String customer = found.get(0).path("id").asString();
        client.post("/customers/" + customer + "/erasure", "{}");
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> state(customer).equals("done"));
    }

    private String state(String customer) {
        for (JsonNode run : client.get("/erasures").path("items")) {
            if (run.path("customer").asString().equals(customer)) {
                return run.path("state").asString();
            }
        }
        return "";
    }

    private Path fileOf(JsonNode upload) {
        return data.resolve("uploads").resolve(upload.path("id").asString());
    }

    private void assertNowhere() throws IOException {
        try (var files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContainIgnoringCase(ANN);
            }
        }
        List<String> tables =
                jdbc.sql(
                                """
                                select format('%I.%I', schemaname, tablename) from pg_tables
                                where schemaname not in ('pg_catalog', 'information_schema')
                                """)
                        .query((row, number) -> row.getString(1))
                        .list();
        for (String table : tables) {
            assertThat(
                            jdbc.sql(
                                            "select count(*) from "
                                                    + table
                                                    + " t where t::text ilike :ann")
                                    .param("ann", "%" + ANN + "%")
                                    .query(Long.class)
                                    .single())
                    .as(table)
                    .isZero();
        }
    }
}
