package io.millrace.bench.audiences;

import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Condition.Facts;
import io.millrace.kernel.condition.Length;
import io.millrace.kernel.condition.Measure;
import io.millrace.kernel.condition.Property;
import io.millrace.kernel.condition.Selection;
import io.millrace.kernel.condition.StateFacts;
import io.millrace.kernel.condition.ValueTest;
import io.millrace.kernel.condition.Window;
import io.millrace.kernel.timeline.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** What a brand asks: three of five audiences depend on how long ago something was. */
final class InventedAudiences {
    record Audience(UUID id, String name, Condition condition) {}

    private static final int[] DAYS = {3, 7, 14, 30, 60, 90, 180, 365};

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(1_000);
    private final Brand brand = new Brand(random);
    private final List<Audience> made = new ArrayList<>();

    static List<Audience> make(int number) {
        InventedAudiences audiences = new InventedAudiences();
        for (int i = 0; i < number; i++) {
            Condition condition = i % 5 < 3 ? audiences.relative() : audiences.timeless();
            UUID id = new UUID(0x0190_0000_0000_7000L + ((long) i << 16), Long.MIN_VALUE | i);
            audiences.made.add(new Audience(id, "Audience " + i, condition));
        }
        return audiences.made;
    }

    private Condition relative() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> all(count(page(), last(), 1 + random.nextInt(3)));
            case 2 -> all(count(category(), last(), 2 + random.nextInt(3)), level());
            case 3, 4 -> all(count(responded(), last(), 1), none(count(orders(), last(), 1)));
            case 5 ->
                    all(count(bought(), Window.EVER, 1), none(count(orders(), last(), 1)), share());
            case 6 -> all(count(orders(), last(), 1 + random.nextInt(4)), city());
            case 7 -> all(spent(last()), share());
            case 8 -> all(count(sent(), last(), 1), none(since()));
            case 9 -> sequence();
            case 10 -> all(calendar(), city());
            default ->
                    all(
                            new Condition.Anniversary("birthday", random.nextInt(4), 3),
                            tag(),
                            inAnother());
        };
    }

    private Condition timeless() {
        return switch (random.nextInt(7)) {
            case 0 -> all(tag(), city());
            case 1 -> all(level(), city(), consent());
            case 2 -> all(count(bought(), Window.EVER, 1), consent());
            case 3 -> all(count(page(), Window.EVER, 2), inAnother());
            case 4 -> all(spent(Window.EVER), city());
            case 5 -> all(distinct(), share());
            default ->
                    all(count(responded(), Window.EVER, 1), none(count(bought(), Window.EVER, 1)));
        };
    }

    private Window last() {
        return Window.lastDays(DAYS[random.nextInt(DAYS.length)]);
    }

    private Selection page() {
        return of(Kinds.PAGE_VIEWED, "page", Brand.page(brand.popular(Brand.PAGES)));
    }

    private Selection category() {
        return of(Kinds.PAGE_VIEWED, "category", Brand.category(random.nextInt(Brand.CATEGORIES)));
    }

    private Selection bought() {
        return random.nextBoolean()
                ? of(Kinds.ORDER_ITEM, "sku", Brand.sku(brand.popular(Brand.SKUS)))
                : of(
                        Kinds.ORDER_ITEM,
                        "category",
                        Brand.category(random.nextInt(Brand.CATEGORIES)));
    }

    private Selection sent() {
        return of(Kinds.CAMPAIGN_SENT, "campaign", Brand.campaign(brand.popular(Brand.CAMPAIGNS)));
    }

    private Selection responded() {
        return of(
                Kinds.CAMPAIGN_RESPONDED,
                "campaign",
                Brand.campaign(brand.popular(Brand.CAMPAIGNS)));
    }

    private static Selection orders() {
        return Selection.of(Kinds.ORDER_COMPLETED);
    }

    private static Selection of(String kind, String attribute, String value) {
        return Selection.of(kind).having(new Property.Named(attribute), StateFacts.is(value));
    }

    private static Condition all(Condition... of) {
        return new Condition.All(List.of(of));
    }

    private static Condition none(Condition of) {
        return new Condition.None(List.of(of));
    }

    private static Condition count(Selection selection, Window window, int number) {
        return new Facts(selection, Measure.COUNT, window, atLeast(number));
    }

    private static ValueTest atLeast(long number) {
        return new ValueTest.Compares(Comparison.AT_LEAST, number);
    }

    private Condition spent(Window window) {
        return new Facts(
                orders(),
                new Measure.Sum(new Property.Amount(Brand.CURRENCY)),
                window,
                atLeast(10_000 + random.nextInt(40_000)));
    }

    private Condition distinct() {
        return new Facts(
                Selection.of(Kinds.ORDER_ITEM),
                new Measure.Distinct(new Property.Named("category")),
                Window.EVER,
                atLeast(3 + random.nextInt(3)));
    }

    /** Responded after the campaign was sent. */
    private Condition since() {
        Window since =
                new Window.Since(
                        sent(), Window.Since.Occurrence.LAST, Optional.of(Length.days(14)));
        return new Facts(responded(), Measure.COUNT, since, atLeast(1));
    }

    private Condition sequence() {
        return new Condition.Sequence(
                List.of(category(), bought()),
                Optional.of(Length.days(7 + random.nextInt(20))),
                List.of(),
                Optional.empty(),
                Window.lastDays(60 + random.nextInt(120)));
    }

    private Condition calendar() {
        Window.Calendar window =
                new Window.Calendar(Window.Calendar.Unit.MONTH, -random.nextInt(3), 0);
        return new Facts(category(), Measure.COUNT, window, atLeast(1));
    }

    private Condition city() {
        return new Condition.Attribute(
                "city", StateFacts.is(Brand.city(brand.popular(Brand.CITIES))));
    }

    private Condition level() {
        return new Condition.Attribute("level", StateFacts.is("level " + random.nextInt(5)));
    }

    private Condition tag() {
        return new Condition.Tag(
                "interest", Optional.of(Brand.tag(brand.popular(Brand.TAGS))), false);
    }

    private static Condition consent() {
        return new Condition.Consent("marketing", "email", Condition.Consent.State.GIVEN);
    }

    private Condition share() {
        int from = random.nextInt(9_000);
        return new Condition.Bucket("test " + random.nextInt(9), from, from + 1_000);
    }

    private Condition inAnother() {
        return made.isEmpty()
                ? level()
                : new Condition.InAudience(made.get(random.nextInt(made.size())).id.toString());
    }
}
