package io.millrace.kernel.condition;

import io.millrace.kernel.condition.evaluate.Truth;
import io.millrace.kernel.timeline.Fact;
import io.millrace.kernel.timeline.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** Properties of facts and tests of values, written from docs/conditions.md. */
final class NaiveValues {
    private NaiveValues() {}

    static Optional<Value> property(Fact fact, Property property) {
        return switch (property) {
            case Property.Named(String name) -> Optional.ofNullable(fact.attributes().get(name));
            case Property.Amount(String currency) ->
                    currency.equals(fact.currency())
                            ? Optional.of(new Value.Whole(fact.amount()))
                            : Optional.empty();
            case Property.Subject _ ->
                    Optional.ofNullable(fact.subject())
                            .filter(subject -> !subject.isEmpty())
                            .map(Value.Text::new);
            case Property.Source _ -> Optional.of(new Value.Text(fact.source()));
            case Property.Kind _ -> Optional.of(new Value.Text(fact.kind()));
        };
    }

    static Optional<Value> readable(Optional<Value> value) {
        return value.filter(it -> !(it instanceof Value.Sealed));
    }

    /** What a sealed text begins with whose date is opened in memory, the date behind it. */
    static final String SEALED_DATE = "date:";

    static Truth test(Optional<Value> value, ValueTest test) {
        if (test instanceof ValueTest.Dated
                && value.orElse(null) instanceof Value.Sealed(String sealed)
                && sealed.startsWith(SEALED_DATE)) {
            String clear = sealed.substring(SEALED_DATE.length());
            return known(new Value.Text(clear), test);
        }
        if (test instanceof ValueTest.IsSet) {
            return Truth.of(value.isPresent());
        }
        return readable(value).map(known -> known(known, test)).orElse(Truth.UNKNOWN);
    }

    static boolean selects(Selection selection, Fact fact) {
        if (selection.kinds().isEmpty()
                ? fact.kind().startsWith("audience.") || fact.kind().equals("stage.entered")
                : !selection.kinds().contains(fact.kind())) {
            return false;
        }
        return selection.where().stream()
                .allMatch(filter -> {
                    Truth truth = test(property(fact, filter.property()), filter.test());
                    return (filter.negated() ? truth.not() : truth) == Truth.TRUE;
                });
    }

    private static Truth known(Value value, ValueTest test) {
        return switch (test) {
            case ValueTest.IsSet _ -> Truth.TRUE;
            case ValueTest.Equals(Value wanted) -> Truth.of(same(value, wanted));
            case ValueTest.OneOf(var wanted) ->
                    Truth.of(wanted.stream().anyMatch(each -> same(value, each)));
            case ValueTest.Compares(Comparison comparison, Value wanted) ->
                    number(value)
                            .map(number -> Truth.of(comparison.holds(compare(number, wanted), 0)))
                            .orElse(Truth.UNKNOWN);
            case ValueTest.Dated(Comparison comparison, LocalDate date) ->
                    date(Optional.of(value))
                            .map(found -> Truth.of(comparison.holds(found.compareTo(date), 0)))
                            .orElse(Truth.UNKNOWN);
            case ValueTest.Contains(String part) -> text(value, t -> t.contains(part));
            case ValueTest.StartsWith(String part) -> text(value, t -> t.startsWith(part));
            case ValueTest.Includes(String item) ->
                    text(value, t -> Arrays.asList(t.split(",", -1)).contains(item));
        };
    }

    private static Truth text(Value value, java.util.function.Predicate<String> test) {
        return value instanceof Value.Text(String text) ? Truth.of(test.test(text)) : Truth.UNKNOWN;
    }

    static boolean same(Value value, Value wanted) {
        return switch (wanted) {
            case Value.Text _ -> value.equals(wanted);
            case Value.Flag(boolean flag) ->
                    value.equals(wanted) || value.equals(new Value.Text("" + flag));
            default -> number(value).map(number -> compare(number, wanted) == 0).orElse(false);
        };
    }

    /** Whole numbers exactly, all others as doubles. */
    static int compare(Value left, Value right) {
        if (left instanceof Value.Whole(long one) && right instanceof Value.Whole(long other)) {
            return Long.compare(one, other);
        }
        double difference = toDouble(left) - toDouble(right);
        return difference < 0 ? -1 : difference > 0 ? 1 : 0;
    }

    static double toDouble(Value number) {
        return number instanceof Value.Whole(long whole)
                ? (double) whole
                : ((Value.Real) number).number();
    }

    static Optional<Value> number(Value value) {
        return switch (value) {
            case Value.Whole whole -> Optional.of(whole);
            case Value.Real real -> Optional.of(real);
            case Value.Text(String text) when text.matches("-?[0-9]{1,18}") ->
                    Optional.of(new Value.Whole(Long.parseLong(text)));
            case Value.Text(String text) when text.matches("-?[0-9]+(\\.[0-9]+)?") ->
                    Optional.of(new Value.Real(Double.parseDouble(text)));
            default -> Optional.empty();
        };
    }

    static Optional<LocalDate> date(Optional<Value> value) {
        if (value.orElse(null) instanceof Value.Sealed(String sealed)
                && sealed.startsWith(SEALED_DATE)) {
            return date(Optional.of(new Value.Text(sealed.substring(SEALED_DATE.length()))));
        }
        if (value.orElse(null) instanceof Value.Text(String text) && text.length() >= 10) {
            try {
                return Optional.of(LocalDate.parse(text.substring(0, 10)));
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
