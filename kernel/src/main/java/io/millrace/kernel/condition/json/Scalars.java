package io.millrace.kernel.condition.json;

import io.millrace.kernel.timeline.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shapes of single values. */
final class Scalars {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    static final Shape<Boolean> FLAG =
            scalar(
                    (json, _, _) -> json instanceof Json.Flag(boolean flag) ? flag : null,
                    "not-a-flag",
                    Json.Flag::new,
                    Map.of("type", Json.of("boolean")));

    static final Shape<String> CURRENCY =
            scalar(
                    (json, _, _) ->
                            json instanceof Json.Text(String text) && CURRENCIES.contains(text)
                                    ? text
                                    : null,
                    "currency-unknown",
                    Json::of,
                    Map.of("type", Json.of("string"), "pattern", Json.of("^[A-Z]{3}$")));

    static final Shape<LocalDate> DATE =
            scalar(
                    (json, _, _) -> moment(json, LocalDate::parse, date -> date),
                    "not-a-date",
                    date -> Json.of(date.toString()),
                    Map.of("type", Json.of("string"), "format", Json.of("date")));

    static final Shape<Instant> INSTANT =
            scalar(
                    (json, _, _) ->
                            moment(
                                    json,
                                    Instant::parse,
                                    it -> it.atOffset(ZoneOffset.UTC).toLocalDate()),
                    "not-an-instant",
                    instant -> Json.of(instant.toString()),
                    Map.of("type", Json.of("string"), "format", Json.of("date-time")));

    static final Shape<Value> NUMBER =
            scalar(
                    (json, _, _) -> json instanceof Json.Num(BigDecimal n) ? number(n) : null,
                    "not-a-number",
                    Scalars::write,
                    Map.of("type", Json.of("number")));

    /** Text, a number or a flag. */
    static final Shape<Value> VALUE =
            scalar(
                    (json, _, _) -> value(json),
                    "not-a-value",
                    Scalars::write,
                    Map.of(
                            "type",
                            new Json.Arr(
                                    List.of(
                                            Json.of("string"),
                                            Json.of("number"),
                                            Json.of("boolean")))));

    private Scalars() {}

    /** Reads a value; null if it is none, unless it notes the problem itself. */
    private interface Reader<V> {
        @Nullable V read(Json json, String pointer, Reading reading);
    }

    /** Text of 1 to so many characters that can be stored. */
    static Shape<String> text(int longest) {
        return text(1, longest);
    }

    static Shape<String> text(int shortest, int longest) {
        return scalar(
                (json, _, _) ->
                        json instanceof Json.Text(String text)
                                        && text.length() >= shortest
                                        && text.length() <= longest
                                        && isStorable(text)
                                ? text
                                : null,
                "not-text",
                Json::of,
                schema("string", "minLength", shortest, "maxLength", longest),
                shortest,
                longest);
    }

    static Shape<Long> whole(long least, long most) {
        return scalar(
                (json, _, _) ->
                        json instanceof Json.Num(BigDecimal number)
                                ? whole(number).filter(it -> it >= least && it <= most).orElse(null)
                                : null,
                "not-whole",
                Json::of,
                schema("integer", "minimum", least, "maximum", most),
                least,
                most);
    }

    static Shape<Integer> small(int least, int most) {
        Shape<Long> whole = whole(least, most);
        return new Shape<>() {
            @Override
            public Json write(Integer value) {
                return Json.of(value);
            }

            @Override
            public @Nullable Integer read(Json json, String pointer, Reading reading) {
                Long value = whole.read(json, pointer, reading);
                return value == null ? null : value.intValue();
            }

            @Override
            public Json schema(Map<String, Json> definitions) {
                return whole.schema(definitions);
            }
        };
    }

    /** A constant in lower case with hyphens. */
    static <E extends Enum<E>> Shape<E> word(Class<E> of) {
        List<E> all = Arrays.asList(of.getEnumConstants());
        String words = all.stream().map(Scalars::word).collect(Collectors.joining(", "));
        return scalar(
                (json, _, _) ->
                        json instanceof Json.Text(String text)
                                ? all.stream()
                                        .filter(each -> word(each).equals(text))
                                        .findFirst()
                                        .orElse(null)
                                : null,
                "word-unknown",
                each -> Json.of(word(each)),
                Map.of(
                        "enum",
                        new Json.Arr(all.stream().map(each -> Json.of(word(each))).toList())),
                words);
    }

    private static String word(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <V> Shape<V> scalar(
            Reader<V> reader,
            String code,
            Function<V, Json> writer,
            Map<String, Json> schema,
            Object... arguments) {
        return new Shape<>() {
            @Override
            public Json write(V value) {
                return writer.apply(value);
            }

            @Override
            public @Nullable V read(Json json, String pointer, Reading reading) {
                V value = reader.read(json, pointer, reading);
                if (value == null) {
                    reading.wrong(pointer, code, arguments);
                }
                return value;
            }

            @Override
            public Json schema(Map<String, Json> definitions) {
                return new Json.Obj(schema);
            }
        };
    }

    private static Map<String, Json> schema(
            String type, String least, long lower, String most, long upper) {
        Map<String, Json> schema = new LinkedHashMap<>();
        schema.put("type", Json.of(type));
        schema.put(least, Json.of(lower));
        schema.put(most, Json.of(upper));
        return schema;
    }

    private static <V> @Nullable V moment(
            Json json, Function<String, V> parse, Function<V, LocalDate> date) {
        if (!(json instanceof Json.Text(String text))) {
            return null;
        }
        try {
            V moment = parse.apply(text);
            LocalDate day = date.apply(moment);
            return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? null : moment;
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static @Nullable Value value(Json json) {
        return switch (json) {
            case Json.Text(String text) when text.length() <= 4_096 && isStorable(text) ->
                    new Value.Text(text);
            case Json.Num(BigDecimal number) -> number(number);
            case Json.Flag(boolean flag) -> new Value.Flag(flag);
            default -> null;
        };
    }

    private static @Nullable Value number(BigDecimal number) {
        Optional<Long> whole = whole(number);
        if (whole.isPresent()) {
            return new Value.Whole(whole.get());
        }
        double real = number.doubleValue();
        return Double.isFinite(real) ? new Value.Real(real) : null;
    }

    /** Without trusting the exponent: 1e999999999 must not be written out. */
    private static Optional<Long> whole(BigDecimal number) {
        boolean fits = number.scale() <= 0 && number.precision() - number.scale() <= 19;
        return fits && number.toBigInteger().bitLength() < Long.SIZE
                ? Optional.of(number.longValue())
                : Optional.empty();
    }

    private static Json write(Value value) {
        return switch (value) {
            case Value.Text(String text) -> Json.of(text);
            case Value.Whole(long number) -> Json.of(number);
            case Value.Real(double number) -> new Json.Num(BigDecimal.valueOf(number));
            case Value.Flag(boolean flag) -> new Json.Flag(flag);
            case Value.Sealed _ -> throw new IllegalArgumentException("sealed");
        };
    }

    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints().noneMatch(each -> each >= 0xd800 && each <= 0xdfff);
    }
}
