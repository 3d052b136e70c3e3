package io.millrace.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.cli.Failed;
import io.millrace.cli.Misuse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code model fit --covariates}. */
class FitsCovariatesFromAnyFileTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 500;

    @TempDir Path folder;

    /** Customers of the app buy twice as often; the colour of a purchase says nothing. */
    private List<String> rows() {
        Random random = new Random(4);
        List<String> rows = new ArrayList<>();
        for (int customer = 0; customer < 1_500; customer++) {
            boolean app = customer % 3 == 0;
            double rate = (app ? 2 : 1) * -Math.log(1 - random.nextDouble()) / 40;
            double at = random.nextInt(100);
            boolean stays = true;
            while (at < DAYS && stays) {
                rows.add(
                        "c%d,%s,%s,%s,same"
                                .formatted(
                                        customer,
                                        START.plusDays((long) at),
                                        app ? "app" : "shop",
                                        random.nextBoolean() ? "red" : "blue"));
                at += -Math.log(1 - random.nextDouble()) / rate;
                stays = random.nextDouble() > 0.08;
            }
        }
        return rows;
    }

    private JsonNode fit(String model, String covariates, List<String> rows) throws Exception {
        Path file = folder.resolve("log.csv");
        Files.writeString(file, "who,day,channel,colour,brand\n" + String.join("\n", rows));
        return Ran.json(
                "fit",
                model,
                "--transactions",
                file.toString(),
                "--id",
                "who",
                "--date",
                "day",
                "--calibration-end",
                "2024-12-31",
                "--covariates",
                covariates);
    }

    @Test
    void tellsTheEffectThatIsThereAndNoOther() throws Exception {
        List<String> rows = rows();
        for (String model : List.of("bg-nbd", "mbg-nbd", "pareto-nbd")) {
            JsonNode fit = fit(model, "channel,colour", rows);

            JsonNode covariates = fit.get("covariates");
            assertThat(covariates.get("against").get(0).get("level").asString()).isEqualTo("shop");
            JsonNode app = covariates.get("effects").get(0);
            assertThat(app.get("column").asString()).isEqualTo("channel=app");
            assertThat(app.get("buys").get("low").asDouble()).isBetween(1.2, 2.0);
            assertThat(app.get("buys").get("high").asDouble()).isBetween(2.0, 3.0);
            JsonNode colour = covariates.get("effects").get(1);
            assertThat(colour.get("buys").get("low").asDouble()).isLessThan(1.05);
            assertThat(colour.get("buys").get("high").asDouble()).isGreaterThan(0.95);
            assertThat(covariates.get("chance").asDouble()).isLessThan(0.001);
            assertThat(fit.get("holdout").get("actual").asLong()).isPositive();
        }
    }

    @Test
    void theOrderOfTheRowsChangesNoBit() throws Exception {
        List<String> rows = rows();
        JsonNode plain = fit("bg-nbd", "channel", rows).get("covariates");
        Collections.shuffle(rows, new Random(1));
        assertThat(fit("bg-nbd", "channel", rows).get("covariates")).isEqualTo(plain);
    }

    @Test
    void namesAColumnThatDoesNotHelpOrIsNotThere() {
        List<String> rows = rows();
        assertThatThrownBy(() -> fit("bg-nbd", "size", rows)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> fit("nbd", "channel", rows)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> fit("bg-nbd", "channel,channel", rows))
                .isInstanceOf(Failed.class)
                .hasMessageContaining("channel=app");
        assertThatThrownBy(() -> fit("bg-nbd", "brand", rows))
                .isInstanceOf(Failed.class)
                .hasMessageContaining("brand");
    }
}
