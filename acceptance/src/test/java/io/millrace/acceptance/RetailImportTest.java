package io.millrace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** A brand's real file in, a living customer base out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetailImportTest {
    private Product product;
    private List<RetailData.Row> rows;
    private JsonNode imported;

    @BeforeAll
    void importTheWholeFile() throws Exception {
        Path file = RetailData.file();
        rows = RetailData.rows();
        product = Product.start();
        imported = RetailData.importOrders(product, file);
    }

    @AfterAll
    void stop() throws Exception {
        if (product != null) {
            product.close();
        }
    }

    @Test
    void everyLineIsInAnOrderOrInTheErrorFile() {
        JsonNode report = imported.path("report");
        assertThat(report.path("lines").asLong() + report.path("errors").asLong())
                .as(report.toString())
                .isEqualTo(rows.size());
    }

    @Test
    void findsExactlyTheFilesCustomers() {
        Set<String> expected =
                rows.stream()
                        .map(RetailData.Row::customer)
                        .filter(c -> !c.isEmpty())
                        .collect(Collectors.toSet());
        assertThat(product.get("/api/v1/customers?include=total&limit=1").path("total").asLong())
                .isEqualTo(expected.size())
                .isEqualTo(4_372);
        assertThat(product.all("/api/v1/customers")).hasSize(expected.size());
    }

    @Test
    void netRevenueIsExactAndTheRoundingIsStated() {
        BigDecimal expected =
                rows.stream()
                        .filter(r -> !r.customer().isEmpty())
                        .map(RetailData.Row::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        JsonNode report = imported.path("report");
        assertThat(new BigDecimal(report.path("exactTotal").asString()))
                .isEqualByComparingTo(expected)
                .isEqualByComparingTo("8300065.814");
        BigDecimal rounded =
                BigDecimal.valueOf(report.path("roundedTotal").path("amount").asLong(), 2);
        assertThat(rounded.subtract(new BigDecimal(report.path("roundingDifference").asString())))
                .isEqualByComparingTo(expected);

        long byCustomer = 0;
        for (JsonNode customer : product.all("/api/v1/customers")) {
            byCustomer += customer.path("value").path("revenue").path("amount").asLong();
        }
        assertThat(BigDecimal.valueOf(byCustomer, 2)).isEqualByComparingTo(rounded);
    }

    @Test
    void cancellationsAreRefunds() {
        long cancelled =
                rows.stream()
                        .filter(r -> r.invoice().startsWith("C"))
                        .map(RetailData.Row::invoice)
                        .distinct()
                        .count();
        assertThat(imported.path("report").path("refunds").asLong())
                .isGreaterThanOrEqualTo(cancelled);
        JsonNode order = product.get("/api/v1/orders/C536379");
        assertThat(order.path("net").path("amount").asLong()).isNegative();
    }

    @Test
    void linesWithoutACustomerAreKeptAsAnonymousOrders() {
        long expected =
                rows.stream()
                        .filter(r -> r.customer().isEmpty())
                        .map(RetailData.Row::invoice)
                        .distinct()
                        .count();
        assertThat(
                        product.get("/api/v1/orders?anonymous=true&include=total&limit=1")
                                .path("total")
                                .asLong())
                .isEqualTo(expected);
    }

    @Test
    void everyCellOfTheRfmGridOpensExactlyItsCustomers() {
        String asOf = "2011-12-10";
        JsonNode rfm = product.get("/api/v1/rfm?asOf=" + asOf);
        long sum = 0;
        for (JsonNode cell : rfm.path("grid")) {
            sum += cell.path("customers").asLong();
            String selection = "rfm.cell:" + cell.path("r").asInt() + "-" + cell.path("fm").asInt();
            assertThat(opened(selection, asOf)).isEqualTo(cell.path("customers").asLong());
        }
        assertThat(sum).isEqualTo(4_372);
        long types = 0;
        for (JsonNode type : rfm.path("types")) {
            types += type.path("customers").asLong();
            assertThat(opened("rfm.type:" + type.path("type").asString(), asOf))
                    .isEqualTo(type.path("customers").asLong());
        }
        assertThat(types).isEqualTo(4_372);
    }

    @Test
    void stagesAndPyramidOpenExactlyTheirCustomers() {
        String asOf = "2011-12-10";
        JsonNode stages = product.get("/api/v1/stages?asOf=" + asOf);
        long sum = 0;
        for (JsonNode stage : stages.path("stages")) {
            sum += stage.path("customers").asLong();
            assertThat(
                            opened(
                                    "stage."
                                            + stages.path("scheme").asString()
                                            + ":"
                                            + stage.path("key").asString(),
                                    asOf))
                    .isEqualTo(stage.path("customers").asLong());
        }
        assertThat(sum).isEqualTo(stages.path("customers").asLong()).isEqualTo(4_372);
        JsonNode pareto = product.get("/api/v1/pareto?measure=revenue&asOf=" + asOf);
        for (JsonNode tier : pareto.path("pyramid")) {
            assertThat(opened("pareto.tier:revenue-" + tier.path("tier").asString(), asOf))
                    .isEqualTo(tier.path("customers").asLong());
        }
    }

    @Test
    void rfmAsOfAPastDayEqualsTheOneOfAFileCutAtThatDay() throws Exception {
        String instant = "2011-09-01 00:00:00";
        try (Product cut = Product.start()) {
            RetailData.importOrders(cut, RetailData.cutAt(instant));
            assertThat(table(product, "2011-09-01"))
                    .isEqualTo(table(cut, "2011-09-01"))
                    .hasSizeGreaterThan(3_000);
            JsonNode whole = product.get("/api/v1/rfm?asOf=2011-09-01");
            JsonNode part = cut.get("/api/v1/rfm?asOf=2011-09-01");
            assertThat(whole.path("grid")).isEqualTo(part.path("grid"));
            assertThat(whole.path("types")).isEqualTo(part.path("types"));
        }
    }

    @Test
    void importingTheSameFileAgainChangesNothing() throws Exception {
        JsonNode before = product.get("/api/v1/rfm?asOf=2011-12-10");
        RetailData.importOrders(product, RetailData.file());
        assertThat(product.get("/api/v1/rfm?asOf=2011-12-10").path("grid"))
                .isEqualTo(before.path("grid"));
        assertThat(product.get("/api/v1/customers?include=total&limit=1").path("total").asLong())
                .isEqualTo(4_372);
    }

    /** The figures of each customer without the ids, which differ between two installations. */
    private static List<String> table(Product product, String asOf) {
        String csv =
                product.send(
                                "GET",
                                "/api/v1/rfm/customers?format=csv&asOf=" + asOf,
                                java.net.http.HttpRequest.BodyPublishers.noBody())
                        .body();
        List<String> figures = new ArrayList<>();
        for (String line : csv.strip().split("\r?\n")) {
            figures.add(line.substring(line.indexOf(',') + 1));
        }
        figures.sort(null);
        return figures;
    }

    private long opened(String selection, String asOf) {
        String path =
                "/api/v1/customers?in="
                        + URLEncoder.encode(selection, StandardCharsets.UTF_8)
                        + "&asOf="
                        + asOf;
        long total = product.get(path + "&include=total&limit=1").path("total").asLong();
        assertThat(product.all(path)).hasSize((int) total);
        return total;
    }
}
