package io.millrace.models.baskets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

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
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
