package io.millrace.intake.web;

import io.millrace.intake.Intake.Answer;
import io.millrace.intake.Intake.Receipt;
import io.millrace.intake.Intake.Rejection;
import io.millrace.intake.IntakeProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what became of a request. */
final class IngestAnswers {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] ONE_ACCEPTED = counts(1, 0, 0).getBytes(StandardCharsets.US_ASCII);
    private static final int SHOWN = 100;

    /** How long W3C's {@code traceparent} is. */
    private static final int PARENT = 55;

    void write(
            HttpServletRequest request, HttpServletResponse response, Answer answer, boolean strict)
            throws IOException {
        switch (answer) {
            case Answer.Taken(Receipt receipt) -> taken(request, response, receipt, strict);
            case Answer.UnknownKey _ -> {
                response.setHeader("WWW-Authenticate", "Basic realm=\"Millrace\"");
                problem(request, response, IntakeProblem.UNKNOWN_KEY, List.of());
            }
            case Answer.Broken broken ->
                    problem(
                            request,
                            response,
                            IntakeProblem.ofBody(broken.code()),
                            List.of(),
                            broken.offset());
            case Answer.Busy busy -> {
                response.setIntHeader("Retry-After", busy.retryAfterSeconds());
                problem(request, response, IntakeProblem.BUSY, List.of());
            }
            case Answer.Unavailable unavailable -> {
                response.setIntHeader("Retry-After", unavailable.retryAfterSeconds());
                problem(request, response, IntakeProblem.UNAVAILABLE, List.of());
            }
        }
    }

    private void taken(
            HttpServletRequest request,
            HttpServletResponse response,
            Receipt receipt,
            boolean strict)
            throws IOException {
        if (strict && receipt.rejected() > 0) {
            problem(
                    request,
                    response,
                    IntakeProblem.REJECTED,
                    receipt.errors(),
                    receipt.rejected(),
                    receipt.accepted() + receipt.duplicates());
            return;
        }
        byte[] body = ONE_ACCEPTED;
        if (receipt.rejected() > 0) {
            body = withErrors(receipt);
        } else if (receipt.accepted() != 1 || receipt.duplicates() != 0) {
            body =
                    counts(receipt.accepted(), receipt.duplicates(), 0)
                            .getBytes(StandardCharsets.US_ASCII);
        }
        send(response, HttpServletResponse.SC_OK, "application/json", body);
    }

    void problem(
            HttpServletRequest request,
            HttpServletResponse response,
            IntakeProblem problem,
            List<Rejection> errors,
            Object... arguments)
            throws IOException {
        Locale locale = Languages.of(request);
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "/problems/" + problem.code());
            json.writeStringProperty("title", text(problem.code() + ".title", locale, arguments));
            json.writeNumberProperty("status", problem.status());
            json.writeStringProperty("detail", text(problem.code() + ".detail", locale, arguments));
            json.writeStringProperty("instance", request.getRequestURI());
            json.writeStringProperty("code", problem.code());
            if (!errors.isEmpty()) {
                json.writeName("errors");
                errors(json, errors);
            }
            json.writeStringProperty("traceId", traceId(request));
            json.writeEndObject();
        }
        send(response, problem.status(), "application/problem+json", out.toByteArray());
    }

    /** The sender's own trace if it has one, else a name by which to speak of this answer. */
    private static String traceId(HttpServletRequest request) {
        String parent = request.getHeader("traceparent");
        return parent != null && parent.length() == PARENT
                ? parent.substring(3, 35)
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private static byte[] withErrors(Receipt receipt) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeBooleanProperty("success", true);
            json.writeNumberProperty("accepted", receipt.accepted());
            json.writeNumberProperty("duplicates", receipt.duplicates());
            json.writeNumberProperty("rejected", receipt.rejected());
            json.writeName("errors");
            errors(json, receipt.errors());
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void errors(JsonGenerator json, List<Rejection> errors) {
        json.writeStartArray();
        for (Rejection error : errors.subList(0, Math.min(SHOWN, errors.size()))) {
            json.writeStartObject();
            json.writeNumberProperty("index", error.index());
            if (error.messageId() != null) {
                json.writeStringProperty("messageId", error.messageId());
            }
            json.writeStringProperty("pointer", error.pointer());
            json.writeStringProperty("code", error.code());
            json.writeStringProperty("message", error.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String counts(int accepted, int duplicates, int rejected) {
        return "{\"success\":true,\"accepted\":%d,\"duplicates\":%d,\"rejected\":%d}"
                .formatted(accepted, duplicates, rejected);
    }

    private static String text(String key, Locale locale, Object... arguments) {
        String pattern = ResourceBundle.getBundle("problems/intake", locale, PLAIN).getString(key);
        return new MessageFormat(pattern, locale).format(arguments);
    }

    private static final ResourceBundle.Control PLAIN =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static void send(HttpServletResponse response, int status, String type, byte[] body)
            throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
