package io.millrace.cli;

import java.io.PrintStream;
import tools.jackson.databind.JsonNode;

/**
 * Results go to standard output, everything else to standard error, so that results can be piped.
 *
 * @param jsonOnly nothing but JSON is wanted
 * @param terminal somebody looks on, so a progress line may be written over
 */
public record Output(PrintStream results, PrintStream notes, boolean jsonOnly, boolean terminal) {

    public void json(JsonNode value) {
        results.println(value);
    }

    /** What came of it: a sentence for people, the same as JSON for programs. */
    void result(JsonNode value, String sentence) {
        if (jsonOnly) {
            json(value);
        } else {
            text(sentence);
        }
    }

    /** A whole result: JSON for programs, lines and tables for people. */
    public void result(JsonNode value) {
        if (jsonOnly) {
            json(value);
        } else {
            text(Readable.of(value));
        }
    }

    public void text(String text) {
        results.println(text);
    }

    public void say(String text) {
        notes.println(text);
    }

    void progress(String text) {
        if (jsonOnly) {
            return;
        }
        if (terminal) {
            notes.print("\r" + text + "\u001b[K");
            notes.flush();
        } else {
            notes.println(text);
        }
    }

    void progressEnds() {
        if (terminal && !jsonOnly) {
            notes.println();
        }
    }

    void problem(JsonNode document) {
        if (jsonOnly) {
            results.println(document);
        }
        notes.println(
                "millrace: "
                        + document.path("code").asString("")
                        + ": "
                        + document.path("detail").asString(""));
        for (JsonNode error : document.path("errors")) {
            notes.println(
                    "  "
                            + error.path("pointer").asString("")
                            + ": "
                            + error.path("message").asString(""));
        }
    }
}
