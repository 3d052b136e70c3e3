package io.millrace.orders;

import static io.millrace.orders.Books.ANNA;
import static io.millrace.orders.Books.BO;
import static io.millrace.orders.Books.NOON;
import static io.millrace.orders.Books.cancel;
import static io.millrace.orders.Books.line;
import static io.millrace.orders.Books.place;
import static io.millrace.orders.Books.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.timeline.Kinds;
import io.millrace.orders.Orders.Command;
import io.millrace.orders.Orders.Outcome;
import io.millrace.orders.Orders.TakenBack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
    private Books books;

    @BeforeEach
    void open() {
        books = new Books();
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void adjustsByTheDifferenceAndTellsWhichLinesCameAndWent() {
        books.record(place("1", line("A", 1, 5_000_000), line("B", 1, 2_000_000)));
        assertThat(books.one(place("1", line("A", 1, 5_000_000), line("C", 1, 3_500_000))))
                .isEqualTo(new Outcome.Adjusted(150));
        assertThat(books.facts.revenue(ANNA)).isEqualTo(850);
        assertThat(books.facts.of(Kinds.ORDER_ITEM)).hasSize(3);
        assertThat(books.facts.of(Kinds.ORDER_ITEM_REFUNDED)).hasSize(1);
        assertThat(books.orders.find("1").orElseThrow().lines()).hasSize(2);
    }

    @Test
    void takesTheSameLinesInAnotherSequenceForTheSameOrder() {
        books.record(place("1", line("A", 1, 5_000_000), line("B", 1, 2_000_000)));
        assertThat(books.one(place("1", line("B", 1, 2_000_000), line("A", 1, 5_000_000))))
                .isEqualTo(new Outcome.Unchanged());
    }

    @Test
    void leavesAnOrderAloneWhenAnOlderContentArrivesLate() {
        books.record(place("1", ANNA, NOON.plusSeconds(60), line("A", 2, 5_000_000)));
        assertThat(books.one(place("1", ANNA, NOON, line("A", 1, 5_000_000))))
                .isEqualTo(new Outcome.Unchanged());
        assertThat(books.view("1").total().amount()).isEqualTo(1000);
    }

    @Test
    void roundsAnOrderOnceHalfToEvenAndKeepsTheDifference() {
        books.record(
                place("even", line("A", 1, 5_000), line("B", 1, 10_000_000)),
                place("odd", line("A", 3, 5_000), line("B", 1, 10_000_000)),
                place("cents", line("A", 3, 3_334)));
        assertThat(books.view("even").total().amount()).isEqualTo(1000);
        assertThat(books.view("even").roundingMicros()).isEqualTo(-5_000);
        assertThat(books.view("odd").total().amount()).isEqualTo(1002);
        assertThat(books.view("odd").roundingMicros()).isEqualTo(5_000);
        assertThat(books.view("cents").total().amount()).isEqualTo(1);
    }

    @Test
    void knowsProfitWhenTheUnitCostsAreKnown() {
        books.catalog.cost("A", 150);
        books.record(place("1", line("A", 2, 5_000_000)), place("2", line("B", 1, 5_000_000)));
        assertThat(books.view("1").profit()).isNotNull().extracting("amount").isEqualTo(700L);
        assertThat(books.view("2").profit()).isNull();
    }

    @Test
    void takesWhatReturnedGoodsHadCostOnceAlsoAfterACorrection() {
        books.catalog.cost("A", 150);
        books.record(place("1", line("A", 3, 5_000_000)));
        books.record(
                new Orders.Command.Refund(
                        "1",
                        "r",
                        null,
                        NOON,
                        "GBP",
                        null,
                        List.of(line("A", 1, 5_000_000)),
                        false,
                        "shop",
                        false));
        assertThat(books.view("1").profit()).isNotNull().extracting("amount").isEqualTo(700L);

        books.record(place("1", ANNA, NOON.plusSeconds(60), line("A", 4, 5_000_000)));

        assertThat(books.view("1").profit()).isNotNull().extracting("amount").isEqualTo(1050L);
    }

    @Test
    void attachesAnAnonymousOrderWithItsHistoryToTheCustomerWhoTurnsUp() {
        books.record(
                place("1", null, NOON, line("A", 1, 5_000_000)),
                refund("1", "r", 100L),
                cancel("1"));
        assertThat(books.facts.facts()).isEmpty();
        assertThat(books.one(place("1", BO, NOON, line("A", 1, 5_000_000))))
                .isEqualTo(new Outcome.Adjusted(0));
        assertThat(books.facts.revenue(BO)).isZero();
        assertThat(books.facts.of(Kinds.ORDER_COMPLETED)).hasSize(1);
        assertThat(books.facts.of(Kinds.ORDER_REFUNDED)).hasSize(1);
        assertThat(books.facts.of(Kinds.ORDER_CANCELLED)).hasSize(1);
        assertThat(books.one(place("1", ANNA, NOON, line("A", 1, 5_000_000))))
                .isEqualTo(new Outcome.Unchanged());
        assertThat(books.orders.count(Set.of(BO))).isEqualTo(1);
    }

    @Test
    void comesToTheSameFiguresWhateverIsReplayedInWhateverSequence() {
        List<Command> story =
                List.of(
                        place("1", ANNA, NOON, line("A", 4, 5_000_000)),
                        refund("1", "r1", 300L),
                        refund("1", "r2", 200L),
                        place("2", ANNA, NOON, line("B", 1, 7_770_000)),
                        place("2", ANNA, NOON.plusSeconds(9), line("B", 2, 7_770_000)),
                        refund("2", "r1", 54L));
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Command> open = new ArrayList<>(story);
            // What is refused as not there yet is sent again, as the inbox does.
            for (int round = 0; round < 4; round++) {
                Collections.shuffle(open, random);
                books.record(open);
            }
            assertThat(books.view("1").net().amount()).as("seed %s", seed).isEqualTo(1500);
            assertThat(books.view("2").net().amount()).as("seed %s", seed).isEqualTo(1500);
            assertThat(books.facts.revenue(ANNA)).as("seed %s", seed).isEqualTo(3000);
            takeBack("shop");
        }
    }

    @Test
    void refusesAnotherCurrency() {
        books.record(place("1", line("A", 1, 5_000_000)));
        Command.Refund euros =
                new Command.Refund(
                        "1", "r", null, NOON, "EUR", 1L, List.of(), false, "shop", false);
        assertThat(books.one(euros)).isEqualTo(new Outcome.CurrencyDiffers("EUR", "GBP"));
    }

    @Test
    void takesBackWhatOneSourceDidAndNothingElse() {
        books.record(place("1", line("A", 1, 5_000_000)));
        books.record(from("file", place("1", line("A", 2, 5_000_000))));
        books.record(from("file", place("2", line("A", 1, 5_000_000))));
        assertThat(takeBack("file")).isEqualTo(new TakenBack.Done(1, 0, 1));
        assertThat(books.view("1").total().amount()).isEqualTo(500);
        assertThat(books.orders.find("1").orElseThrow().lines())
                .containsExactly(line("A", 1, 5_000_000));
        assertThat(books.orders.find("2")).isEmpty();
        assertThat(books.facts.revenue(ANNA)).isEqualTo(500);
        assertThat(books.one(place("1", line("A", 1, 5_000_000))))
                .isEqualTo(new Outcome.Unchanged());
    }

    @Test
    void refusesToTakeBackWhatLaterChangesWereBuiltOn() {
        books.record(from("file", place("1", line("A", 1, 5_000_000))));
        books.record(refund("1", "r", 100L));
        assertThat(takeBack("file")).isEqualTo(new TakenBack.LaterChanges(1));
        assertThat(books.view("1").net().amount()).isEqualTo(400);
    }

    private TakenBack takeBack(String source) {
        TakenBack answer =
                books.database.transactions().execute(status -> books.orders.takeBack(source));
        if (answer instanceof TakenBack.Done) {
            books.facts.removeSource(source);
        }
        return answer == null ? new TakenBack.LaterChanges(0) : answer;
    }

    private static Command from(String source, Command.Place place) {
        return new Command.Place(
                place.order(),
                place.profile(),
                place.at(),
                place.currency(),
                place.total(),
                place.cost(),
                place.channel(),
                place.store(),
                place.lines(),
                source,
                place.historical());
    }
}
