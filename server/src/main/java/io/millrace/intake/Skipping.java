package io.millrace.intake;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Passes over what is not kept, without recursion, and still minds how deep it is. */
final class Skipping {
    /**
     * Moves from a value's first token to its last.
     *
     * @param depth how deep the value's own start stands within the item
     */
    static void value(JsonParser parser, RawCall call, int depth) {
        JsonToken first = parser.currentToken();
        if (first == null || !first.isStructStart()) {
            return;
        }
        int deepest = 1;
        for (int open = 1; open > 0; ) {
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                open++;
                deepest = Math.max(deepest, open);
            } else if (token.isStructEnd()) {
                open--;
            }
        }
        if (depth + deepest - 1 > Limits.DEPTH) {
            call.spoil(Codes.TOO_DEEP, "", Limits.DEPTH);
        }
    }

    private Skipping() {}
}
