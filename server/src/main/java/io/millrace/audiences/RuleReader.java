package io.millrace.audiences;

import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.condition.Condition;
import io.millrace.shared.FieldProblem;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads conditions from JSON and gathers everything that is wrong with them. */
final class RuleReader {
    static final int DEEPEST = 8;
    static final int MOST_DAYS = 36_500;
    private static final int MOST_PARTS = 50;
    private static final Pattern KIND = Pattern.compile("[a-z]+(\\.[a-z]+)*|event\\..{1,120}");
    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    private final List<FieldProblem> problems = new ArrayList<>();

    List<FieldProblem> problems() {
        return problems;
    }

    void wrong(String pointer, String code, String... arguments) {
        problems.add(FieldProblem.of(pointer, code, arguments));
    }

    /** The condition; null if it has a problem. */
    @Nullable Condition read(JsonNode node, String pointer, int depth) {
        if (depth > DEEPEST) {
            wrong(pointer, "audiences.rule-too-deep", Integer.toString(DEEPEST));
            return null;
        }
        return switch (node.path("type").asString("")) {
            case "all" -> many(node, pointer, depth, Condition.All::new);
            case "any" -> many(node, pointer, depth, Condition.Any::new);
            case "none" -> many(node, pointer, depth, Condition.None::new);
            case "count" -> count(node, pointer);
            case "amount" -> amount(node, pointer);
            case "daysSinceFirst" -> since(node, pointer, Condition.DaysSinceFirst::new);
            case "daysSinceLast" -> since(node, pointer, Condition.DaysSinceLast::new);
            case "customerAge" -> age(node, pointer);
            default -> {
                wrong(pointer + "/type", "audiences.rule-type-unknown");
                yield null;
            }
        };
    }

    private interface Join {
        Condition of(List<Condition> parts);
    }

    private interface Since {
        Condition of(String kind, Comparison comparison, int days);
    }

    private @Nullable Condition many(JsonNode node, String pointer, int depth, Join join) {
        JsonNode of = node.path("of");
        if (!of.isArray() || of.size() > MOST_PARTS) {
            wrong(pointer + "/of", "audiences.rule-parts", Integer.toString(MOST_PARTS));
            return null;
        }
        List<Condition> parts = new ArrayList<>();
        IntStream.range(0, of.size())
                .forEach(i -> {
                    Condition part = read(of.get(i), pointer + "/of/" + i, depth + 1);
                    if (part != null) {
                        parts.add(part);
                    }
                });
        return parts.size() == of.size() ? join.of(parts) : null;
    }

    private @Nullable Condition count(JsonNode node, String pointer) {
        String kind = kind(node, pointer);
        Comparison comparison = comparison(node, pointer);
        Long number = number(node, "number", pointer, 0, 1_000_000);
        Optional<Integer> window = window(node, pointer);
        return kind == null || comparison == null || number == null
                ? null
                : new Condition.FactCount(kind, comparison, number, window);
    }

    private @Nullable Condition amount(JsonNode node, String pointer) {
        String kind = kind(node, pointer);
        Comparison comparison = comparison(node, pointer);
        Long minor =
                number(
                        node,
                        "minorUnits",
                        pointer,
                        -1_000_000_000_000_000L,
                        1_000_000_000_000_000L);
        Optional<Integer> window = window(node, pointer);
        String currency = node.path("currency").asString("");
        if (!CURRENCIES.contains(currency)) {
            wrong(pointer + "/currency", "audiences.rule-currency");
            return null;
        }
        return kind == null || comparison == null || minor == null
                ? null
                : new Condition.AmountSum(kind, currency, comparison, minor, window);
    }

    private @Nullable Condition since(JsonNode node, String pointer, Since since) {
        String kind = kind(node, pointer);
        Comparison comparison = comparison(node, pointer);
        Long days = number(node, "days", pointer, 0, MOST_DAYS);
        return kind == null || comparison == null || days == null
                ? null
                : since.of(kind, comparison, days.intValue());
    }

    private @Nullable Condition age(JsonNode node, String pointer) {
        Comparison comparison = comparison(node, pointer);
        Long days = number(node, "days", pointer, 0, MOST_DAYS);
        return comparison == null || days == null
                ? null
                : new Condition.CustomerAge(comparison, days.intValue());
    }

    private @Nullable String kind(JsonNode node, String pointer) {
        String kind = node.path("kind").asString("");
        if (KIND.matcher(kind).matches()) {
            return kind;
        }
        wrong(pointer + "/kind", "audiences.rule-kind");
        return null;
    }

    private @Nullable Comparison comparison(JsonNode node, String pointer) {
        String text = node.path("comparison").asString("");
        for (Comparison comparison : Comparison.values()) {
            if (RuleWriter.name(comparison).equals(text.toLowerCase(Locale.ROOT))) {
                return comparison;
            }
        }
        wrong(pointer + "/comparison", "audiences.rule-comparison");
        return null;
    }

    private Optional<Integer> window(JsonNode node, String pointer) {
        if (node.path("lastDays").isMissingNode() || node.path("lastDays").isNull()) {
            return Optional.empty();
        }
        return Optional.ofNullable(number(node, "lastDays", pointer, 1, MOST_DAYS))
                .map(Long::intValue);
    }

    private @Nullable Long number(
            JsonNode node, String field, String pointer, long least, long most) {
        JsonNode number = node.path(field);
        if (number.isIntegralNumber() && number.canConvertToLong()) {
            long value = number.longValue();
            if (value >= least && value <= most) {
                return value;
            }
        }
        wrong(
                pointer + "/" + field,
                "audiences.rule-number",
                Long.toString(least),
                Long.toString(most));
        return null;
    }
}
