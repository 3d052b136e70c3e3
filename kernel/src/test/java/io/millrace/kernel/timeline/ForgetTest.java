package io.millrace.kernel.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgetTest {
    private static final UUID ANNA = new UUID(1, 1);
    private static final UUID BO = new UUID(-1, 2);
    private static final Instant AT = Instant.parse("2024-05-01T10:00:00Z");

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // filled before each test
    private TimelineStore store;

    @BeforeEach
    void fill() {
        store = ((Opening.Opened) TimelineStore.open(folder)).store();
        store.apply(
                List.of(
                        order(1, ANNA, Kinds.ORDER_COMPLETED, 900, "anna-order-1"),
                        order(2, BO, Kinds.ORDER_COMPLETED, 500, "bo-order-2")),
                1);
        store.apply(List.of(order(3, ANNA, Kinds.ORDER_REFUNDED, -100, "anna-order-1")), 2);
    }

    @Test
    void noByteOfThePersonRemainsInAnyFile() throws IOException {
        assertThat(allBytes()).contains("anna-order-1", "cipher-anna", "wish-anna", "shared-word");
        store.forget(Set.of(ANNA), Set.of("sku"));
        assertThat(allBytes())
                .doesNotContain("anna-order-1", "cipher-anna", "wish-anna")
                .contains("bo-order-2", "cipher-bo", "wish-bo", "shared-word");
    }

    @Test
    void theStatisticsSurvive() {
        store.forget(Set.of(ANNA), Set.of("sku", "cost"));
        store = ((Opening.Opened) TimelineStore.open(folder)).store();
        Dictionary words = store.snapshot().dictionary();
        Timeline timeline = store.snapshot().timeline(ANNA);
        assertThat(timeline.next()).isTrue();
        assertThat(timeline.kind()).isEqualTo(words.code(Kinds.ORDER_COMPLETED));
        assertThat(timeline.amount()).isEqualTo(900);
        assertThat(words.word(timeline.text(words.code("sku")))).isEqualTo("tea");
        assertThat(timeline.whole(words.code("cost"), 0)).isEqualTo(40);
        assertThat(timeline.text(words.code("wish"))).isEqualTo(Dictionary.NONE);
        assertThat(timeline.has(words.code("card"))).as("a number can tell a person").isFalse();
        assertThat(timeline.subject()).isEmpty();
        long order = timeline.subjectHash();
        assertThat(order).isNotZero().isNotEqualTo(SubjectHash.of("anna-order-1"));
        assertThat(timeline.next()).isTrue();
        assertThat(timeline.subjectHash()).as("facts of one order still join").isEqualTo(order);
        assertThat(store.watermark()).isEqualTo(2);
    }

    @Test
    void othersAreUntouchedAndWordsCanComeBack() {
        store.forget(Set.of(ANNA), Set.of());
        store.apply(List.of(order(4, BO, Kinds.ORDER_COMPLETED, 1, "anna-order-1")), 3);
        store = ((Opening.Opened) TimelineStore.open(folder)).store();
        Dictionary words = store.snapshot().dictionary();
        Timeline timeline = store.snapshot().timeline(BO);
        assertThat(timeline.next()).isTrue();
        assertThat(timeline.subject()).isEqualTo("bo-order-2");
        assertThat(words.word(timeline.text(words.code("wish")))).isEqualTo("wish-bo");
        assertThat(timeline.next()).isTrue();
        assertThat(timeline.subject()).isEqualTo("anna-order-1");
    }

    @Test
    void anOlderSnapshotKeepsReading() {
        Snapshot before = store.snapshot();
        store.forget(Set.of(ANNA), Set.of());
        Timeline timeline = before.timeline(ANNA);
        assertThat(timeline.next()).isTrue();
        assertThat(timeline.subject()).isEqualTo("anna-order-1");
    }

    private static Fact order(long id, UUID profile, String kind, long amount, String subject) {
        String name = profile.equals(ANNA) ? "anna" : "bo";
        return new Fact(
                new UUID(9, id),
                profile,
                kind,
                AT.plusSeconds(id),
                AT,
                subject,
                amount,
                "EUR",
                Map.of(
                        "sku", new Value.Text("tea"),
                        "cost", new Value.Whole(40),
                        "card", new Value.Whole(13_800_138_000L),
                        "wish", new Value.Text("wish-" + name),
                        "mood", new Value.Text("shared-word"),
                        "phone", new Value.Sealed("cipher-" + name)),
                "test",
                false);
    }

    private String allBytes() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
