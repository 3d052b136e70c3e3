package io.millrace.kernel.condition.json;

import static io.millrace.kernel.condition.json.Field.field;
import static io.millrace.kernel.condition.json.Field.maybe;

import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.condition.Condition;

/** The short forms, which lifecycle rules use as well. */
final class ShortForms {
    private static final int MOST_DAYS = 36_500;
    private static final long MOST_MONEY = 1_000_000_000_000_000L;

    private ShortForms() {}

    static Variant<Condition.FactCount> count() {
        var kind = field("kind", Condition.FactCount::kind, PartForms.KIND);
        var comparison = field("comparison", Condition.FactCount::comparison, PartForms.COMPARISON);
        var number = field("number", Condition.FactCount::number, Scalars.whole(0, 1_000_000));
        var days = maybe("lastDays", Condition.FactCount::lastDays, Scalars.small(1, MOST_DAYS));
        return Variant.of(
                "count",
                Condition.FactCount.class,
                v ->
                        new Condition.FactCount(
                                v.get(kind), v.get(comparison), v.get(number), v.get(days)),
                kind,
                comparison,
                number,
                days);
    }

    static Variant<Condition.AmountSum> amount() {
        var kind = field("kind", Condition.AmountSum::kind, PartForms.KIND);
        var currency = field("currency", Condition.AmountSum::currency, Scalars.CURRENCY);
        var comparison = field("comparison", Condition.AmountSum::comparison, PartForms.COMPARISON);
        var minor =
                field(
                        "minorUnits",
                        Condition.AmountSum::minorUnits,
                        Scalars.whole(-MOST_MONEY, MOST_MONEY));
        var days = maybe("lastDays", Condition.AmountSum::lastDays, Scalars.small(1, MOST_DAYS));
        return Variant.of(
                "amount",
                Condition.AmountSum.class,
                v ->
                        new Condition.AmountSum(
                                v.get(kind),
                                v.get(currency),
                                v.get(comparison),
                                v.get(minor),
                                v.get(days)),
                kind,
                currency,
                comparison,
                minor,
                days);
    }

    static Variant<Condition.DaysSinceFirst> daysSinceFirst() {
        var kind = field("kind", Condition.DaysSinceFirst::kind, PartForms.KIND);
        var comparison =
                field("comparison", Condition.DaysSinceFirst::comparison, PartForms.COMPARISON);
        var days = field("days", Condition.DaysSinceFirst::days, Scalars.small(0, MOST_DAYS));
        return Variant.of(
                "daysSinceFirst",
                Condition.DaysSinceFirst.class,
                v -> new Condition.DaysSinceFirst(v.get(kind), v.get(comparison), v.get(days)),
                kind,
                comparison,
                days);
    }

    static Variant<Condition.DaysSinceLast> daysSinceLast() {
        var kind = field("kind", Condition.DaysSinceLast::kind, PartForms.KIND);
        var comparison =
                field("comparison", Condition.DaysSinceLast::comparison, PartForms.COMPARISON);
        var days = field("days", Condition.DaysSinceLast::days, Scalars.small(0, MOST_DAYS));
        return Variant.of(
                "daysSinceLast",
                Condition.DaysSinceLast.class,
                v -> new Condition.DaysSinceLast(v.get(kind), v.get(comparison), v.get(days)),
                kind,
                comparison,
                days);
    }

    static Variant<Condition.CustomerAge> customerAge() {
        Field<Condition.CustomerAge, Comparison> comparison =
                field("comparison", Condition.CustomerAge::comparison, PartForms.COMPARISON);
        var days = field("days", Condition.CustomerAge::days, Scalars.small(0, MOST_DAYS));
        return Variant.of(
                "customerAge",
                Condition.CustomerAge.class,
                v -> new Condition.CustomerAge(v.get(comparison), v.get(days)),
                comparison,
                days);
    }
}
