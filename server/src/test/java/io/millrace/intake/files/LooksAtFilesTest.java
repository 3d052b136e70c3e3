package io.millrace.intake.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.intake.files.Sniffer.Sniffed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LooksAtFilesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir Path folder;

    @Test
    void guessesTheColumnsOfTheRetailFile() {
        assertThat(
                        HeaderWords.guess(
                                        List.of(
                                                "InvoiceNo",
                                                "StockCode",
                                                "Description",
                                                "Quantity",
                                                "InvoiceDate",
                                                "UnitPrice",
                                                "CustomerID",
                                                "Country"),
                                        Kind.ORDERS)
                                .values())
                .containsExactly("order", "sku", "name", "quantity", "at", "price", "customer");
    }

    @Test
    void guessesChineseColumns() {
        assertThat(
                        HeaderWords.guess(
                                        List.of(
                                                "订单号", "下单时间", "商品", "商品编码", "数量", "单价", "金额（元）",
                                                "客户", "手机号", "邮箱"),
                                        Kind.ORDERS)
                                .values())
                .containsExactly(
                        "order",
                        "at",
                        "name",
                        "sku",
                        "quantity",
                        "price",
                        "amount",
                        "customer",
                        "phone",
                        "email");
    }

    @Test
    void knowsCharactersAndSeparators() throws IOException {
        assertThat(sniff("名称;数量\n茶;1\n", StandardCharsets.UTF_8).dialect().delimiter())
                .isEqualTo(';');
        assertThat(charset("sku,name\n1,Café\n2,Crème brûlée à la carte\n", "windows-1252"))
                .isIn("windows-1252", "ISO-8859-1");
        assertThat(charset("商品编码,名称\n1,龙井茶叶礼盒\n2,玫瑰花茶\n", "GB18030")).isEqualTo("GB18030");
        assertThat(charset("订单号,客户编号,下单时间,商品名称,数量,单价\nG1,C1,2026-01-11,乌龙茶,1,很贵\n", "GB18030"))
                .isEqualTo("GB18030");
        assertThat(charset("номер;имя;город\n1;Алексей;Москва, центр\n2;Ольга;Тула\n", "KOI8-R"))
                .isEqualTo("KOI8-R");
        assertThat(charset("sku,name\n1,tea\n", "US-ASCII")).isEqualTo("UTF-8");
        assertThat(sniff("\uFEFFsku\tname\n1\ttea\n", StandardCharsets.UTF_16LE).headers())
                .containsExactly("sku", "name");
    }

    @Test
    void namesColumnsThatHaveNoHeader() throws IOException {
        Sniffed found = sniff("536365,85123A,6\n536366,71053,8\n", StandardCharsets.UTF_8);
        assertThat(found.dialect().headerRows()).isZero();
        assertThat(found.headers()).containsExactly("Column 1", "Column 2", "Column 3");
        assertThat(found.rows()).isEqualTo(2);
    }

    @Test
    void readsDatesByTheirEvidenceAndShowsWhenThereIsNone() throws IOException {
        assertThat(dates("12/1/2010 8:26", "12/13/2010 9:00"))
                .isEqualTo(new Imports.Dates("MM/dd/yyyy", false));
        assertThat(dates("1/12/2010", "13/12/2010"))
                .isEqualTo(new Imports.Dates("dd/MM/yyyy", false));
        assertThat(dates("1/2/2010", "3/4/2010"))
                .isNotNull()
                .extracting(Imports.Dates::ambiguous)
                .isEqualTo(true);
        assertThat(dates("2/1/2026", "12/1/2025"))
                .as("a reading in the future is none")
                .isEqualTo(new Imports.Dates("dd/MM/yyyy", true));
        assertThat(dates("1/11/2026", "2/11/2026"))
                .as("a reading in the future is none")
                .isEqualTo(new Imports.Dates("MM/dd/yyyy", false));
        assertThat(dates("2011年9月1日", "2011年9月2日"))
                .isEqualTo(new Imports.Dates("yyyy-MM-dd", false));
        assertThat(dates("17850", "13047")).isNull();
    }

    @Test
    void rejectsALineWithoutEndAndReadsOn() throws IOException {
        Path file = folder.resolve("long.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("sku,name\n1,tea\n2,\"".getBytes(StandardCharsets.UTF_8));
            byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 900; i++) {
                out.write(block);
            }
            out.write("\"\n3,coffee\n".getBytes(StandardCharsets.UTF_8));
        }
        Sniffed found = new Sniffer(Limits.DEFAULT, NOW).sniff(file);
        try (Rows rows = Sniffer.open(file, found.dialect(), Limits.DEFAULT)) {
            assertThat(row(rows).tooLong()).isFalse();
            assertThat(row(rows).tooLong()).isTrue();
            Rows.Row last = row(rows);
            assertThat(last.cells()).containsExactly("3", "coffee");
            assertThat(last.number()).isEqualTo(4);
            assertThat(rows.next()).isNull();
        }
    }

    private static Rows.Row row(Rows rows) throws IOException {
        Rows.Row row = rows.next();
        if (row == null) {
            throw new AssertionError("the file ends too early");
        }
        return row;
    }

    @Test
    void leavesQuotesInTheMiddleOfACellAlone() throws IOException {
        byte[] text =
                ("sku,name\n1,5\" pipe\n2," + "y".repeat(3_000) + "\n3,ok\n")
                        .getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("quotes.csv"), text);
        Limits tight = new Limits(1 << 20, 200, 1 << 30, 1_024);
        Dialect dialect = new Dialect(Dialect.CSV, "UTF-8", ',', '"', 1);
        try (Rows rows = Sniffer.open(file, dialect, tight)) {
            assertThat(row(rows).cells()).containsExactly("1", "5\" pipe");
            assertThat(row(rows).tooLong()).isTrue();
            assertThat(row(rows).cells()).containsExactly("3", "ok");
        }
    }

    @Test
    void refusesAFileThatSwellsBeyondReason() throws IOException {
        Path file = folder.resolve("bomb.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> new Sniffer(Limits.DEFAULT, NOW).sniff(file))
                .isInstanceOfSatisfying(
                        UnreadableFile.class,
                        e -> assertThat(e.problem()).isEqualTo(ImportProblem.TOO_COMPRESSED));
    }

    @Test
    void refusesADamagedArchiveAndAnEmptyFile() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(whole)) {
            out.write("sku,name\n1,tea\n".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] half = java.util.Arrays.copyOf(whole.toByteArray(), whole.size() / 2);
        Path torn = Files.write(folder.resolve("torn.gz"), half);
        assertThatThrownBy(() -> new Sniffer(Limits.DEFAULT, NOW).sniff(torn))
                .hasMessage("imports.broken-archive");
        Path empty = Files.write(folder.resolve("empty.csv"), new byte[0]);
        assertThatThrownBy(() -> new Sniffer(Limits.DEFAULT, NOW).sniff(empty))
                .hasMessage("imports.empty-file");
    }

    @Test
    void readsWorkbooks() throws IOException {
        Path file = folder.resolve("orders.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Orders");
            List<String> headers = List.of("订单号", "下单时间", "单价", "手机号");
            for (int i = 0; i < headers.size(); i++) {
                sheet.value(0, i, headers.get(i));
            }
            sheet.value(1, 0, "1001");
            sheet.value(1, 1, LocalDateTime.of(2026, 2, 1, 10, 30));
            sheet.style(1, 1).format("yyyy-mm-dd hh:mm").set();
            sheet.value(1, 2, 0.1 + 0.2);
            sheet.value(1, 3, 13_800_138_000L);
        }
        Sniffed found = new Sniffer(Limits.DEFAULT, NOW).sniff(file);
        assertThat(found.headers()).containsExactly("订单号", "下单时间", "单价", "手机号");
        try (Rows rows = Sniffer.open(file, found.dialect(), Limits.DEFAULT)) {
            assertThat(row(rows).cells())
                    .containsExactly("1001", "2026-02-01 10:30", "0.3", "13800138000");
        }
    }

    private String charset(String text, String charset) throws IOException {
        return sniff(text, Charset.forName(charset)).dialect().charset();
    }

    private Imports.@Nullable Dates dates(String... values) throws IOException {
        String text = "at,n\n" + String.join(",1\n", values) + ",1\n";
        return sniff(text, StandardCharsets.UTF_8).columns().getFirst().dates();
    }

    private Sniffed sniff(String text, Charset charset) throws IOException {
        Path file = Files.createTempFile(folder, "sniffed", ".csv");
        Files.write(file, text.getBytes(charset));
        return new Sniffer(Limits.DEFAULT, NOW).sniff(file);
    }
}
