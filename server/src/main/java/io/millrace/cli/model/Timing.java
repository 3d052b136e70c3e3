package io.millrace.cli.model;

import tools.jackson.databind.node.ObjectNode;

/** How long each part took, in seconds. */
final class Timing {
    private final long started = System.nanoTime();
    private long last = started;
    private final ObjectNode parts = Json.object();

    /** Names what has been done since the last call. */
    void done(String part) {
        long now = System.nanoTime();
        parts.put(part, seconds(now - last));
        last = now;
    }

    ObjectNode json() {
        return parts.put("totalSeconds", seconds(System.nanoTime() - started));
    }

    private static double seconds(long nanos) {
        return Math.round(nanos / 1e5) / 1e4;
    }
}
