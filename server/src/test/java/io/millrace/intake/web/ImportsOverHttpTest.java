package io.millrace.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.access.AccessKeys;
import io.millrace.access.StandardRole;
import io.millrace.database.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of every form, as somebody with a key imports them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Context.class)
class ImportsOverHttpTest {
    @Autowired Environment environment;
    @Autowired AccessKeys keys;
    private Client client;

    @BeforeEach
    void comeIn() {
        String key = keys.create("test", AccessKeys.Kind.API, StandardRole.ADMIN, null).secret();
        client = new Client(environment.getRequiredProperty("local.server.port"), key);
    }

    @Test
    void knowsTheProfitOfAnOrderOnceProductsCameWithTheirCosts() {
        JsonNode products =
                client.imported(
                        client.upload("sku,name,price,cost\nPF-1,Green tea,5.00,2.00\n"),
                        "products");
        client.imported(
                client.upload(
                        "order,customer,at,sku,quantity,price\n"
                                + "PF-100,pf-ann,2026-01-05,PF-1,3,5.00\n"),
                "orders");

        JsonNode order = client.get("/orders/PF-100");
        assertThat(products.path("report").path("created").asLong()).isEqualTo(1);
        assertThat(order.path("total").path("amount").asLong()).isEqualTo(1_500);
        assertThat(order.path("profit").path("amount").asLong()).isEqualTo(900);
        assertThat(client.get("/products?q=PF-1").path("items").get(0).path("cost").path("amount"))
                .hasToString("200");
    }

    @Test
    void keepsARejectedRowInTheInboxUntilItIsPutRightAndAddedToItsOrder() {
        client.imported(
                client.upload(
                        """
                        order,customer,at,sku,quantity,price
                        RR-1,rr-ann,2026-01-05,RR-A,1,5.00
                        RR-1,rr-ann,2026-01-05,RR-B,many,2.00
                        RR-1,rr-ann,2026-01-05,RR-C,1,1.00
                        RR-2,rr-ann,2026-01-06,RR-A,1,5.00
                        """),
                "orders");
        assertThat(client.get("/orders/RR-1").path("total").path("amount")).hasToString("600");
        JsonNode entry = waitingRow("RR-B");
        assertThat(entry.path("channel").asString()).isEqualTo("import");
        assertThat(entry.path("preview").asString()).isEqualTo("test.csv · 3");
        assertThat(entry.path("code").asString()).isEqualTo("imports.number-unreadable");
        assertThat(entry.path("pointer").asString()).isEqualTo("/cells/quantity");
        String address = "/inbox/" + entry.path("id").asString();

        fix(address, entry.path("payload").asString().replace("many", "more"));
        var refused = client.send("POST", "/api/v1" + address + "/replay", BodyPublishers.noBody());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("more is no number");

        fix(address, entry.path("payload").asString().replace("many", "3"));
        client.post(address + "/replay", "");

        assertThat(client.get(address).path("state").asString()).isEqualTo("replayed");
        JsonNode order = client.get("/orders/RR-1");
        assertThat(order.path("total").path("amount")).hasToString("1200");
        assertThat(order.path("lines").asInt()).isEqualTo(3);
    }

    private void fix(String address, String payload) {
        client.put(
                address, JsonMapper.shared().createObjectNode().put("payload", payload).toString());
    }

    private JsonNode waitingRow(String sku) {
        for (JsonNode item : client.get("/inbox?limit=200").path("items")) {
            JsonNode entry = client.get("/inbox/" + item.path("id").asString());
            if (entry.path("payload").asString("").contains(sku)) {
                return entry;
            }
        }
        throw new AssertionError("no rejected row waits with " + sku);
    }

    @Test
    void knowsTheProfitAsOfAnyPastDay() {
        client.imported(client.upload("sku,name,cost\nPP-T,Green tea,2.00\n"), "products");
        client.imported(
                client.upload(
                        """
                        order,customer,at,sku,quantity,price
                        PP-1,pp-ann,2026-01-05,PP-T,3,5.00
                        PP-1,pp-ann,2026-01-10,PP-T,-1,5.00
                        PP-2,pp-ann,2026-01-15,PP-T,1,5.00
                        PP-3,pp-ann,2026-02-01,PP-unknown,1,5.00
                        """),
                "orders");
        String id = client.get("/customers?q=pp-ann").path("items").get(0).path("id").asString();

        assertThat(profit(id, "2026-01-06").path("amount")).hasToString("900");
        assertThat(profit(id, "2026-01-11").path("amount")).hasToString("600");
        assertThat(profit(id, "2026-01-16").path("amount")).hasToString("900");
        assertThat(profit(id, "2026-02-02").isMissingNode()).isTrue();
        assertThat(client.get("/customers/" + id).path("value").path("profit").isMissingNode())
                .isTrue();
    }

    private JsonNode profit(String customer, String day) {
        return client.get("/customers/" + customer + "?asOf=" + day).path("value").path("profit");
    }

    @Test
    void offersASavedMappingToTheNextFileOfTheSameForm() {
        String file = "Nr,Mail,Wohnort\ntp-1,tp1@example.org,Bonn\n";
        client.put(
                "/import-templates/shop%20list",
                """
                {"kind": "customers",
                 "mapping": {"customer": "Nr", "email": "Mail", "attribute.town": "Wohnort"}}
                """);

        JsonNode upload = client.upload(file);
        JsonNode template = upload.path("templates").get(0);
        JsonNode report =
                client.done(
                                client.post(
                                        "/imports",
                                        """
                                        {"upload": "%s", "kind": "customers", "mapping": %s,
                                         "saveTemplate": "shop list, again"}
                                        """
                                                .formatted(
                                                        upload.path("id").asString(),
                                                        template.path("mapping"))))
                        .path("report");

        assertThat(template.path("name").asString()).isEqualTo("shop list");
        assertThat(report.path("created").asLong()).isEqualTo(1);
        assertThat(client.upload(file).path("templates").size()).isEqualTo(2);
        assertThat(delete("/import-templates/shop%20list")).isEqualTo(204);
        assertThat(delete("/import-templates/shop%20list")).isEqualTo(404);
        assertThat(delete("/import-templates/shop%20list,%20again")).isEqualTo(204);
        assertThat(client.upload(file).path("templates").size()).isZero();
    }

    private int delete(String path) {
        return client.send("DELETE", "/api/v1" + path, BodyPublishers.noBody()).statusCode();
    }

    @Test
    void readsAWorkbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("orders");
            String[] header = {"order", "customer", "at", "sku", "quantity", "price"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, "XL-1");
            sheet.value(1, 1, "xl-ann");
            sheet.value(1, 2, java.time.LocalDate.of(2026, 1, 5));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
            sheet.value(1, 3, "T1");
            sheet.value(1, 4, 2);
            sheet.value(1, 5, 3.5);
        }

        JsonNode upload = client.upload("orders.xlsx", bytes.toByteArray());
        JsonNode report = client.imported(upload, "orders").path("report");

        assertThat(upload.path("format").asString()).isEqualTo("xlsx");
        assertThat(report.path("errors").asLong()).isZero();
        assertThat(report.path("exactTotal").asString()).isEqualTo("7");
        assertThat(client.get("/orders/XL-1").path("at").asString()).startsWith("2026-01-05");
    }

    @Test
    void readsAChineseFileThatIsPackedToo() throws IOException {
        String text = "客户编号,姓名,邮箱\nzh-1,王小明,zh1@example.org\nzh-2,李雷,zh2@example.org\n";
        byte[] chinese = text.getBytes(Charset.forName("GB18030"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(chinese);
        }

        JsonNode plain = client.upload("%E5%AE%A2%E6%88%B7.csv", chinese);
        JsonNode gzip = client.upload("customers.csv.gz", packed.toByteArray());
        JsonNode first = client.imported(plain, "customers").path("report");
        JsonNode second = client.imported(gzip, "customers").path("report");

        assertThat(plain.path("filename").asString()).isEqualTo("客户.csv");
        assertThat(plain.path("charset").asString()).isEqualTo("GB18030");
        assertThat(gzip.path("charset").asString()).isEqualTo("GB18030");
        assertThat(first.path("created").asLong()).isEqualTo(2);
        assertThat(second.path("unchanged").asLong()).isEqualTo(2);
        assertThat(client.get("/customers?q=zh1%40example.org&include=total").path("total"))
                .hasToString("1");
    }

    @Test
    void triesWithTheCountsThatTheRealRunHas() {
        for (String kind : FILES.keySet()) {
            JsonNode upload = client.upload(FILES.get(kind));
            JsonNode dry = client.done(client.submit(upload, kind, true, Map.of()));
            JsonNode real = client.done(client.post("/imports/" + id(dry) + "/run", "{}"));

            assertThat(dry.path("dryRun").asBoolean()).as(kind).isTrue();
            assertThat(dry.path("report").path("rows").asLong()).as(kind).isEqualTo(2);
            assertThat(dry.path("report").path("errors").asLong()).as(kind).isEqualTo(1);
            assertThat(dry.path("report")).as(kind).isEqualTo(real.path("report"));
        }
    }

    private static final Map<String, String> FILES =
            Map.of(
                    "orders",
                    """
                    order,customer,at,sku,quantity,price
                    DR-1,dr-ann,2026-01-05,T1,3,5.00
                    DR-2,dr-bob,2026-01-06,T1,1,5.005
                    DR-3,dr-bob,no day,T1,1,5.00
                    """,
                    "customers",
                    """
                    customer,email,city
                    dr-cat,drcat@example.org,Bath
                    dr-dan,drdan@example.org,York
                    dr-dan,drdan@example.org,Hull
                    """,
                    "products",
                    """
                    sku,name,cost
                    DR-T1,Green tea,2
                    DR-T2,Black tea,3
                    DR-T3,Red tea,much
                    """,
                    "events",
                    """
                    event,customer,at
                    Tea Tasted,dr-eve,2026-01-05T10:00:00Z
                    Tea Tasted,dr-fay,2026-01-06T10:00:00Z
                    Tea Tasted,,2026-01-06T10:00:00Z
                    """);

    @Test
    void takesBackAllThatAnImportDid() {
        String before = client.get("/customers?q=un-ann&include=total").path("total").toString();
        JsonNode imported =
                client.imported(
                        client.upload(
                                "order,customer,at,sku,quantity,price\n"
                                        + "UN-1,un-ann,2026-01-05,T1,3,5.00\n"),
                        "orders");
        String during = client.get("/customers?q=un-ann&include=total").path("total").toString();

        JsonNode undoing = client.post("/imports/" + id(imported) + "/undo", "{}");
        client.ended(undoing.path("undoJob").asString());

        assertThat(before).isEqualTo("0");
        assertThat(during).isEqualTo("1");
        assertThat(client.get("/customers?q=un-ann&include=total").path("total")).hasToString("0");
        assertThat(orderStatus("UN-1")).isEqualTo(404);
        assertThat(client.get("/imports/" + id(imported)).path("undone").isString()).isTrue();
        assertThat(
                        client.send(
                                        "POST",
                                        "/api/v1/imports/" + id(imported) + "/undo",
                                        BodyPublishers.noBody())
                                .statusCode())
                .isEqualTo(409);
    }

    private int orderStatus(String number) {
        return client.send("GET", "/api/v1/orders/" + number, BodyPublishers.noBody()).statusCode();
    }

    @Test
    void givesTheRejectedRowsBackWithTheirReasons() {
        JsonNode imported =
                client.imported(
                        client.upload("customer,birthday,note\ner-1,some day,=1+1\n"), "customers");

        String errors = client.text("/imports/" + id(imported) + "/errors");

        assertThat(errors).startsWith("\uFEFFcustomer,birthday,note,_row,_field,_code,_message");
        assertThat(errors).contains("er-1,some day,'=1+1,2,birthday,imports.date-unreadable,");
        assertThat(errors.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(100);
    }

    @Test
    void passesOverALineWithoutEndAndReadsOn() {
        JsonNode upload =
                client.upload(
                        "customer,city\nll-1,Bath\nll-2,\""
                                + "x".repeat(20_000_000)
                                + "\"\nll-3,York\n");
        JsonNode report = client.imported(upload, "customers").path("report");

        assertThat(report.path("created").asLong()).isEqualTo(2);
        assertThat(report.path("byCode").path("imports.line-too-long").asLong()).isEqualTo(1);
    }

    private static String id(JsonNode imported) {
        return imported.path("id").asString();
    }
}
