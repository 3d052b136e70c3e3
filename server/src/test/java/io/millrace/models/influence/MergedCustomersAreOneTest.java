package io.millrace.models.influence;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.models.Street;
import io.millrace.timelines.Timelines;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedCustomersAreOneTest {
    @TempDir Path folder;

    @Test
    void anInvitationBetweenTwoProfilesOfOnePersonCountsForNothing() {
        try (Street street = new Street(folder)) {
            street.refers("one", "two", 30);
            street.refers("one", "three", 30);
            street.order("two", 20, 5_000);
            street.order("three", 20, 700);
            street.settle();
            assertThat(street.town.get(Influence.class).network(null).carried(0)).isEqualTo(5_700);

            var merged =
                    street.town.ask(
                            "POST",
                            "/customers/" + street.person("one") + "/merge",
                            """
                            {"member": "%s", "reason": "the same person"}
                            """
                                    .formatted(street.person("two")));
            assertThat(merged.status()).as(merged.body().toString()).isLessThan(300);
            street.town.get(Timelines.class).catchUp();

            Influence.Network network = street.town.get(Influence.class).network(null);
            assertThat(network.size()).isEqualTo(1);
            assertThat(network.reach(0)).isEqualTo(1);
            assertThat(network.carried(0)).isEqualTo(700);
            assertThat(street.town.get(Influence.class).page(null).loops()).isEqualTo(1);
        }
    }
}
