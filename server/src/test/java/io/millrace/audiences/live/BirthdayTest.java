package io.millrace.audiences.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.customers.Customers;
import io.millrace.customers.Customers.Description;
import io.millrace.shared.ProfileId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A birthday is confidential and sealed; that it is near can be asked all the same. */
class BirthdayTest {
    private static final String SOON =
            """
            {"type": "anniversary", "attribute": "birthday", "daysBefore": 3, "daysAfter": 0}
            """;

    @TempDir static Path folder;
    static Town town;

    @BeforeAll
    static void open() {
        town = new Town(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static ProfileId born(String number, String day) {
        ProfileId customer = town.customer(number);
        town.transactions()
                .executeWithoutResult(_ ->
                        town.get(Customers.class)
                                .describe(
                                        List.of(
                                                new Description(
                                                        customer,
                                                        Map.of("birthday", day),
                                                        town.clock.instant(),
                                                        "test"))));
        return customer;
    }

    @Test
    void bringsPeopleInOnTheirDaysAndLetsThemGoAlsoAfterARestart() {
        ProfileId soon = born("soon", "1990-03-08");
        ProfileId later = born("later", "1985-04-01");
        UUID audience = town.audience("birthday soon", SOON);
        assertThat(town.members(audience)).isEmpty();

        town.clock.pass(Duration.ofDays(4));
        assertThat(town.members(audience)).containsExactly(soon);

        town.downFor(Duration.ofDays(4));
        assertThat(town.members(audience)).isEmpty();

        town.clock.pass(Duration.ofDays(20));
        assertThat(town.members(audience)).containsExactly(later);

        ProfileId corrected = born("corrected", "1970-01-01");
        assertThat(town.members(audience)).containsExactly(later);
        town.clock.pass(Duration.ofHours(1));
        born("corrected", "1970-04-01");
        assertThat(town.members(audience)).contains(later, corrected);
        whyNamesNoDay(audience, later);
        isNowhereInClear();
    }

    private static void whyNamesNoDay(UUID audience, ProfileId customer) {
        JsonNode why = town.get("/audiences/" + audience + "/why?customer=" + customer);
        assertThat(why.path("holds").asBoolean()).isTrue();
        assertThat(why.toString()).doesNotContain("1985");
    }

    private static void isNowhereInClear() {
        assertThat(
                        town.jdbc()
                                .sql(
                                        """
                                        select count(*) from timelines.facts
                                        where attributes::text like '%-04-01%'
                                        """)
                                .query(Long.class)
                                .single())
                .isZero();
    }
}
