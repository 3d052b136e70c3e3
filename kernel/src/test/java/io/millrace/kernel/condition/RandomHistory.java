package io.millrace.kernel.condition;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Facts that collide on purpose, around days on which clocks change or calendars are odd. */
public final class RandomHistory {
    static final List<ZoneId> ZONES =
            List.of(
                    ZoneId.of("UTC"),
                    ZoneId.of("Europe/London"),
                    ZoneId.of("America/New_York"),
                    ZoneId.of("Australia/Lord_Howe"),
                    ZoneId.of("Asia/Shanghai"),
                    ZoneId.of("America/St_Johns"),
                    ZoneId.of("America/Sao_Paulo"),
                    ZoneId.of("Pacific/Apia"));
    private static final List<Instant> ODD_TIMES =
            List.of(
                    Instant.parse("2024-02-29T12:00:00Z"),
                    Instant.parse("2023-02-28T23:30:00Z"),
                    Instant.parse("2024-03-10T07:00:00Z"),
                    Instant.parse("2024-03-31T01:00:00Z"),
                    Instant.parse("2024-04-06T15:00:00Z"),
                    Instant.parse("2024-10-05T15:30:00Z"),
                    Instant.parse("2024-10-27T01:00:00Z"),
                    Instant.parse("2024-11-03T06:00:00Z"),
                    Instant.parse("2006-10-29T02:31:00Z"),
                    Instant.parse("2018-02-18T02:00:00Z"),
                    Instant.parse("2018-11-04T03:00:00Z"),
                    Instant.parse("2011-12-30T10:00:00Z"),
                    Instant.parse("2023-12-31T23:00:00Z"));
    static final List<String> TEXTS =
            List.of(
                    "red",
                    "blue",
                    "red,blue",
                    "12",
                    "-3.5",
                    "3",
                    "true",
                    "2000-02-29",
                    "1999-12-31T10:00");
    static final List<String> KINDS =
            List.of(
                    "order.completed",
                    "order.refunded",
                    "page.viewed",
                    "event.Spin",
                    "order.cancelled",
                    "event.Never");

    private final RandomGenerator random;
    private final Instant middle;

    public RandomHistory(RandomGenerator random) {
        this.random = random;
        this.middle = ODD_TIMES.get(random.nextInt(ODD_TIMES.size()));
    }

    /** An instant near the others; many of them coincide or lie whole days apart. */
    Instant instant() {
        Duration away =
                switch (random.nextInt(6)) {
                    case 0 -> Duration.ofHours(random.nextInt(-36, 37));
                    case 1 -> Duration.ofMinutes(random.nextInt(-3_000, 3_001));
                    case 2 -> Duration.ofDays(random.nextInt(-70, 71));
                    case 3 -> Duration.ofHours(random.nextInt(-24 * 20, 24 * 20));
                    default -> Duration.ofDays(random.nextInt(-5, 6));
                };
        return random.nextInt(30) == 0 ? middle.plus(away.multipliedBy(12)) : middle.plus(away);
    }

    List<Fact> facts(UUID customer, int number) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            boolean again = !facts.isEmpty() && random.nextInt(6) == 0;
            Instant at = again ? facts.getLast().occurredAt() : instant();
            facts.add(fact(customer, at, i));
        }
        facts.sort((one, other) ->
                one.occurredAt().equals(other.occurredAt())
                        ? one.id().compareTo(other.id())
                        : one.occurredAt().compareTo(other.occurredAt()));
        return facts;
    }

    private Fact fact(UUID customer, Instant at, int number) {
        Map<String, Value> attributes = new HashMap<>();
        String kind = kind(attributes);
        boolean money = random.nextBoolean();
        return new Fact(
                new UUID(random.nextInt(1, 4), random.nextInt(1_000) * 100L + number),
                customer,
                kind,
                at,
                at,
                random.nextBoolean() ? subject() : null,
                money ? random.nextInt(-4, 12) : 0,
                money ? pick("EUR", "CNY") : null,
                attributes,
                pick("shop", "app"),
                random.nextBoolean());
    }

    private String kind(Map<String, Value> attributes) {
        return switch (random.nextInt(22)) {
            case 0, 1 -> changed(attributes);
            case 2 -> {
                text(attributes, "type", pick("email", "phone"));
                yield Kinds.IDENTITY_ADDED;
            }
            case 3 -> {
                text(attributes, "identities", pick("email", "email,phone", "card"));
                yield Kinds.CUSTOMER_KNOWN;
            }
            case 4 -> {
                text(attributes, "purpose", pick("ads", "news"));
                text(attributes, "channel", pick("email", "sms"));
                yield pick(Kinds.CONSENT_GIVEN, Kinds.CONSENT_WITHDRAWN);
            }
            case 5, 6 -> tag(attributes);
            case 7 -> {
                text(attributes, "model", pick("rfm", "clv"));
                attributes.put("figure", value());
                yield Kinds.MODEL_SCORED;
            }
            case 8 -> {
                text(attributes, "scheme", pick("activity", "plan"));
                text(attributes, "stage", pick("new", "active", "lost"));
                if (random.nextBoolean()) {
                    text(attributes, "from", pick("new", "active", "lost"));
                }
                yield Kinds.STAGE_ENTERED;
            }
            case 9 -> {
                text(attributes, "audience", pick("a", "b"));
                yield pick(Kinds.AUDIENCE_ENTERED, Kinds.AUDIENCE_LEFT);
            }
            case 10, 11, 12, 13, 14, 15, 16 -> bought(attributes);
            case 17 -> {
                text(attributes, "response", pick("opened", "clicked", "unsubscribed"));
                yield Kinds.CAMPAIGN_RESPONDED;
            }
            default -> {
                for (int i = random.nextInt(3); i > 0; i--) {
                    attributes.put(pick("x", "y"), value());
                }
                yield KINDS.get(random.nextInt(5));
            }
        };
    }

    /** Lines and orders of few things, so that favourites come and go. */
    private String bought(Map<String, Value> attributes) {
        if (random.nextInt(3) == 0) {
            text(attributes, "channel", pick("tea", "cake"));
            if (random.nextBoolean()) {
                text(attributes, "store", pick("tea", "12"));
            }
            return Kinds.ORDER_COMPLETED;
        }
        if (random.nextInt(4) > 0) {
            text(attributes, "category", pick("tea", "cake", "3"));
        }
        if (random.nextBoolean()) {
            attributes.put("price", value());
        }
        if (random.nextBoolean()) {
            attributes.put("quantity", new Value.Whole(random.nextInt(1, 3)));
        }
        return switch (random.nextInt(10)) {
            case 0 -> Kinds.ORDER_CANCELLED;
            case 1, 2 -> Kinds.ORDER_ITEM_REFUNDED;
            default -> Kinds.ORDER_ITEM;
        };
    }

    private String changed(Map<String, Value> attributes) {
        String name = pick("city", "age", "birthday", "timezone");
        text(attributes, "attribute", name);
        if (name.equals("timezone") && random.nextBoolean()) {
            text(attributes, "value", pick("Asia/Tokyo", "America/Los_Angeles"));
            return Kinds.PROFILE_CHANGED;
        }
        if (name.equals("birthday") && random.nextInt(5) > 0) {
            attributes.put(
                    "value",
                    random.nextInt(3) == 0
                            ? new Value.Sealed(NaiveValues.SEALED_DATE + birthday())
                            : new Value.Text(birthday()));
        } else if (random.nextInt(5) > 0) {
            attributes.put("value", value());
        }
        return Kinds.PROFILE_CHANGED;
    }

    private String birthday() {
        String day =
                middle.plus(Duration.ofDays(random.nextInt(-12, 13))).toString().substring(4, 10);
        return pick("1980-02-29", random.nextInt(1990, 2024) + day, "1995-06-15");
    }

    private String tag(Map<String, Value> attributes) {
        text(attributes, "category", pick("hobby", "size"));
        text(attributes, "value", pick("fishing", "golf"));
        if (random.nextBoolean()) {
            text(
                    attributes,
                    "days",
                    pick("SAT,SUN", "MON", "TUE,WED,THU", "MON,TUE,WED,THU,FRI,SAT,SUN"));
        }
        return random.nextInt(3) > 0 ? Kinds.TAG_ADDED : Kinds.TAG_REMOVED;
    }

    Value value() {
        return switch (random.nextInt(6)) {
            case 0 -> new Value.Whole(random.nextInt(-3, 13));
            case 1 ->
                    new Value.Real(
                            random.nextInt(-6, 26) / 2.0 + (random.nextInt(4) == 0 ? 0.1 : 0));
            case 2 -> new Value.Flag(random.nextBoolean());
            case 3 -> new Value.Sealed("cipher");
            default -> new Value.Text(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }

    String subject() {
        return "order " + random.nextInt(6);
    }

    String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    private static void text(Map<String, Value> attributes, String name, String text) {
        attributes.put(name, new Value.Text(text));
    }
}
