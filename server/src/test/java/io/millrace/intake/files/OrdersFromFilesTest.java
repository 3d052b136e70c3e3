package io.millrace.intake.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.timeline.Kinds;
import io.millrace.orders.Orders;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersFromFilesTest {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String STORY =
            HEADER
                    + "1,A,Apple,2,2011-09-01 10:00:00,1.005,7,UK\n"
                    + "2,B,Bread,1,2011-09-01 11:00:00,3,8,France\n"
                    + "1,B,Bread,-1,2011-09-02 10:00:00,0.50,7,UK\n"
                    + "C3,A,Apple,-1,2011-09-03 10:00:00,1.25,7,UK\n"
                    + "4,C,Cake,3,2011-09-03 12:00:00,2.00,,UK\n"
                    + "1,C,Cake,1,2011-09-01 10:00:00,0,7,UK\n"
                    + "A5,B,Adjust bad debt,1,2011-09-04 10:00:00,-100.00,,UK\n";
    private Office office;

    @BeforeEach
    void open() {
        office = new Office();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void bringsRowsOfOneOrderTogetherHoweverFarApartTheyAre() throws Exception {
        Imports.Report report = office.importGuessed(office.upload(STORY));
        assertThat(report.lines()).isEqualTo(7);
        assertThat(report.rows()).isEqualTo(7);
        assertThat(report.errors()).isZero();
        assertThat(report.orders()).isEqualTo(3);
        assertThat(report.anonymousOrders()).isEqualTo(1);
        assertThat(report.refunds()).isEqualTo(3);
        assertThat(report.customers()).isEqualTo(2);
        Orders.OrderHistory mixed = office.books.orders.find("1").orElseThrow();
        assertThat(mixed.lines()).hasSize(2);
        assertThat(mixed.order().total().amount()).isEqualTo(201);
        assertThat(mixed.order().net().amount()).isEqualTo(151);
        assertThat(mixed.order().at()).isEqualTo("2011-09-01T09:00:00Z");
        assertThat(mixed.refunds()).hasSize(1);
    }

    @Test
    void keepsCreditNotesAndTheOrdersOfNobodyKnown() throws Exception {
        office.importGuessed(office.upload(STORY));
        assertThat(office.books.orders.find("C3").orElseThrow().order().status())
                .isEqualTo("credit-note");
        assertThat(office.books.orders.find("4").orElseThrow().order().profile()).isNull();
        assertThat(office.books.orders.find("A5").orElseThrow().order().net().amount())
                .isEqualTo(-10_000);
    }

    @Test
    void statesTheExactSumAndWhatRoundingMadeOfIt() throws Exception {
        Imports.Report report =
                office.importGuessed(
                        office.upload(
                                HEADER
                                        + "1,A,Apple,1,2011-09-01,0.005,7,UK\n"
                                        + "2,A,Apple,3,2011-09-01,0.005,7,UK\n"
                                        + "3,A,Apple,1,2011-09-01,1.111,8,UK\n"));
        assertThat(report.exactTotal()).isEqualTo("1.131");
        assertThat(report.roundedTotal()).isNotNull().extracting("amount").isEqualTo(113L);
        assertThat(report.roundingDifference()).isEqualTo("-0.001");
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() throws Exception {
        office.importGuessed(office.upload(STORY));
        int facts = office.books.facts.facts().size();
        Imports.Report again = office.importGuessed(office.upload(STORY));
        assertThat(again.created()).isZero();
        assertThat(again.updated()).isZero();
        assertThat(again.unchanged()).isEqualTo(6);
        assertThat(again.customersCreated()).isZero();
        assertThat(again.customers()).isEqualTo(2);
        assertThat(office.books.facts.facts()).hasSize(facts);
    }

    @Test
    void comesToTheSameWhereverItIsCutOff() throws Exception {
        Imports.Upload upload = office.upload(STORY);
        UUID whole = office.submit(upload, Office.guessed(upload), Office.POUNDS, false);
        Imports.Report expected = office.run(whole);
        for (int steps = 1; steps <= 3; steps++) {
            try (Office other = new Office()) {
                Imports.Upload same = other.upload(STORY);
                UUID id = other.submit(same, Office.guessed(same), Office.POUNDS, false);
                if (steps == 1) {
                    // Two steps are the least that reach a checkpoint.
                    continue;
                }
                assertThat(other.runInPieces(id, steps)).isEqualTo(expected);
                assertThat(other.books.facts.of(Kinds.ORDER_ITEM))
                        .hasSameSizeAs(office.books.facts.of(Kinds.ORDER_ITEM));
            }
        }
    }

    @Test
    void triesWithoutLeavingATraceAndCountsTheSame() throws Exception {
        Imports.Upload upload = office.upload(STORY);
        UUID dry = office.submit(upload, Office.guessed(upload), Office.POUNDS, true);
        Imports.Report tried = office.run(dry);
        assertThat(office.rows("orders.orders")).isZero();
        assertThat(office.rows("customers.profiles")).isZero();
        assertThat(office.books.facts.facts()).isEmpty();
        assertThat(office.importGuessed(upload)).isEqualTo(tried);
    }

    @Test
    void takesBackAllThatAnImportDid() throws Exception {
        Imports.Upload upload = office.upload(STORY);
        UUID id = office.submit(upload, Office.guessed(upload), Office.POUNDS, false);
        Imports.Report first = office.run(id);
        assertThat(office.undo(id)).isNull();
        assertThat(office.rows("orders.orders")).isZero();
        assertThat(office.rows("orders.lines")).isZero();
        assertThat(office.rows("customers.profiles")).isZero();
        assertThat(office.books.facts.facts()).isEmpty();
        assertThat(office.importGuessed(upload)).isEqualTo(first);
    }

    @Test
    void rejectsRowsWithTheirFieldAndReason() throws Exception {
        Imports.Upload upload =
                office.upload(
                        HEADER
                                + "1,A,Apple,two,2011-09-01,1,7,UK\n"
                                + "2,A,Apple,1,yesterday,1,7,UK\n"
                                + ",A,Apple,1,2011-09-01,1,7,UK\n"
                                + "4,A,=cmd|' /C calc'!A0,1.5,2011-09-01,1,7,UK\n"
                                + "5,A,Apple,1,2011-09-01,1,7,UK\n"
                                + "5,A,Apple,1,2011-09-01,1,8,UK\n"
                                + "6,A,Apple,1,2011-09-01,1,9,UK\n"
                                + "6,A,Apple,-2,2011-09-01,1,9,UK\n");
        UUID id = office.submit(upload, Office.guessed(upload), Office.POUNDS, false);
        Imports.Report report = office.run(id);
        assertThat(report.lines()).isEqualTo(report.rows() + report.errors());
        assertThat(report.byCode())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "imports.number-unreadable", 1L,
                                "imports.date-unreadable", 1L,
                                "imports.missing", 1L,
                                "imports.quantity-not-whole", 1L,
                                "imports.two-customers", 1L,
                                "imports.refund-exceeds-order", 1L));
        String errors = office.errors(id, Locale.ENGLISH);
        assertThat(errors).startsWith("\uFEFFInvoiceNo,StockCode,");
        assertThat(errors)
                .contains("2,quantity,imports.number-unreadable,two is no number.")
                .contains("'=cmd|' /C calc'!A0")
                .contains("2.00 GBP would be given back, but only 1.00 GBP is left of the order.");
        assertThat(office.errors(id, Locale.CHINESE)).contains("two 不是数字。");
    }

    @Test
    void describesCustomersOnlyByColumnsThatAreMappedSo() throws Exception {
        Imports.Upload upload = office.upload(STORY);
        Map<String, String> mapping = new HashMap<>(Office.guessed(upload));
        assertThat(mapping).doesNotContainKey("attribute.country");
        mapping.put("attribute.country", "Country");
        office.run(office.submit(upload, mapping, Office.POUNDS, false));
        assertThat(office.rows("customers.attribute_values")).isEqualTo(2);
    }

    @Test
    void takesOneRowForAWholeOrderWhenNoLineIsNamed() throws Exception {
        Imports.Upload upload =
                office.upload(
                        """
                        订单号,下单时间,金额,手机号
                        1001,2026年2月1日 10时30分,"￥1,234.50",13800138000
                        1002,2026/2/2 9:05,88,13900139000
                        1002,2026/2/2 9:05,88,13900139000
                        """);
        Imports.Report report =
                office.run(office.submit(upload, Office.guessed(upload), Office.CHINESE, false));
        assertThat(report.orders()).isEqualTo(2);
        assertThat(report.byCode()).containsOnly(Map.entry("imports.duplicate-row", 1L));
        assertThat(office.books.orders.find("1001").orElseThrow().order().total().amount())
                .isEqualTo(123_450);
    }
}
