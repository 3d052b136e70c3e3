package io.millrace.kernel.model.preference;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.kernel.preference.Preference;
import io.millrace.kernel.timeline.BulkWriter;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.FoldRun;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Snapshot;
import io.millrace.kernel.timeline.TimelineStore;
import io.millrace.kernel.timeline.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every expectation is counted by hand. */
class FindsFavouritesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant END = Instant.parse("2025-01-01T00:00:00Z");

    @TempDir Path folder;
    private final List<Fact> facts = new ArrayList<>();

    @Test
    void theCategoryOfMostPurchasesWhateverTheyCost() {
        known(1);
        item(1, "a", "2024-03-01T10:00:00Z", "Tea", 4.5, 1);
        item(1, "b", "2024-03-02T10:00:00Z", "Tea", 4.5, 1);
        item(1, "b", "2024-03-02T10:00:00Z", "Coffee", 900, 10);
        item(1, "c", "2024-03-03T10:00:00Z", "Tea", 12, 2);
        assertThat(of(1, Preference.CATEGORY)).contains(favourite("Tea", 0.75, 3));
        assertThat(of(1, Preference.PRICE_BAND)).contains(favourite("2-5", 0.5, 3));
    }

    @Test
    void whatWasCancelledOrGivenBackIsNoHabit() {
        known(1);
        item(1, "a", "2024-03-01T10:00:00Z", "Tea", 4, 1);
        item(1, "b", "2024-03-02T10:00:00Z", "Tea", 4, 1);
        item(1, "c", "2024-03-03T10:00:00Z", "Cake", 4, 2);
        item(1, "d", "2024-03-04T10:00:00Z", "Cake", 4, 1);
        item(1, "e", "2024-03-05T10:00:00Z", "Cake", 4, 1);
        item(1, "f", "2024-03-06T10:00:00Z", "Soap", 4, 1);
        add(1, Kinds.ORDER_CANCELLED, "a", "2024-03-07T10:00:00Z", Map.of());
        Map<String, Value> oneOfTwo = Map.of("category", text("Cake"), "quantity", whole(1));
        add(1, Kinds.ORDER_ITEM_REFUNDED, "c", "2024-03-07T10:00:00Z", oneOfTwo);
        Map<String, Value> all = Map.of("category", text("Soap"), "quantity", whole(1));
        add(1, Kinds.ORDER_ITEM_REFUNDED, "f", "2024-03-07T10:00:00Z", all);
        assertThat(of(1, Preference.CATEGORY)).contains(favourite("Cake", 0.75, 4));
    }

    @Test
    void ofEqualOnesTheLaterAndOfEquallyLateOnesTheFirstWord() {
        known(1);
        item(1, "a", "2024-03-01T10:00:00Z", "Tea", 4, 1);
        item(1, "b", "2024-03-02T10:00:00Z", "Cake", 4, 1);
        item(1, "c", "2024-03-03T10:00:00Z", "Soap", 4, 1);
        known(2);
        for (String order : List.of("d", "e", "f")) {
            item(2, order, "2024-03-03T10:00:00Z", "Tea", 4, 1);
            item(2, order, "2024-03-03T10:00:00Z", "Cake", 4, 1);
        }
        assertThat(of(1, Preference.CATEGORY).orElseThrow().value()).isEqualTo("Soap");
        assertThat(of(2, Preference.CATEGORY)).contains(favourite("Cake", 0.5, 3));
    }

    @Test
    void saysNothingOfTwoPurchases() {
        known(1);
        ordered(1, "a", "2024-03-01T10:00:00Z", "Bund", "store");
        ordered(1, "b", "2024-03-02T10:00:00Z", "Bund", "web");
        assertThat(of(1, Preference.STORE)).isEmpty();
        ordered(1, "c", "2024-03-03T10:00:00Z", "Jing'an", "web");
        assertThat(of(1, Preference.STORE)).contains(favourite("Bund", 2 / 3.0, 3));
        assertThat(of(1, Preference.CHANNEL)).contains(favourite("web", 2 / 3.0, 3));
    }

    @Test
    void responsesWeighThreePurchasesInTheZoneOfTheBrandOrTheCustomer() {
        known(1);
        known(2);
        attribute(2, "timezone", "America/New_York", "2024-03-09T10:00:00Z");
        for (int customer = 1; customer <= 2; customer++) {
            ordered(customer, customer + "a", "2024-03-01T02:00:00Z", null, "web");
            ordered(customer, customer + "b", "2024-03-02T02:30:00Z", null, "web");
            ordered(customer, customer + "c", "2024-03-02T16:00:00Z", null, "web");
            responded(customer, "2024-03-03T18:15:00Z", "opened");
            responded(customer, "2024-03-10T18:15:00Z", "unsubscribed");
            responded(customer, "2024-03-11T18:15:00Z", "clicked");
        }
        assertThat(of(1, Preference.WEEKDAY)).contains(favourite("TUE", 3 / 9.0, 5));
        assertThat(of(1, Preference.HOUR)).contains(favourite("2", 6 / 8.0, 4));
        assertThat(of(2, Preference.HOUR)).contains(favourite("14", 3 / 8.0, 4));
    }

    @Test
    void anyPastDayHasItsOwnFavourites() {
        known(1);
        for (String day : List.of("01", "02", "03")) {
            item(1, "t" + day, "2024-03-" + day + "T10:00:00Z", "Tea", 4, 1);
        }
        for (String day : List.of("04", "05", "06", "07")) {
            item(1, "c" + day, "2024-03-" + day + "T10:00:00Z", "Cake", 4, 1);
        }
        Instant then = Instant.parse("2024-03-04T00:00:00Z");
        assertThat(of(1, Preference.CATEGORY, then).orElseThrow().value()).isEqualTo("Tea");
        assertThat(of(1, Preference.CATEGORY).orElseThrow().value()).isEqualTo("Cake");
    }

    @Test
    void visitorsHaveNoRow() {
        item(1, "a", "2024-03-01T10:00:00Z", "Tea", 4, 1);
        assertThat(table(END).size()).isZero();
    }

    private Optional<PreferenceTable.Favourite> of(long customer, Preference preference) {
        return of(customer, preference, END);
    }

    private Optional<PreferenceTable.Favourite> of(
            long customer, Preference preference, Instant asOf) {
        PreferenceTable table = table(asOf);
        for (int row = 0; row < table.size(); row++) {
            if (table.customer(row).equals(new UUID(0, customer))) {
                return table.favourite(row, preference);
            }
        }
        throw new AssertionError("no such customer: " + customer);
    }

    private PreferenceTable table(Instant asOf) {
        BulkWriter writer = TimelineStore.rebuild(folder.resolve(UUID.randomUUID().toString()));
        facts.forEach(writer::add);
        Snapshot snapshot = writer.finish(1).snapshot();
        FoldRun run = FoldRun.over(snapshot).threads(2);
        var filled =
                run.add(
                        new PreferenceFold(
                                snapshot.dictionary(),
                                EnumSet.allOf(Preference.class),
                                Micros.of(asOf),
                                SHANGHAI));
        run.run();
        return filled.get().table();
    }

    private static PreferenceTable.Favourite favourite(String value, double share, int known) {
        return new PreferenceTable.Favourite(value, share, known);
    }

    private void known(long customer) {
        add(customer, Kinds.CUSTOMER_KNOWN, null, "2024-01-01T00:00:00Z", Map.of());
    }

    private void item(
            long customer, String order, String at, String category, double price, long pieces) {
        Map<String, Value> line =
                Map.of(
                        "category", text(category),
                        "price", new Value.Real(price),
                        "quantity", whole(pieces));
        add(customer, Kinds.ORDER_ITEM, order, at, line);
    }

    private void ordered(
            long customer, String order, String at, @Nullable String store, String channel) {
        Map<String, Value> place = new HashMap<>(Map.of("channel", text(channel)));
        if (store != null) {
            place.put("store", text(store));
        }
        add(customer, Kinds.ORDER_COMPLETED, order, at, place);
    }

    private void responded(long customer, String at, String response) {
        add(customer, Kinds.CAMPAIGN_RESPONDED, "spring", at, Map.of("response", text(response)));
    }

    private void attribute(long customer, String name, String value, String at) {
        Map<String, Value> told = Map.of("attribute", text(name), "value", text(value));
        add(customer, Kinds.PROFILE_CHANGED, null, at, told);
    }

    private void add(
            long customer,
            String kind,
            @Nullable String subject,
            String at,
            Map<String, Value> attributes) {
        Instant instant = Instant.parse(at);
        facts.add(
                new Fact(
                        new UUID(7, facts.size()),
                        new UUID(0, customer),
                        kind,
                        instant,
                        instant,
                        subject == null ? "" : subject,
                        0,
                        "",
                        attributes,
                        "test",
                        true));
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    private static Value whole(long number) {
        return new Value.Whole(number);
    }
}
