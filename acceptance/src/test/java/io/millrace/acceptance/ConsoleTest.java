package io.millrace.acceptance;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The console in a real browser: a file goes in by the wizard, and every number opens its list. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleTest {
    private static final Path SCRIPTS = Product.ROOT.resolve("acceptance/browser");
    private static final int CUSTOMERS = 90;
    private static final int ERRORS = 7;

    private Product product;

    @BeforeAll
    void start() throws Exception {
        Path console = Product.ROOT.resolve("console");
        if (!Files.isDirectory(console.resolve("node_modules/playwright-core"))) {
            Commands.run(console, "npm", "ci", "--no-audit", "--no-fund");
        }
        product = Product.start();
    }

    @AfterAll
    void stop() throws Exception {
        product.close();
    }

    @Test
    @Order(1)
    void aChineseFileWithErrorsGoesThroughTheWizard() throws Exception {
        Path file = Files.createTempDirectory("millrace-wizard").resolve("订单.csv");
        Files.write(file, orders(), Charset.forName("GB18030"));
        script("wizard.mjs", file.toString(), CUSTOMERS + "", ERRORS + "");
    }

    @Test
    @Order(2)
    void everyNumberOfTheModelsOpensExactlyItsCustomers() throws Exception {
        script("figures.mjs", CUSTOMERS + "");
    }

    /** Orders of the last two years, so that every stage has somebody in it. */
    private static List<String> orders() {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>(List.of("订单号,客户编号,下单时间,商品编码,商品名称,数量,单价"));
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            int orders = 1 + random.nextInt(6);
            int quiet = random.nextInt(400);
            for (int n = 0; n < orders; n++) {
                LocalDate day = LocalDate.now().minusDays(1 + quiet + n * 31L);
                lines.add(line(customer, n, day, "%d.50".formatted(5 + random.nextInt(300))));
            }
        }
        for (int n = 0; n < ERRORS; n++) {
            lines.add(line(n, 100, LocalDate.now().minusDays(3), "很贵"));
        }
        return lines;
    }

    private static String line(int customer, int n, LocalDate day, String price) {
        return "O-%d-%d,C%d,%s 10:00:00,T%d,乌龙茶,%d,%s"
                .formatted(customer, n, customer, day, n % 5, 1 + n % 3, price);
    }

    private void script(String name, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("node", name));
        command.add(product.data().resolve("credentials.json").toString());
        command.addAll(List.of(arguments));
        Commands.run(SCRIPTS, command.toArray(String[]::new));
    }
}
