package io.millrace.shared.web;

import java.util.List;

/** An RFC 9457 document. */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        List<FieldMessage> errors,
        String traceId) {

    /** What is wrong with one field, in the reader's language. */
    record FieldMessage(String pointer, String code, String message) {}
}
