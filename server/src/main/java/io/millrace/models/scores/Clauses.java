package io.millrace.models.scores;

import tools.jackson.core.io.JsonStringEncoder;

/** The condition that names exactly the customers behind a number, as the language writes it. */
final class Clauses {
    private Clauses() {}

    /**
     * Customers of whom a figure lies in a range.
     *
     * @param from inclusive; negative infinity for none
     * @param below exclusive; positive infinity for none
     */
    static String within(String model, String figure, double from, double below) {
        String low = Double.isInfinite(from) ? "" : compares(model, figure, "at-least", from);
        String high = Double.isInfinite(below) ? "" : compares(model, figure, "less-than", below);
        if (low.isEmpty() && high.isEmpty()) {
            return """
            {"type":"score","model":"%s","figure":"%s","test":{"type":"isSet"}}\
            """
                    .formatted(model, figure);
        }
        return low.isEmpty() ? high : high.isEmpty() ? low : all(low, high);
    }

    static String is(String model, String figure, String word) {
        return """
        {"type":"score","model":"%s","figure":"%s","test":{"type":"equals","value":"%s"}}\
        """
                .formatted(model, figure, escaped(word));
    }

    private static String escaped(String word) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(word));
    }

    static String any(String... clauses) {
        return "{\"type\":\"any\",\"of\":[" + String.join(",", clauses) + "]}";
    }

    static String all(String... clauses) {
        return "{\"type\":\"all\",\"of\":[" + String.join(",", clauses) + "]}";
    }

    private static String compares(String model, String figure, String how, double number) {
        return """
        {"type":"score","model":"%s","figure":"%s","test":{"type":"compares","comparison":"%s",\
        "number":%s}}\
        """
                .formatted(model, figure, how, plain(number));
    }

    private static String plain(double number) {
        return number == Math.rint(number)
                ? Long.toString((long) number)
                : java.math.BigDecimal.valueOf(number).toPlainString();
    }
}
