package io.millrace.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectsTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "intake.no-user|track|{\"event\":\"E\"}",
                "intake.no-event|track|{\"userId\":\"u\"}",
                "intake.no-group|group|{\"userId\":\"u\"}",
                "intake.no-previous|alias|{\"userId\":\"u\"}",
                "intake.unknown-type|track|{\"type\":\"dance\",\"userId\":\"u\"}",
                "intake.bad-type|track|{\"userId\":{\"id\":1},\"event\":\"E\"}",
                "intake.bad-type|track|{\"userId\":\"u\",\"event\":\"E\",\"properties\":7}",
                "intake.bad-timestamp|track|{\"userId\":\"u\",\"event\":\"E\",\"timestamp\":\"soon\"}",
                "intake.bad-timestamp|track|{\"userId\":\"u\",\"event\":\"E\",\"timestamp\":\"2026-02-30T00:00:00Z\"}",
                "intake.future|track|{\"userId\":\"u\",\"event\":\"E\",\"timestamp\":\"2026-04-01T12:00:01Z\"}",
                "intake.bad-text|track|{\"userId\":\"u\\u0000\",\"event\":\"E\"}",
                "intake.bad-text|track|{\"userId\":\"u\",\"event\":\"E\",\"properties\":{\"a\":\"\\ud800\"}}",
                "intake.bad-text|track|{\"userId\":\"u\",\"event\":\"E\",\"properties\":{\"a\":[\"\\u0000\"]}}",
                "intake.bad-number|track|{\"userId\":\"u\",\"event\":\"E\",\"properties\":{\"a\":NaN}}",
                "intake.bad-number|track|{\"userId\":\"u\",\"event\":\"E\",\"properties\":{\"a\":1e999}}",
                "intake.bad-number|track|{\"userId\":\"u\",\"event\":\"E\",\"properties\":{\"a\":[-Infinity]}}",
                "intake.bad-service-type|track|{\"userId\":\"u\",\"event\":\"Service Contacted\"}",
                "intake.bad-satisfaction|track|{\"userId\":\"u\",\"event\":\"Service Contacted\",\"properties\":{\"type\":\"delivery\",\"satisfaction\":6}}",
                "intake.no-campaign|track|{\"userId\":\"u\",\"event\":\"Campaign Sent\"}",
                "intake.no-survey|track|{\"userId\":\"u\",\"event\":\"Survey Answered\"}",
                "intake.no-order|track|{\"userId\":\"u\",\"event\":\"Order Completed\",\"properties\":{\"total\":1}}",
                "intake.bad-amount|track|{\"userId\":\"u\",\"event\":\"Order Completed\",\"properties\":{\"order_id\":\"1\",\"total\":\"1,5\"}}",
                "intake.bad-amount|track|{\"userId\":\"u\",\"event\":\"Order Completed\",\"properties\":{\"order_id\":\"1\",\"total\":-1}}",
                "intake.bad-amount|track|{\"userId\":\"u\",\"event\":\"Order Completed\",\"properties\":{\"order_id\":\"1\",\"total\":1e300}}",
                "intake.bad-amount|track|{\"userId\":\"u\",\"event\":\"Order Completed\",\"properties\":{\"order_id\":\"1\",\"total\":1e-300}}",
                "intake.bad-currency|track|{\"userId\":\"u\",\"event\":\"Order Completed\",\"properties\":{\"order_id\":\"1\",\"total\":1,\"currency\":\"QQQ\"}}",
                "intake.bad-quantity|track|{\"userId\":\"u\",\"event\":\"Order Completed\",\"properties\":{\"order_id\":\"1\",\"products\":[{\"price\":1,\"quantity\":1.5}]}}",
            })
    void saysWhatIsWrong(String code, String type, String json) {
        assertThat(world.rejection(type, json)).isEqualTo(code);
        assertThat(world.onlyEntry().code()).isEqualTo(code);
        assertThat(world.onlyEntry().message()).isNotEqualTo(code);
        assertThat(world.facts.count()).isZero();
    }

    @Test
    void takesTheGoodOnesOfABatchAndPointsAtTheBadOne() {
        var receipt =
                world.batch(
                        World.track("1", "ann", "E", "{}"),
                        World.track("2", "ann", "E", "{\"a\":{\"b\":NaN}}"),
                        "\"no call\"",
                        World.track("4", "ann", "E", "{}"));

        assertThat(receipt.accepted()).isEqualTo(2);
        assertThat(receipt.errors())
                .extracting(Intake.Rejection::pointer)
                .containsExactly("/batch/1/a/b", "/batch/2");
        assertThat(world.waiting()).isEqualTo(2);
    }

    @Test
    void keepsTheSameRejectedMessageOnce() {
        String bad = World.track("1", "ann", "Campaign Sent", "{}");

        world.batch(bad);
        world.batch(bad);

        assertThat(world.waiting()).isEqualTo(1);
    }

    @Test
    void readsTheLastOfTwoEqualNames() {
        world.send(
                "track",
                "{\"userId\":\"u\",\"event\":\"E\",\"properties\":{\"a\":1,\"a\":2},\"event\":\"F\"}");

        assertThat(world.facts.only("kind")).isEqualTo("event.F");
        assertThat(world.facts.only("attributes->>'a'")).isEqualTo("2");
    }
}
