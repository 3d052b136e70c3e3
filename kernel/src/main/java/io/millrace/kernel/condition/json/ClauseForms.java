package io.millrace.kernel.condition.json;

import static io.millrace.kernel.condition.json.Field.field;
import static io.millrace.kernel.condition.json.Field.list;
import static io.millrace.kernel.condition.json.Field.maybe;

import io.millrace.kernel.condition.Buckets;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Measure;
import io.millrace.kernel.condition.Moment;
import io.millrace.kernel.condition.Window;
import io.millrace.kernel.preference.Preference;
import java.util.List;
import java.util.function.Function;

/** The forms of clauses. */
final class ClauseForms {
    static final Shape<Condition> CONDITION = condition();

    private ClauseForms() {}

    private static Shape<Condition> condition() {
        return new Union<>(
                "condition",
                true,
                List.of(
                        group("all", Condition.All.class, Condition.All::of, Condition.All::new),
                        group("any", Condition.Any.class, Condition.Any::of, Condition.Any::new),
                        group(
                                "none",
                                Condition.None.class,
                                Condition.None::of,
                                Condition.None::new),
                        surely(),
                        ShortForms.count(),
                        ShortForms.amount(),
                        ShortForms.daysSinceFirst(),
                        ShortForms.daysSinceLast(),
                        ShortForms.customerAge(),
                        attribute(),
                        attributeChanged(),
                        anniversary(),
                        identity(),
                        consent(),
                        tag(),
                        preference(),
                        score(),
                        stage(),
                        stageMoved(),
                        facts(),
                        sequence(),
                        audience(),
                        bucket()));
    }

    private static <T extends Condition> Variant<T> group(
            String tag,
            Class<T> type,
            Function<T, List<Condition>> get,
            Function<List<Condition>, T> make) {
        Field<T, List<Condition>> of =
                new Field<>("of", get, Shape.list(Shape.later(() -> CONDITION), 0, 500), null);
        return Variant.of(tag, type, v -> make.apply(v.get(of)), of);
    }

    private static Variant<Condition.Surely> surely() {
        Field<Condition.Surely, Condition> of =
                field("of", Condition.Surely::of, Shape.later(() -> CONDITION));
        return Variant.of(
                "surely", Condition.Surely.class, v -> new Condition.Surely(v.get(of)), of);
    }

    private static Variant<Condition.Attribute> attribute() {
        var name = field("name", Condition.Attribute::name, PartForms.NAME);
        var test = field("test", Condition.Attribute::test, PartForms.TEST);
        return Variant.of(
                "attribute",
                Condition.Attribute.class,
                v -> new Condition.Attribute(v.get(name), v.get(test)),
                name,
                test);
    }

    private static Variant<Condition.AttributeChanged> attributeChanged() {
        var name = field("name", Condition.AttributeChanged::name, PartForms.NAME);
        var window =
                field("window", Condition.AttributeChanged::window, PartForms.WINDOW, Window.EVER);
        return Variant.of(
                "attributeChanged",
                Condition.AttributeChanged.class,
                v -> new Condition.AttributeChanged(v.get(name), v.get(window)),
                name,
                window);
    }

    private static Variant<Condition.Anniversary> anniversary() {
        var attribute = field("attribute", Condition.Anniversary::attribute, PartForms.NAME);
        var before =
                field("daysBefore", Condition.Anniversary::daysBefore, PartForms.DAYS_AROUND, 0);
        var after = field("daysAfter", Condition.Anniversary::daysAfter, PartForms.DAYS_AROUND, 0);
        return Variant.of(
                "anniversary",
                Condition.Anniversary.class,
                v -> new Condition.Anniversary(v.get(attribute), v.get(before), v.get(after)),
                attribute,
                before,
                after);
    }

    private static Variant<Condition.Identity> identity() {
        var identity = field("identity", Condition.Identity::identity, PartForms.NAME);
        return Variant.of(
                "identity",
                Condition.Identity.class,
                v -> new Condition.Identity(v.get(identity)),
                identity);
    }

    private static Variant<Condition.Consent> consent() {
        var purpose = field("purpose", Condition.Consent::purpose, PartForms.NAME);
        var channel = field("channel", Condition.Consent::channel, PartForms.NAME);
        var state =
                field(
                        "state",
                        Condition.Consent::state,
                        Scalars.word(Condition.Consent.State.class),
                        Condition.Consent.State.GIVEN);
        return Variant.of(
                "consent",
                Condition.Consent.class,
                v -> new Condition.Consent(v.get(purpose), v.get(channel), v.get(state)),
                purpose,
                channel,
                state);
    }

    private static Variant<Condition.Tag> tag() {
        var category = field("category", Condition.Tag::category, PartForms.NAME);
        var value = maybe("value", Condition.Tag::value, PartForms.NAME);
        var today = field("scheduledToday", Condition.Tag::scheduledToday, Scalars.FLAG, false);
        return Variant.of(
                "tag",
                Condition.Tag.class,
                v -> new Condition.Tag(v.get(category), v.get(value), v.get(today)),
                category,
                value,
                today);
    }

    private static Variant<Condition.Prefers> preference() {
        var dimension =
                field("dimension", Condition.Prefers::dimension, Scalars.word(Preference.class));
        var test = field("test", Condition.Prefers::test, PartForms.TEST);
        return Variant.of(
                "preference",
                Condition.Prefers.class,
                v -> new Condition.Prefers(v.get(dimension), v.get(test)),
                dimension,
                test);
    }

    private static Variant<Condition.Score> score() {
        var model = field("model", Condition.Score::model, PartForms.NAME);
        var figure = field("figure", Condition.Score::figure, PartForms.NAME);
        var test = field("test", Condition.Score::test, PartForms.TEST);
        var asOf = field("asOf", Condition.Score::asOf, PartForms.MOMENT, Moment.NOW);
        return Variant.of(
                "score",
                Condition.Score.class,
                v -> new Condition.Score(v.get(model), v.get(figure), v.get(test), v.get(asOf)),
                model,
                figure,
                test,
                asOf);
    }

    private static Variant<Condition.Stage> stage() {
        var scheme = field("scheme", Condition.Stage::scheme, PartForms.NAME);
        var stages = list("stages", Condition.Stage::stages, PartForms.NAME, 1, 100);
        var asOf = field("asOf", Condition.Stage::asOf, PartForms.MOMENT, Moment.NOW);
        return Variant.of(
                "stage",
                Condition.Stage.class,
                v -> new Condition.Stage(v.get(scheme), v.get(stages), v.get(asOf)),
                scheme,
                stages,
                asOf);
    }

    private static Variant<Condition.StageMoved> stageMoved() {
        var scheme = field("scheme", Condition.StageMoved::scheme, PartForms.NAME);
        var from = list("from", Condition.StageMoved::from, PartForms.NAME, 0, 100);
        var to = list("to", Condition.StageMoved::to, PartForms.NAME, 0, 100);
        var window = field("window", Condition.StageMoved::window, PartForms.WINDOW, Window.EVER);
        return Variant.of(
                "stageMoved",
                Condition.StageMoved.class,
                v -> new Condition.StageMoved(v.get(scheme), v.get(from), v.get(to), v.get(window)),
                scheme,
                from,
                to,
                window);
    }

    private static Variant<Condition.Facts> facts() {
        var facts = field("facts", Condition.Facts::facts, PartForms.SELECTION);
        var measure = field("measure", Condition.Facts::measure, PartForms.MEASURE, Measure.COUNT);
        var window = field("window", Condition.Facts::window, PartForms.WINDOW, Window.EVER);
        var test = field("test", Condition.Facts::test, PartForms.TEST);
        return Variant.of(
                "facts",
                Condition.Facts.class,
                v -> new Condition.Facts(v.get(facts), v.get(measure), v.get(window), v.get(test)),
                facts,
                measure,
                window,
                test);
    }

    private static Variant<Condition.Sequence> sequence() {
        var steps =
                list(
                        "steps",
                        Condition.Sequence::steps,
                        PartForms.SELECTION,
                        2,
                        Condition.Sequence.MOST_STEPS);
        var within = maybe("within", Condition.Sequence::within, PartForms.LENGTH);
        var without = list("without", Condition.Sequence::without, PartForms.SELECTION, 0, 10);
        var same = maybe("same", Condition.Sequence::same, PartForms.PROPERTY);
        var window = field("window", Condition.Sequence::window, PartForms.WINDOW, Window.EVER);
        return Variant.of(
                "sequence",
                Condition.Sequence.class,
                v ->
                        new Condition.Sequence(
                                v.get(steps),
                                v.get(within),
                                v.get(without),
                                v.get(same),
                                v.get(window)),
                steps,
                within,
                without,
                same,
                window);
    }

    private static Variant<Condition.InAudience> audience() {
        var audience = field("audience", Condition.InAudience::audience, PartForms.NAME);
        return Variant.of(
                "audience",
                Condition.InAudience.class,
                v -> new Condition.InAudience(v.get(audience)),
                audience);
    }

    private static Variant<Condition.Bucket> bucket() {
        var salt = field("salt", Condition.Bucket::salt, PartForms.NAME);
        var from = field("from", Condition.Bucket::from, Scalars.small(0, Buckets.ALL), 0);
        var below = field("below", Condition.Bucket::below, Scalars.small(1, Buckets.ALL));
        return Variant.of(
                "bucket",
                Condition.Bucket.class,
                v -> new Condition.Bucket(v.get(salt), v.get(from), v.get(below)),
                salt,
                from,
                below);
    }
}
