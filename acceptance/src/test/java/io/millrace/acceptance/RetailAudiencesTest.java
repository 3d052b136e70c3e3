package io.millrace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Conditions over a brand's real file answer what SQL over the same file answers, customer by
 * customer. A question is a pair of files of one name in {@code resources/retail}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetailAudiencesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Product product;
    private Connection sql;

    /** The file's number of each of the product's customers, found through their invoices. */
    private final Map<String, String> numbers = new HashMap<>();

    @BeforeAll
    void importTheWholeFile() throws Exception {
        Path file = RetailData.file();
        sql = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement views = sql.createStatement()) {
            views.execute(text("views.sql").replace("${file}", file.toString()));
        }
        product = Product.start();
        RetailData.importOrders(product, file);
        Map<String, String> customerOf = new HashMap<>();
        try (Statement statement = sql.createStatement();
                ResultSet rows =
                        statement.executeQuery("select distinct invoice, customer from lines")) {
            while (rows.next()) {
                customerOf.put(rows.getString(1), rows.getString(2));
            }
        }
        for (JsonNode order : product.all("/api/v1/orders")) {
            String known = customerOf.get(order.path("number").asString());
            if (known != null) {
                numbers.put(order.path("customer").asString(), known);
            }
        }
    }

    @AfterAll
    void stop() throws Exception {
        if (product != null) {
            product.close();
        }
        if (sql != null) {
            sql.close();
        }
    }

    static Stream<String> questions() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersWhatSqlAnswers(String question) throws Exception {
        JsonNode asked = JSON.readTree(text(question + ".json"));
        String asOf = asked.path("asOf").asString();
        Set<String> expected = bySql(text(question + ".sql"));

        JsonNode preview =
                product.post(
                        "/api/v1/audiences/preview",
                        JSON.writeValueAsString(
                                JSON.createObjectNode()
                                        .put("asOf", asOf)
                                        .set("condition", asked.path("condition"))),
                        200);
        assertThat(listed(asked.path("condition"), asOf))
                .isEqualTo(expected)
                .hasSize(preview.path("count").asInt())
                .hasSizeBetween(5, 4_000);
    }

    private Set<String> bySql(String query) throws SQLException {
        Set<String> customers = new TreeSet<>();
        try (Statement statement = sql.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                customers.add(rows.getString(1));
            }
        }
        return customers;
    }

    private Set<String> listed(JsonNode condition, String asOf) {
        String selection =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                JSON.writeValueAsString(condition)
                                        .getBytes(StandardCharsets.UTF_8));
        Set<String> customers = new TreeSet<>();
        product.all("/api/v1/customers?in=condition:" + selection + "&asOf=" + asOf)
                .forEach(item -> customers.add(numbers.get(item.path("id").asString())));
        return customers;
    }

    private static String text(String name) throws IOException, URISyntaxException {
        return Files.readString(folder().resolve(name));
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(RetailAudiencesTest.class.getResource("/retail")).toURI());
    }
}
