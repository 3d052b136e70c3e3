package io.millrace.models.baskets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.io.JsonStringEncoder;

/** The query of the customer list for those who bought some things but not another one. */
final class Opening {
    private Opening() {}

    static String of(String attribute, List<String> left, String right) {
        String bought =
                left.stream().map(item -> bought(attribute, item)).collect(Collectors.joining(","));
        String condition =
                "{\"type\":\"all\",\"of\":[%s,{\"type\":\"none\",\"of\":[%s]}]}"
                        .formatted(bought, bought(attribute, right));
        return "in=condition:"
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(condition.getBytes(StandardCharsets.UTF_8));
    }

    private static String bought(String attribute, String item) {
        return """
        {"type":"facts","facts":{"kinds":["order.item"],"where":[{"property":{"type":"attribute",\
        "name":"%s"},"test":{"type":"equals","value":%s}}]},\
        "test":{"type":"compares","comparison":"at-least","number":1}}\
        """
                .formatted(attribute, quoted(item));
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }
}
