package io.millrace.sample.brand;

import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A life as the facts that the product makes of it, without the product: for benchmarks and tests
 * of the stores. Ids are made from the life's index, so that they too are the same every time.
 */
public final class SampleFacts {
    public static final String SOURCE = "sample";

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private final long index;
    private final UUID profile;
    private final List<Fact> facts = new ArrayList<>(32);

    private SampleFacts(Person person) {
        this.index = person.index();
        this.profile = id(person.joinedAt().toEpochMilli(), 0);
    }

    /** The facts of one life, in the order in which they happened. */
    public static List<Fact> of(Life life) {
        SampleFacts written = new SampleFacts(life.person());
        written.write(life);
        return written.facts;
    }

    /** The profile under which {@link #of} files a life. */
    public static UUID profile(Person person) {
        return new SampleFacts(person).profile;
    }

    private void write(Life life) {
        boolean known = life.person().member() == null;
        for (Happening happening : life.happenings()) {
            if (!known && !happening.at().isBefore(life.person().joinedAt())) {
                known = true;
                plain(Kinds.CUSTOMER_KNOWN, life.person().joinedAt(), null, Map.of());
            }
            write(happening);
        }
        if (!known) {
            plain(Kinds.CUSTOMER_KNOWN, life.person().joinedAt(), null, Map.of());
        }
    }

    private void write(Happening happening) {
        switch (happening) {
            case Happening.Bought it -> bought(it);
            case Happening.Refunded it -> refunded(it);
            case Happening.Cancelled it ->
                    money(Kinds.ORDER_CANCELLED, it.at(), it.order(), -it.amount(), Map.of());
            default -> touched(happening);
        }
    }

    private void touched(Happening happening) {
        Told told = told(happening);
        plain(told.kind(), happening.at(), told.subject(), told.attributes());
    }

    /**
     * What the product keeps of something that moves no money.
     *
     * @param subject what the fact is about
     */
    public record Told(String kind, @Nullable String subject, Map<String, Value> attributes) {}

    /**
     * How a happening is told as a fact.
     *
     * @throws IllegalArgumentException if it moves money
     */
    public static Told told(Happening happening) {
        return switch (happening) {
            case Happening.Viewed it -> told(it);
            case Happening.Served it -> told(it);
            case Happening.Mailed it -> told(it);
            case Happening.Responded it -> told(it);
            case Happening.Answered it -> told(it);
            case Happening.Consented it -> told(it);
            case Happening.Referred it -> new Told(Kinds.REFERRAL_MADE, it.number(), Map.of());
            case Happening.Shared it ->
                    new Told(
                            Kinds.EVENT_PREFIX + it.event(),
                            null,
                            Map.of("name", text(it.about())));
            case Happening.Tagged it -> told(it);
            default -> throw new IllegalArgumentException("moves money: " + happening);
        };
    }

    private static Told told(Happening.Viewed view) {
        return new Told(
                Kinds.PAGE_VIEWED,
                null,
                Map.of("path", text(view.path()), "title", text(view.title())));
    }

    private static Told told(Happening.Served contact) {
        Map<String, Value> attributes = new HashMap<>();
        attributes.put("type", text(contact.type()));
        attributes.put("channel", text(contact.channel()));
        attributes.put("staff", text(contact.staff()));
        if (contact.satisfaction() > 0) {
            attributes.put("satisfaction", new Value.Whole(contact.satisfaction()));
        }
        return new Told(Kinds.SERVICE_CONTACT, contact.order(), attributes);
    }

    private static Told told(Happening.Mailed mail) {
        return new Told(
                Kinds.CAMPAIGN_SENT, mail.campaign(), Map.of("channel", text(mail.channel())));
    }

    private static Told told(Happening.Responded answer) {
        return new Told(
                Kinds.CAMPAIGN_RESPONDED,
                answer.campaign(),
                Map.of(
                        "channel", text(answer.channel()),
                        "response", text(answer.response())));
    }

    private static Told told(Happening.Answered answer) {
        Map<String, Value> attributes = new HashMap<>();
        attributes.put("question", text(answer.question()));
        attributes.put("answer", text(answer.answer()));
        attributes.put("score", new Value.Whole(answer.score()));
        attributes.put("role", text(answer.role()));
        if (!answer.about().isEmpty()) {
            attributes.put("about", text(answer.about()));
        }
        if (!answer.brand().isEmpty()) {
            attributes.put("brand", text(answer.brand()));
        }
        return new Told(Kinds.SURVEY_ANSWERED, answer.survey(), attributes);
    }

    private static Told told(Happening.Consented word) {
        return new Told(
                word.given() ? Kinds.CONSENT_GIVEN : Kinds.CONSENT_WITHDRAWN,
                Consenting.PURPOSE,
                Map.of("purpose", text(Consenting.PURPOSE), "channel", text(word.channel())));
    }

    private static Told told(Happening.Tagged tag) {
        return new Told(
                Kinds.TAG_ADDED,
                null,
                Map.of("category", text(tag.category()), "value", text(tag.value())));
    }

    private void bought(Happening.Bought order) {
        money(
                Kinds.ORDER_COMPLETED,
                order.at(),
                order.order(),
                order.total(),
                Map.of(
                        "cost", new Value.Whole(order.cost()),
                        "channel", text(order.channel()),
                        "lines", new Value.Whole(order.items().size())));
        for (Happening.Item item : order.items()) {
            money(Kinds.ORDER_ITEM, order.at(), order.order(), item.amount(), of(item));
        }
    }

    private void refunded(Happening.Refunded refund) {
        long cost = Baskets.cost(refund.items());
        money(
                Kinds.ORDER_REFUNDED,
                refund.at(),
                refund.order(),
                -refund.amount(),
                Map.of("refund", text(refund.refund()), "cost", new Value.Whole(-cost)));
        for (Happening.Item item : refund.items()) {
            money(Kinds.ORDER_ITEM_REFUNDED, refund.at(), refund.order(), -item.amount(), of(item));
        }
    }

    private static Map<String, Value> of(Happening.Item item) {
        return Map.of(
                "sku", text(item.product().sku()),
                "category", text(item.product().category()),
                "quantity", new Value.Whole(item.quantity()));
    }

    private static Value.Text text(String text) {
        return new Value.Text(text);
    }

    private void plain(
            String kind, Instant at, @Nullable String subject, Map<String, Value> attributes) {
        add(kind, at, subject, 0, null, attributes);
    }

    private void money(
            String kind, Instant at, String subject, long amount, Map<String, Value> attributes) {
        add(kind, at, subject, amount, Assortment.CURRENCY, attributes);
    }

    private void add(
            String kind,
            Instant at,
            @Nullable String subject,
            long amount,
            @Nullable String currency,
            Map<String, Value> attributes) {
        UUID id = id(at.toEpochMilli(), facts.size() + 1);
        facts.add(
                new Fact(
                        id,
                        profile,
                        kind,
                        at,
                        at,
                        subject,
                        amount,
                        currency,
                        attributes,
                        SOURCE,
                        true));
    }

    private UUID id(long millis, int sequence) {
        return new UUID(millis << 16 | VERSION_7 | sequence & 0xFFF, VARIANT | index);
    }
}
