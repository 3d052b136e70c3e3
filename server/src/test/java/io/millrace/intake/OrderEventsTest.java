package io.millrace.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.orders.Orders.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderEventsTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private Intake.Receipt order(String messageId, String event, String properties) {
        return world.batch(World.track(messageId, "ann", event, properties));
    }

    @Test
    void placesAnOrderToTheExactPenny() {
        order(
                "1",
                "Order Completed",
                """
                {"order_id":"A1","total":"598.94","currency":"usd","affiliation":"Bath",
                 "products":[{"product_id":"T1","name":"Tea","price":0.001,"quantity":3,"cost":"1.5"},
                             {"sku":"T2","price":"19.99","quantity":2,"discount":1}]}
                """);

        Command.Place place = (Command.Place) world.book.commands.getFirst();
        assertThat(place.total()).isEqualTo(59_894);
        assertThat(place.currency()).isEqualTo("USD");
        assertThat(place.store()).isEqualTo("Bath");
        assertThat(place.lines().get(0).amountMicros()).isEqualTo(3_000);
        assertThat(place.lines().get(0).unitCostMicros()).isEqualTo(1_500_000);
        assertThat(place.lines().get(1).amountMicros()).isEqualTo(38_980_000);
    }

    @Test
    void knowsThatYenHaveNoCentsAndDinarsThreePlaces() {
        order("1", "Order Completed", "{\"order_id\":\"A\",\"total\":1200,\"currency\":\"JPY\"}");
        order("2", "Order Completed", "{\"order_id\":\"B\",\"total\":1.234,\"currency\":\"KWD\"}");

        assertThat(world.book.commands)
                .extracting(command -> ((Command.Place) command).total())
                .containsExactly(1_200L, 1_234L);
    }

    @Test
    void countsTheSameOrderAsDuplicateWhateverItsMessage() {
        String properties = "{\"order_id\":\"A1\",\"total\":10}";

        assertThat(order("1", "Order Completed", properties).accepted()).isEqualTo(1);
        assertThat(order("2", "Order Completed", properties).duplicates()).isEqualTo(1);
        assertThat(order("1", "Order Completed", properties).duplicates()).isEqualTo(1);
    }

    @Test
    void derivesARefundsNumberFromItsMessage() {
        order("1", "Order Completed", "{\"order_id\":\"A1\",\"total\":10}");
        order("2", "Order Refunded", "{\"order_id\":\"A1\",\"amount\":4}");
        order("3", "Order Refunded", "{\"order_id\":\"A1\",\"amount\":4,\"refund_id\":\"R\"}");

        assertThat(world.book.commands.subList(1, 3))
                .extracting(command -> ((Command.Refund) command).refund())
                .containsExactly("message:2", "R");
    }

    @Test
    void neverGivesBackMoreThanIsLeft() {
        order("1", "Order Completed", "{\"order_id\":\"A1\",\"total\":10}");

        var receipt = order("2", "Order Refunded", "{\"order_id\":\"A1\",\"amount\":10.01}");

        assertThat(receipt.errors().getFirst().code()).isEqualTo("intake.refund-exceeds-order");
        assertThat(receipt.errors().getFirst().message()).contains("1001").contains("1000");
        assertThat(world.onlyEntry().code()).isEqualTo("intake.refund-exceeds-order");
    }

    @Test
    void refundsInTheOrdersCurrencyIfNoneIsNamed() {
        order("1", "Order Completed", "{\"order_id\":\"A1\",\"total\":1000,\"currency\":\"JPY\"}");

        var receipt = order("2", "Order Refunded", "{\"order_id\":\"A1\",\"amount\":400}");

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(((Command.Refund) world.book.commands.getLast()).amount()).isEqualTo(400);
    }

    @Test
    void takesARefundThatCameBeforeItsOrderWhenTheOrderArrives() {
        var early = order("1", "Order Refunded", "{\"order_id\":\"A1\",\"amount\":4}");
        assertThat(early.errors().getFirst().code()).isEqualTo("intake.unknown-order");
        assertThat(world.waiting()).isEqualTo(1);

        order("2", "Order Completed", "{\"order_id\":\"A1\",\"total\":10}");

        assertThat(world.waiting()).isZero();
        assertThat(((Command.Refund) world.book.commands.getLast()).amount()).isEqualTo(400);
        assertThat(order("1", "Order Refunded", "{\"order_id\":\"A1\",\"amount\":4}").duplicates())
                .isEqualTo(1);
    }
}
