package io.millrace.orders;

import static io.millrace.orders.Books.ANNA;
import static io.millrace.orders.Books.cancel;
import static io.millrace.orders.Books.creditNote;
import static io.millrace.orders.Books.line;
import static io.millrace.orders.Books.place;
import static io.millrace.orders.Books.refund;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.orders.Orders.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RefundsTest {
    private static final Books BOOKS = new Books();

    @AfterAll
    static void close() {
        BOOKS.close();
    }

    @Test
    void givesBackInPartsUntilNothingIsLeft() {
        BOOKS.record(place("P1", line("A", 2, 5_000_000)));
        assertThat(BOOKS.one(refund("P1", "r1", 400L))).isEqualTo(new Outcome.Recorded(400));
        assertThat(BOOKS.view("P1").status()).isEqualTo("partly-refunded");
        assertThat(BOOKS.one(refund("P1", "r2", 700L)))
                .isEqualTo(new Outcome.RefundExceedsOrder(700, 600));
        assertThat(BOOKS.one(refund("P1", "r3", null))).isEqualTo(new Outcome.Recorded(600));
        assertThat(BOOKS.view("P1").status()).isEqualTo("refunded");
        assertThat(BOOKS.view("P1").net().amount()).isZero();
    }

    @Test
    void takesTheSameRefundNumberForTheSameRefund() {
        BOOKS.record(place("P2", line("A", 1, 5_000_000)));
        BOOKS.record(refund("P2", "r1", 100L));
        assertThat(BOOKS.one(refund("P2", "r1", 100L))).isEqualTo(new Outcome.Unchanged());
        assertThat(BOOKS.view("P2").refunded().amount()).isEqualTo(100);
    }

    @Test
    void refusesARefundOfAnOrderThatIsNotThere() {
        assertThat(BOOKS.one(refund("P3", "r1", 1L))).isEqualTo(new Outcome.UnknownOrder("P3"));
        assertThat(BOOKS.orders.find("P3")).isEmpty();
    }

    @Test
    void keepsACreditNoteOnItsOwn() {
        long before = BOOKS.facts.revenue(ANNA);
        assertThat(BOOKS.one(creditNote("C4", ANNA, line("A", 1, 4_250_000))))
                .isEqualTo(new Outcome.Recorded(425));
        assertThat(BOOKS.view("C4").status()).isEqualTo("credit-note");
        assertThat(BOOKS.view("C4").net().amount()).isEqualTo(-425);
        assertThat(BOOKS.facts.revenue(ANNA)).isEqualTo(before - 425);
        assertThat(BOOKS.one(creditNote("C4", ANNA, line("A", 1, 4_250_000))))
                .isEqualTo(new Outcome.Unchanged());
    }

    @Test
    void takesOrderAndRefundInOneBatch() {
        assertThat(BOOKS.record(place("P5", line("A", 3, 1_000_000)), refund("P5", "r", 100L)))
                .containsExactly(new Outcome.Recorded(300), new Outcome.Recorded(100));
        assertThat(BOOKS.view("P5").net().amount()).isEqualTo(200);
    }

    @Test
    void cancelsTheRestAndThenNothingIsLeft() {
        BOOKS.record(place("P6", line("A", 1, 9_000_000)), refund("P6", "r", 200L));
        assertThat(BOOKS.one(cancel("P6"))).isEqualTo(new Outcome.Recorded(700));
        assertThat(BOOKS.one(cancel("P6"))).isEqualTo(new Outcome.AlreadyCancelled());
        assertThat(BOOKS.one(refund("P6", "late", 1L)))
                .isEqualTo(new Outcome.RefundExceedsOrder(1, 0));
        assertThat(BOOKS.view("P6").net().amount()).isZero();
    }

    @Test
    void refusesACorrectionBelowWhatWasGivenBack() {
        BOOKS.record(place("P7", line("A", 1, 9_000_000)), refund("P7", "r", 800L));
        assertThat(BOOKS.one(place("P7", line("A", 1, 5_000_000))))
                .isEqualTo(new Outcome.RefundExceedsOrder(800, 500));
    }

    @Test
    void neverGivesBackMoreThanTheOrderWhoeverAsksAtOnce() throws Exception {
        BOOKS.record(place("RACE", line("A", 1, 10_000_000)));
        long before = BOOKS.facts.revenue(ANNA);
        List<Callable<Outcome>> askers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String number = "race-" + i;
            askers.add(() -> BOOKS.one(refund("RACE", number, 150L)));
        }
        int recorded = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<Outcome> answer : threads.invokeAll(askers)) {
                recorded += answer.get() instanceof Outcome.Recorded ? 1 : 0;
            }
        }
        assertThat(recorded).isEqualTo(6);
        assertThat(BOOKS.view("RACE").refunded().amount()).isEqualTo(900);
        assertThat(BOOKS.facts.revenue(ANNA)).isEqualTo(before - 900);
    }

    @Test
    void recordsAnOrderOnceWhoeverPlacesItAtOnce() throws Exception {
        List<Callable<List<Outcome>>> placers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            boolean turned = i % 2 == 1;
            placers.add(() -> {
                List<Orders.Command> both =
                        new ArrayList<>(
                                List.of(
                                        place("X1", line("A", 1, 1_000_000)),
                                        place("X2", line("A", 1, 2_000_000))));
                return BOOKS.record(turned ? both.reversed() : both);
            });
        }
        int recorded = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<List<Outcome>> answer : threads.invokeAll(placers)) {
                recorded +=
                        answer.get().stream()
                                .mapToInt(o -> o instanceof Outcome.Recorded ? 1 : 0)
                                .sum();
            }
        }
        assertThat(recorded).isEqualTo(2);
    }
}
