package io.millrace.cli;

import tools.jackson.databind.JsonNode;

/** The product refused, with a problem document. */
final class ApiProblem extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient JsonNode document;

    ApiProblem(JsonNode document) {
        super(document.path("code").asString("unknown"));
        this.document = document;
    }

    JsonNode document() {
        return document;
    }
}
