package io.millrace.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.intake.Intake.Answer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostileInputTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private static String event(String properties) {
        return World.track("m", "eve", "E", properties);
    }

    @Test
    void rejectsTenThousandLevelsAndTakesTheNeighbour() {
        String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
        String list = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        var receipt = world.batch(event(deep), event(list), World.track("n", "ann", "E", "{}"));

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(receipt.errors())
                .extracting(Intake.Rejection::code)
                .containsOnly("intake.too-deep");
    }

    @Test
    void answersAMillionLevelsWithoutFallingOver() {
        var answer = world.intake.accept(World.request(World.KEY, "track", "[".repeat(1_000_000)));

        assertThat(answer).isInstanceOf(Answer.Broken.class);
        assertThat(world.onlyEntry().payload()).hasSize(Limits.BROKEN_BODY_KEPT);
    }

    @Test
    void rejectsAHundredThousandNames() {
        String names =
                IntStream.range(0, 100_000)
                        .mapToObj(i -> "\"k" + i + "\":" + i)
                        .collect(Collectors.joining(",", "{", "}"));

        var receipt = world.batch(event(names), World.track("n", "ann", "E", "{}"));

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(receipt.errors().getFirst().code()).isEqualTo("intake.too-many-keys");
    }

    @Test
    void rejectsATextOfMegabytesAndTakesTheNeighbour() {
        String text = "{\"a\":\"" + "x".repeat(3_000_000) + "\"}";

        var receipt = world.batch(event(text), World.track("n", "ann", "E", "{}"));

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(receipt.errors().getFirst().code()).isEqualTo("intake.too-large");
    }

    @Test
    void cutsATextThatIsOnlyLongAndSaysSo() {
        world.send(
                "track",
                "{\"userId\":\"u\",\"event\":\"E\",\"properties\":{\"a\":\""
                        + "好".repeat(5_000)
                        + "\"}}");

        assertThat(world.facts.only("length(attributes->>'a')")).isEqualTo("4096");
        assertThat(world.facts.only("attributes->>'truncated'")).isEqualTo("a");
    }

    @Test
    void keepsTheBeginningOfABodyThatIsNoJson() {
        for (String body : new String[] {"{\"a\"", "[1,2]", "\"text\"", "{} {}", "nul"}) {
            assertThat(world.intake.accept(World.request(World.KEY, "track", body)))
                    .as(body)
                    .isInstanceOf(Answer.Broken.class);
        }

        assertThat(world.waiting()).isEqualTo(5);
    }

    @Test
    void saysThatAnEmptyBodyIsEmpty() {
        assertThat(world.intake.accept(World.request(World.KEY, "track", "")))
                .isEqualTo(new Answer.Broken("intake.empty", 0));
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] body = "{\"userId\":\"u\",\"event\":\"E?\"}".getBytes(StandardCharsets.UTF_8);
        body[body.length - 3] = (byte) 0xC3;

        var answer =
                world.intake.accept(
                        new Intake.Request(
                                World.KEY,
                                body,
                                body.length,
                                false,
                                new Intake.Options(false, "track")));

        assertThat(answer).isInstanceOf(Answer.Broken.class);
    }

    @Test
    void takesTheFirstTwoAndAHalfThousandOfALargerBatch() {
        String[] calls =
                IntStream.range(0, 2_503)
                        .mapToObj(i -> World.track("m" + i, "ann", "E", "{}"))
                        .toArray(String[]::new);

        var receipt = world.batch(calls);

        assertThat(receipt.accepted()).isEqualTo(2_500);
        assertThat(receipt.rejected()).isEqualTo(3);
        assertThat(world.onlyEntry().code()).isEqualTo("intake.too-many-events");
    }

    @Test
    void admitsOnlySoManyNamesOfEvents() {
        for (int from = 0; from < 6_000; from += 1_000) {
            int first = from;
            world.batch(
                    IntStream.range(first, first + 1_000)
                            .mapToObj(i -> World.track("m" + i, "ann", "Event " + i, "{}"))
                            .toArray(String[]::new));
        }

        assertThat(world.facts.count()).isEqualTo(Limits.EVENT_NAMES);
        assertThat(world.rejection("track", "{\"userId\":\"u\",\"event\":\"One more\"}"))
                .isEqualTo("intake.too-many-names");
    }
}
