package io.millrace.kernel.model.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CodesAttributesTest {
    private static Covariates.Attribute attribute(String name, Object... levelsAndCounts) {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < levelsAndCounts.length; i += 2) {
            values.addAll(
                    Collections.nCopies((int) levelsAndCounts[i + 1], (String) levelsAndCounts[i]));
        }
        return new Covariates.Attribute(name, values);
    }

    @Test
    void comparesWithTheMostFrequentAndPutsRareOnesTogether() {
        Covariates coded =
                Covariates.of(List.of(attribute("city", "A", 70, "B", 200, "C", 30, "D", 40)));
        assertThat(coded.references()).containsExactly(new Covariates.Reference("city", "B", 200));
        assertThat(coded.columns())
                .containsExactly(
                        new Covariates.Column("city", "A", 70),
                        new Covariates.Column("city", null, 70));
        assertThat(coded.cells()).isEqualTo(3);
        assertThat(coded.values(coded.cell(0))).containsExactly(1, 0);
        assertThat(coded.values(coded.cell(100))).containsExactly(0, 0);
        assertThat(coded.values(coded.cell(300))).containsExactly(0, 1);
    }

    @Test
    void tooFewRareOnesCountAsTheMostFrequent() {
        Covariates coded = Covariates.of(List.of(attribute("city", "A", 200, "C", 30)));
        assertThat(coded.columns()).isEmpty();
        assertThat(coded.cells()).isEqualTo(1);
    }

    @Test
    void makesNoMoreColumnsThanTheMost() {
        Object[] many = new Object[60];
        for (int i = 0; i < 30; i++) {
            many[2 * i] = "city" + i;
            many[2 * i + 1] = 100 + i;
        }
        Covariates coded = Covariates.of(List.of(attribute("city", many)));
        assertThat(coded.columns()).hasSize(Covariates.MOST);
        assertThat(coded.columns().getFirst().level()).isEqualTo("city28");
        assertThat(coded.columns().getLast().level()).isNull();
    }

    @Test
    void whoHasNoValueHasAnEmptyOne() {
        List<@Nullable String> values = new ArrayList<>(Collections.nCopies(80, "A"));
        values.addAll(Collections.nCopies(60, null));
        assertThat(Covariates.of(List.of(new Covariates.Attribute("city", values))).columns())
                .containsExactly(new Covariates.Column("city", "", 60));
    }
}
