package io.millrace.intake.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RetailFileTest {
    @Test
    void importsTheWholeRetailFileExactly() throws Exception {
        Path file = shared("online_retail.csv.gz");
        try (Office office = new Office();
                InputStream bytes = Files.newInputStream(file)) {
            Imports.Upload upload = office.imports.upload("online_retail.csv.gz", bytes, "test");
            Imports.Report report = office.importGuessed(upload);
            assertThat(report.lines()).isEqualTo(541_909);
            assertThat(report.rows() + report.errors()).isEqualTo(541_909);
            assertThat(report.errors()).isZero();
            assertThat(report.customers()).isEqualTo(4_372);
            assertThat(report.created()).isEqualTo(25_900);
            assertThat(report.exactTotal()).isEqualTo("8300065.814");
            assertThat(office.rows("orders.lines") + office.rows("orders.refund_lines"))
                    .isEqualTo(541_909);
        }
    }

    private static Path shared(String name) {
        Path found =
                Stream.of(
                                System.getenv("MILLRACE_SHARED_DATA"),
                                "../shared/data",
                                "../../shared/data")
                        .filter(Objects::nonNull)
                        .map(folder -> Path.of(folder, name))
                        .filter(Files::exists)
                        .findFirst()
                        .orElse(null);
        Assumptions.assumeTrue(
                found != null, "skipped: there is no " + name + "; set MILLRACE_SHARED_DATA");
        return Objects.requireNonNull(found);
    }
}
