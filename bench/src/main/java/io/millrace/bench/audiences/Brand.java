package io.millrace.bench.audiences;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An invented brand: its words, and the facts that happen to its customers. Seeded, so that two
 * runs have the same customers and differ only in the day on which they run.
 */
final class Brand {
    static final int PAGES = 400;
    static final int CATEGORIES = 40;
    static final int SKUS = 800;
    static final int CAMPAIGNS = 300;
    static final int CITIES = 60;
    static final int EVENTS = 12;
    static final int TAGS = 50;
    static final Duration SPAN = Duration.ofDays(730);
    static final String CURRENCY = "CNY";

    private final RandomGenerator random;

    Brand(RandomGenerator random) {
        this.random = random;
    }

    static String page(int number) {
        return "page " + number;
    }

    static String category(int number) {
        return "category " + number;
    }

    static String sku(int number) {
        return "sku " + number;
    }

    static String campaign(int number) {
        return "campaign " + number;
    }

    static String city(int number) {
        return "city " + number;
    }

    static String tag(int number) {
        return "tag " + number;
    }

    static String event(int number) {
        return Kinds.EVENT_PREFIX + "Feature " + number;
    }

    /** Low numbers are more popular than high ones. */
    int popular(int of) {
        double share = random.nextDouble();
        return (int) (share * share * of);
    }

    /** One of the things that customers do, about as often as they do them. */
    Fact something(UUID customer, Instant at) {
        return switch (random.nextInt(100)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 -> sent(customer, at);
            case 14, 15, 16, 17 -> responded(customer, at);
            case 18, 19, 20, 21, 22, 23, 24, 25 -> item(customer, at);
            case 26, 27, 28, 29, 30, 31 -> order(customer, at);
            case 32, 33, 34, 35, 36, 37 ->
                    fact(customer, event(popular(EVENTS)), at, null, 0, Map.of());
            case 38, 39 -> changed(customer, at, "city", city(popular(CITIES)));
            case 40 -> tagged(customer, at);
            default -> viewed(customer, at);
        };
    }

    Fact known(UUID customer, Instant at) {
        String identities = random.nextInt(4) == 0 ? "email" : "email,phone";
        return fact(customer, Kinds.CUSTOMER_KNOWN, at, null, 0, text("identities", identities));
    }

    Fact changed(UUID customer, Instant at, String attribute, String value) {
        return fact(
                customer,
                Kinds.PROFILE_CHANGED,
                at,
                null,
                0,
                Map.of("attribute", new Value.Text(attribute), "value", new Value.Text(value)));
    }

    Fact consent(UUID customer, Instant at) {
        String kind = random.nextInt(10) == 0 ? Kinds.CONSENT_WITHDRAWN : Kinds.CONSENT_GIVEN;
        return fact(
                customer,
                kind,
                at,
                null,
                0,
                Map.of("purpose", new Value.Text("marketing"), "channel", new Value.Text("email")));
    }

    private Fact tagged(UUID customer, Instant at) {
        return fact(
                customer,
                Kinds.TAG_ADDED,
                at,
                null,
                0,
                Map.of(
                        "category", new Value.Text("interest"),
                        "value", new Value.Text(tag(popular(TAGS)))));
    }

    private Fact viewed(UUID customer, Instant at) {
        int page = popular(PAGES);
        return fact(
                customer,
                Kinds.PAGE_VIEWED,
                at,
                null,
                0,
                Map.of(
                        "page", new Value.Text(page(page)),
                        "category", new Value.Text(category(page % CATEGORIES))));
    }

    private Fact sent(UUID customer, Instant at) {
        String campaign = campaign(popular(CAMPAIGNS));
        return fact(customer, Kinds.CAMPAIGN_SENT, at, campaign, 0, text("campaign", campaign));
    }

    private Fact responded(UUID customer, Instant at) {
        String campaign = campaign(popular(CAMPAIGNS));
        return fact(
                customer, Kinds.CAMPAIGN_RESPONDED, at, campaign, 0, text("campaign", campaign));
    }

    private Fact item(UUID customer, Instant at) {
        int sku = popular(SKUS);
        return fact(
                customer,
                Kinds.ORDER_ITEM,
                at,
                order(),
                amount(),
                Map.of(
                        "sku", new Value.Text(sku(sku)),
                        "category", new Value.Text(category(sku % CATEGORIES)),
                        "quantity", new Value.Whole(1 + random.nextInt(3))));
    }

    private Fact order(UUID customer, Instant at) {
        String channel = random.nextInt(3) == 0 ? "store" : "web";
        return fact(
                customer, Kinds.ORDER_COMPLETED, at, order(), amount(), text("channel", channel));
    }

    private String order() {
        return "order " + random.nextInt(Integer.MAX_VALUE);
    }

    private long amount() {
        return 500 + (long) (Math.exp(random.nextGaussian()) * 4_000);
    }

    private static Map<String, Value> text(String name, String value) {
        return Map.of(name, new Value.Text(value));
    }

    private Fact fact(
            UUID customer,
            String kind,
            Instant at,
            @Nullable String subject,
            long amount,
            Map<String, Value> attributes) {
        return new Fact(
                id(at),
                customer,
                kind,
                at,
                at,
                subject,
                amount,
                amount == 0 ? null : CURRENCY,
                attributes,
                "bench",
                false);
    }

    UUID id(Instant at) {
        return new UUID(
                at.toEpochMilli() << 16 | 0x7000 | random.nextInt(1 << 12),
                random.nextLong() >>> 2 | Long.MIN_VALUE);
    }
}
