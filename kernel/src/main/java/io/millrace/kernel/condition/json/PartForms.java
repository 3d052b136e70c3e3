package io.millrace.kernel.condition.json;

import static io.millrace.kernel.condition.json.Field.field;
import static io.millrace.kernel.condition.json.Field.list;
import static io.millrace.kernel.condition.json.Field.maybe;

import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.condition.Length;
import io.millrace.kernel.condition.Measure;
import io.millrace.kernel.condition.Moment;
import io.millrace.kernel.condition.Property;
import io.millrace.kernel.condition.Selection;
import io.millrace.kernel.condition.ValueTest;
import io.millrace.kernel.condition.Window;
import java.util.List;
import java.util.function.Function;

/** The forms of what clauses are made of. */
final class PartForms {
    static final Shape<String> NAME = Scalars.text(256);
    static final Shape<String> KIND = Scalars.text(520);
    static final Shape<Comparison> COMPARISON = Scalars.word(Comparison.class);
    static final Shape<Integer> DAYS_AROUND = Scalars.small(0, Window.MOST_DAYS_AROUND);

    static final Shape<Length> LENGTH = new Union<>("length", false, List.of(length()));

    static final Shape<Property> PROPERTY =
            new Union<>(
                    "property",
                    false,
                    List.of(
                            named(),
                            amount(),
                            Variant.of(
                                    "subject", Property.Subject.class, _ -> new Property.Subject()),
                            Variant.of("source", Property.Source.class, _ -> new Property.Source()),
                            Variant.of("kind", Property.Kind.class, _ -> new Property.Kind())));

    static final Shape<ValueTest> TEST =
            new Union<>(
                    "test",
                    false,
                    List.of(
                            Variant.of("isSet", ValueTest.IsSet.class, _ -> new ValueTest.IsSet()),
                            equalTo(),
                            oneOf(),
                            spelt(
                                    "contains",
                                    ValueTest.Contains.class,
                                    ValueTest.Contains::text,
                                    ValueTest.Contains::new),
                            spelt(
                                    "startsWith",
                                    ValueTest.StartsWith.class,
                                    ValueTest.StartsWith::text,
                                    ValueTest.StartsWith::new),
                            spelt(
                                    "includes",
                                    ValueTest.Includes.class,
                                    ValueTest.Includes::item,
                                    ValueTest.Includes::new),
                            compares(),
                            dated()));

    static final Shape<Selection> SELECTION = new Union<>("selection", false, List.of(selection()));

    static final Shape<Window> WINDOW =
            new Union<>(
                    "window",
                    false,
                    List.of(
                            Variant.of("ever", Window.Ever.class, _ -> new Window.Ever()),
                            lasting(
                                    "last",
                                    Window.Last.class,
                                    Window.Last::length,
                                    Window.Last::new),
                            lasting(
                                    "older",
                                    Window.Older.class,
                                    Window.Older::length,
                                    Window.Older::new),
                            calendar(),
                            between(),
                            dates(),
                            since(),
                            aroundAnniversary()));

    static final Shape<Measure> MEASURE =
            new Union<>(
                    "measure",
                    false,
                    List.of(
                            Variant.of("count", Measure.Count.class, _ -> new Measure.Count()),
                            of(
                                    "distinct",
                                    Measure.Distinct.class,
                                    Measure.Distinct::of,
                                    Measure.Distinct::new),
                            of("sum", Measure.Sum.class, Measure.Sum::of, Measure.Sum::new),
                            of(
                                    "average",
                                    Measure.Average.class,
                                    Measure.Average::of,
                                    Measure.Average::new),
                            of("least", Measure.Least.class, Measure.Least::of, Measure.Least::new),
                            of("most", Measure.Most.class, Measure.Most::of, Measure.Most::new),
                            of("first", Measure.First.class, Measure.First::of, Measure.First::new),
                            of("last", Measure.Last.class, Measure.Last::of, Measure.Last::new),
                            since(
                                    "sinceFirst",
                                    Measure.SinceFirst.class,
                                    Measure.SinceFirst::unit,
                                    Measure.SinceFirst::new),
                            since(
                                    "sinceLast",
                                    Measure.SinceLast.class,
                                    Measure.SinceLast::unit,
                                    Measure.SinceLast::new)));

    static final Shape<Moment> MOMENT =
            new Union<>(
                    "moment",
                    false,
                    List.of(
                            Variant.of("now", Moment.Now.class, _ -> new Moment.Now()),
                            lasting("ago", Moment.Ago.class, Moment.Ago::length, Moment.Ago::new),
                            at()));

    private PartForms() {}

    private static Variant<Length> length() {
        Field<Length, Integer> amount =
                field("amount", Length::amount, Scalars.small(1, Length.Unit.MINUTE.most()));
        Field<Length, Length.Unit> unit =
                field("unit", Length::unit, Scalars.word(Length.Unit.class));
        return Variant.of(
                "", Length.class, v -> new Length(v.get(amount), v.get(unit)), amount, unit);
    }

    private static Variant<Property.Named> named() {
        Field<Property.Named, String> name = field("name", Property.Named::name, NAME);
        return Variant.of(
                "attribute", Property.Named.class, v -> new Property.Named(v.get(name)), name);
    }

    private static Variant<Property.Amount> amount() {
        Field<Property.Amount, String> currency =
                field("currency", Property.Amount::currency, Scalars.CURRENCY);
        return Variant.of(
                "amount",
                Property.Amount.class,
                v -> new Property.Amount(v.get(currency)),
                currency);
    }

    private static Variant<ValueTest.Equals> equalTo() {
        var value = field("value", ValueTest.Equals::value, Scalars.VALUE);
        return Variant.of(
                "equals", ValueTest.Equals.class, v -> new ValueTest.Equals(v.get(value)), value);
    }

    private static Variant<ValueTest.OneOf> oneOf() {
        var values = list("values", ValueTest.OneOf::values, Scalars.VALUE, 1, 1_000);
        return Variant.of(
                "oneOf", ValueTest.OneOf.class, v -> new ValueTest.OneOf(v.get(values)), values);
    }

    private static <T extends ValueTest> Variant<T> spelt(
            String tag, Class<T> type, Function<T, String> get, Function<String, T> make) {
        Field<T, String> text = field("text", get, Scalars.text(0, 4_096));
        return Variant.of(tag, type, v -> make.apply(v.get(text)), text);
    }

    private static Variant<ValueTest.Compares> compares() {
        var comparison = field("comparison", ValueTest.Compares::comparison, COMPARISON);
        var number = field("number", ValueTest.Compares::number, Scalars.NUMBER);
        return Variant.of(
                "compares",
                ValueTest.Compares.class,
                v -> new ValueTest.Compares(v.get(comparison), v.get(number)),
                comparison,
                number);
    }

    private static Variant<ValueTest.Dated> dated() {
        var comparison = field("comparison", ValueTest.Dated::comparison, COMPARISON);
        var date = field("date", ValueTest.Dated::date, Scalars.DATE);
        return Variant.of(
                "date",
                ValueTest.Dated.class,
                v -> new ValueTest.Dated(v.get(comparison), v.get(date)),
                comparison,
                date);
    }

    private static Variant<Selection> selection() {
        var property = field("property", Selection.Filter::property, PROPERTY);
        var test = field("test", Selection.Filter::test, TEST);
        var negated = field("negated", Selection.Filter::negated, Scalars.FLAG, false);
        Shape<Selection.Filter> filter =
                new Union<>(
                        "filter",
                        false,
                        List.of(
                                Variant.of(
                                        "",
                                        Selection.Filter.class,
                                        v ->
                                                new Selection.Filter(
                                                        v.get(property),
                                                        v.get(test),
                                                        v.get(negated)),
                                        property,
                                        test,
                                        negated)));
        var kinds = list("kinds", Selection::kinds, KIND, 0, 50);
        var where = list("where", Selection::where, filter, 0, 20);
        var notCancelled = field("notCancelled", Selection::notCancelled, Scalars.FLAG, false);
        return Variant.of(
                "",
                Selection.class,
                v -> new Selection(v.get(kinds), v.get(where), v.get(notCancelled)),
                kinds,
                where,
                notCancelled);
    }

    private static <T> Variant<T> lasting(
            String tag, Class<T> type, Function<T, Length> get, Function<Length, T> make) {
        Field<T, Length> length = field("length", get, LENGTH);
        return Variant.of(tag, type, v -> make.apply(v.get(length)), length);
    }

    private static Variant<Window.Calendar> calendar() {
        var unit = field("unit", Window.Calendar::unit, Scalars.word(Window.Calendar.Unit.class));
        var first = field("first", Window.Calendar::first, Scalars.small(-36_500, 0), 0);
        var last = field("last", Window.Calendar::last, Scalars.small(-36_500, 0), 0);
        return Variant.of(
                "calendar",
                Window.Calendar.class,
                v -> new Window.Calendar(v.get(unit), v.get(first), v.get(last)),
                unit,
                first,
                last);
    }

    private static Variant<Window.Between> between() {
        var from = maybe("from", Window.Between::from, Scalars.INSTANT);
        var to = maybe("to", Window.Between::to, Scalars.INSTANT);
        return Variant.of(
                "between",
                Window.Between.class,
                v -> new Window.Between(v.get(from), v.get(to)),
                from,
                to);
    }

    private static Variant<Window.Dates> dates() {
        var from = maybe("from", Window.Dates::from, Scalars.DATE);
        var to = maybe("to", Window.Dates::to, Scalars.DATE);
        return Variant.of(
                "dates",
                Window.Dates.class,
                v -> new Window.Dates(v.get(from), v.get(to)),
                from,
                to);
    }

    private static Variant<Window.Since> since() {
        var fact = field("fact", Window.Since::fact, SELECTION);
        var which =
                field("which", Window.Since::which, Scalars.word(Window.Since.Occurrence.class));
        var within = maybe("within", Window.Since::within, LENGTH);
        return Variant.of(
                "since",
                Window.Since.class,
                v -> new Window.Since(v.get(fact), v.get(which), v.get(within)),
                fact,
                which,
                within);
    }

    private static Variant<Window.AroundAnniversary> aroundAnniversary() {
        var attribute = field("attribute", Window.AroundAnniversary::attribute, NAME);
        var before = field("daysBefore", Window.AroundAnniversary::daysBefore, DAYS_AROUND, 0);
        var after = field("daysAfter", Window.AroundAnniversary::daysAfter, DAYS_AROUND, 0);
        return Variant.of(
                "aroundAnniversary",
                Window.AroundAnniversary.class,
                v -> new Window.AroundAnniversary(v.get(attribute), v.get(before), v.get(after)),
                attribute,
                before,
                after);
    }

    private static <T> Variant<T> of(
            String tag, Class<T> type, Function<T, Property> get, Function<Property, T> make) {
        Field<T, Property> property = field("of", get, PROPERTY);
        return Variant.of(tag, type, v -> make.apply(v.get(property)), property);
    }

    private static <T> Variant<T> since(
            String tag,
            Class<T> type,
            Function<T, Length.Unit> get,
            Function<Length.Unit, T> make) {
        Field<T, Length.Unit> unit = field("unit", get, Scalars.word(Length.Unit.class));
        return Variant.of(tag, type, v -> make.apply(v.get(unit)), unit);
    }

    private static Variant<Moment.At> at() {
        var instant = field("instant", Moment.At::instant, Scalars.INSTANT);
        return Variant.of("at", Moment.At.class, v -> new Moment.At(v.get(instant)), instant);
    }
}
