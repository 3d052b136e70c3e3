package io.millrace.kernel.condition;

import io.millrace.kernel.preference.Preference;
import io.millrace.kernel.timeline.Value;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Every clause of the language with every window, measure and test. */
public final class RandomConditions {
    private final RandomGenerator random;
    private final RandomHistory history;
    private final StageRules activity;
    private final StageRules plan;

    public RandomConditions(RandomGenerator random, RandomHistory history) {
        this.random = random;
        this.history = history;
        this.activity = rules(StageRules.UNKNOWN);
        this.plan = rules(activity);
    }

    /** Of one scheme, whose rules may speak of another. */
    private StageRules rules(StageRules other) {
        List<StageRules.Rule> rules = new ArrayList<>();
        for (String stage : List.of("new", "active", "lost")) {
            Condition rule = condition(0);
            if (rule instanceof Condition.Stage || rule instanceof Condition.StageMoved) {
                rule =
                        other.rules().isEmpty()
                                ? facts()
                                : new Condition.Stage("activity", stages(1), moment(), other);
            }
            rules.add(new StageRules.Rule(stage, rule));
        }
        return new StageRules(rules);
    }

    /** Without the rules of schemes, which are no part of what is written. */
    public static Condition asWritten(Condition condition) {
        Inlining.Definitions nothing =
                new Inlining.Definitions() {
                    @Override
                    public Optional<Condition> audience(String audience) {
                        return Optional.empty();
                    }

                    @Override
                    public StageRules scheme(String scheme) {
                        return StageRules.UNKNOWN;
                    }
                };
        return ((Inlining.Outcome.Done) Inlining.of(condition, nothing)).condition();
    }

    public Condition condition(int depth) {
        int groups = depth > 0 ? 7 : 0;
        return switch (random.nextInt(26 + groups)) {
            case 0 -> new Condition.FactCount(kind(), comparison(), random.nextInt(4), lastDays());
            case 1 ->
                    new Condition.AmountSum(
                            kind(), "EUR", comparison(), random.nextInt(12), lastDays());
            case 2 -> new Condition.DaysSinceFirst(kind(), comparison(), random.nextInt(12));
            case 3 -> new Condition.DaysSinceLast(kind(), comparison(), random.nextInt(12));
            case 4 -> new Condition.CustomerAge(comparison(), random.nextInt(30));
            case 5, 6 -> new Condition.Attribute(attribute(), test());
            case 7 -> new Condition.AttributeChanged(attribute(), window());
            case 8 -> new Condition.Anniversary("birthday", around(), around());
            case 9 -> new Condition.Identity(pick("email", "phone", "card", "mail"));
            case 10 ->
                    new Condition.Consent(
                            pick("ads", "news"),
                            pick("email", "sms"),
                            Condition.Consent.State.values()[random.nextInt(3)]);
            case 11, 12 ->
                    new Condition.Tag(
                            pick("hobby", "size"),
                            maybe(() -> pick("fishing", "golf")),
                            random.nextBoolean());
            case 13 ->
                    new Condition.Score(
                            pick("rfm", "clv"), pick("figure", "other"), test(), moment());
            case 14 -> stage(random.nextBoolean());
            case 15 -> moved(random.nextBoolean());
            case 16 -> new Condition.InAudience(pick("a", "b", "c"));
            case 17 -> {
                int from = random.nextInt(Buckets.ALL);
                yield new Condition.Bucket(
                        pick("s", "t"), from, random.nextInt(from, Buckets.ALL) + 1);
            }
            case 18, 19 -> sequence();
            case 20, 21, 22, 23 -> facts();
            case 24, 25 -> prefers();
            case 26, 27 -> new Condition.All(conditions(depth - 1));
            case 28, 29 -> new Condition.Any(conditions(depth - 1));
            case 30 -> new Condition.Surely(condition(depth - 1));
            default -> new Condition.None(conditions(depth - 1));
        };
    }

    private Condition prefers() {
        Preference dimension = Preference.values()[random.nextInt(6)];
        ValueTest test =
                switch (dimension) {
                    case CATEGORY, STORE, CHANNEL -> equal(pick("tea", "cake", "12", "3"));
                    case PRICE_BAND -> equal(pick("0-1", "2-5", "10-20", "5-10"));
                    case WEEKDAY -> equal(pick("MON", "SAT", "SUN", "THU"));
                    case HOUR -> new ValueTest.Compares(comparison(), random.nextInt(24));
                };
        return new Condition.Prefers(dimension, random.nextInt(5) == 0 ? test() : test);
    }

    private static ValueTest equal(String text) {
        return new ValueTest.Equals(new Value.Text(text));
    }

    private Condition stage(boolean first) {
        return new Condition.Stage(
                first ? "activity" : "plan", stages(1), moment(), first ? activity : plan);
    }

    private Condition moved(boolean first) {
        return new Condition.StageMoved(
                first ? "activity" : "plan",
                stages(0),
                stages(0),
                window(),
                first ? activity : plan);
    }

    private List<Condition> conditions(int depth) {
        return list(random.nextInt(4), () -> condition(depth));
    }

    private Condition facts() {
        Measure measure = measure();
        boolean free = measure instanceof Measure.First || measure instanceof Measure.Last;
        boolean since =
                measure instanceof Measure.SinceFirst || measure instanceof Measure.SinceLast;
        ValueTest test = free ? test() : new ValueTest.Compares(comparison(), number(since));
        return new Condition.Facts(selection(), measure, window(), test);
    }

    private Value number(boolean natural) {
        return natural || random.nextInt(3) > 0
                ? new Value.Whole(random.nextInt(natural ? 0 : -2, 9))
                : new Value.Real(random.nextInt(-4, 20) / 2.0);
    }

    private Measure measure() {
        Property of = property();
        Length.Unit unit = Length.Unit.values()[random.nextInt(6)];
        return switch (random.nextInt(12)) {
            case 0 -> new Measure.Distinct(of);
            case 1, 2 -> new Measure.Sum(of);
            case 3 -> new Measure.Average(of);
            case 4 -> new Measure.Least(of);
            case 5 -> new Measure.Most(of);
            case 6 -> new Measure.First(of);
            case 7 -> new Measure.Last(of);
            case 8 -> new Measure.SinceFirst(unit);
            case 9 -> new Measure.SinceLast(unit);
            default -> Measure.COUNT;
        };
    }

    private Condition sequence() {
        return new Condition.Sequence(
                list(2 + random.nextInt(2), this::selection),
                maybe(this::exact),
                list(random.nextInt(2), this::selection),
                maybe(this::property),
                windowOfASequence());
    }

    private Window windowOfASequence() {
        Window window = window();
        return window instanceof Window.Since ? Window.EVER : window;
    }

    private Selection selection() {
        List<String> kinds =
                random.nextInt(6) == 0 ? List.of() : list(1 + random.nextInt(2), this::kind);
        return new Selection(
                kinds,
                list(
                        Math.max(0, random.nextInt(5) - 3),
                        () -> new Selection.Filter(property(), test(), random.nextBoolean())),
                random.nextInt(3) == 0);
    }

    private Property property() {
        return switch (random.nextInt(7)) {
            case 0 -> new Property.Amount(pick("EUR", "CNY"));
            case 1 -> new Property.Subject();
            case 2 -> new Property.Source();
            case 3 -> new Property.Kind();
            default -> new Property.Named(pick("x", "y", "value", "absent"));
        };
    }

    private ValueTest test() {
        return switch (random.nextInt(9)) {
            case 0 -> new ValueTest.IsSet();
            case 1, 2 -> new ValueTest.Equals(literal());
            case 3 -> new ValueTest.OneOf(list(1 + random.nextInt(3), this::literal));
            case 4 -> new ValueTest.Contains(pick("e", "12", "order", ","));
            case 5 -> new ValueTest.StartsWith(pick("r", "-", "order 1", ""));
            case 6 -> new ValueTest.Includes(pick("red", "blue", "re"));
            case 7 ->
                    new ValueTest.Dated(
                            comparison(), LocalDate.of(1999 + random.nextInt(3), 2, 28));
            default -> new ValueTest.Compares(comparison(), number(false));
        };
    }

    private Value literal() {
        Value value = history.value();
        return value instanceof Value.Sealed ? new Value.Text(history.subject()) : value;
    }

    Window window() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> Window.EVER;
            case 2, 3 -> new Window.Last(exact());
            case 4 -> new Window.Last(length());
            case 5 -> new Window.Older(length());
            case 6, 7, 8 -> {
                int last = -random.nextInt(3);
                var unit = Window.Calendar.Unit.values()[random.nextInt(4)];
                yield new Window.Calendar(unit, last - random.nextInt(3), last);
            }
            case 9 -> new Window.Between(maybe(history::instant), maybe(history::instant));
            case 10 ->
                    new Window.Dates(
                            maybe(() -> LocalDate.ofInstant(history.instant(), ZoneOffset.UTC)),
                            maybe(() -> LocalDate.ofInstant(history.instant(), ZoneOffset.UTC)));
            case 11, 12 ->
                    new Window.Since(
                            selection(),
                            Window.Since.Occurrence.values()[random.nextInt(2)],
                            maybe(this::exact));
            default -> new Window.AroundAnniversary("birthday", around(), around());
        };
    }

    private Moment moment() {
        return switch (random.nextInt(3)) {
            case 0 -> Moment.NOW;
            case 1 -> new Moment.Ago(length());
            default -> new Moment.At(history.instant());
        };
    }

    private Length length() {
        return random.nextBoolean()
                ? exact()
                : random.nextInt(5) == 0
                        ? new Length(1, Length.Unit.YEAR)
                        : Length.months(1 + random.nextInt(3));
    }

    private Length exact() {
        return switch (random.nextInt(4)) {
            case 0 -> new Length(1 + random.nextInt(300), Length.Unit.MINUTE);
            case 1 -> new Length(1 + random.nextInt(60), Length.Unit.HOUR);
            case 2 -> new Length(1 + random.nextInt(3), Length.Unit.WEEK);
            default -> Length.days(1 + random.nextInt(random.nextBoolean() ? 4 : 20));
        };
    }

    private List<String> stages(int least) {
        return list(least + random.nextInt(2), () -> pick("new", "active", "lost"));
    }

    private int around() {
        return random.nextInt(4) == 0 ? random.nextInt(181) : random.nextInt(8);
    }

    private String attribute() {
        return pick("city", "age", "birthday", "unheard");
    }

    private String kind() {
        return random.nextInt(8) == 0
                ? pick("profile.changed", "tag.added")
                : RandomHistory.KINDS.get(random.nextInt(RandomHistory.KINDS.size()));
    }

    private Comparison comparison() {
        return Comparison.values()[random.nextInt(Comparison.values().length)];
    }

    private Optional<Integer> lastDays() {
        return maybe(() -> 1 + random.nextInt(20));
    }

    private String pick(String... of) {
        return history.pick(of);
    }

    private <T> Optional<T> maybe(Supplier<T> supplier) {
        return random.nextBoolean() ? Optional.of(supplier.get()) : Optional.empty();
    }

    private static <T> List<T> list(int size, Supplier<T> supplier) {
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(supplier.get());
        }
        return list;
    }
}
