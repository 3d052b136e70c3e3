package io.millrace.intake.web;

import io.millrace.intake.Intake;
import io.millrace.intake.IntakeProblem;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Segment's HTTP Tracking API, beside the dispatcher and its filters, see {@link IngestValve}. */
final class IngestServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PREFIX = "/v1/";
    private static final Set<String> CALLS =
            Set.of("identify", "track", "page", "screen", "group", "alias");
    private static final Set<String> BATCHES = Set.of("batch", "import");

    /** Kilobytes of bodies that may be in memory at once. */
    private static final int BUDGET = 96 * 1024;

    private static final int UNKNOWN_LENGTH = 64;

    private final transient Intake intake;
    private final transient IngestAnswers answers = new IngestAnswers();
    private final transient BodyReader reader;
    private final transient Semaphore budget = new Semaphore(BUDGET);
    private final int limit;

    IngestServlet(Intake intake, int limit) {
        this.intake = intake;
        this.limit = limit;
        this.reader = new BodyReader(limit);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Cors.allow(request, response);
        String call = call(request);
        if (call == null) {
            answers.problem(request, response, IntakeProblem.NO_SUCH_CALL, List.of());
        } else if (request.getMethod().equals("OPTIONS")) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST, OPTIONS");
            answers.problem(request, response, IntakeProblem.NOT_POST, List.of());
        } else if (!readable(request.getContentType())) {
            answers.problem(request, response, IntakeProblem.WRONG_TYPE, List.of());
        } else {
            take(call, request, response);
        }
    }

    private void take(String call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int kilobytes = expected(request);
        if (!admitted(kilobytes)) {
            response.setIntHeader("Retry-After", 1);
            answers.problem(request, response, IntakeProblem.BUSY, List.of());
            return;
        }
        try {
            boolean strict = "1".equals(request.getHeader("X-Strict-Mode"));
            switch (reader.read(request)) {
                case BodyReader.Body.Bytes body -> {
                    String type = BATCHES.contains(call) ? null : call;
                    Intake.Options options =
                            new Intake.Options(strict, type, Languages.of(request));
                    answers.write(
                            request,
                            response,
                            intake.accept(
                                    new Intake.Request(
                                            key(request),
                                            body.bytes(),
                                            body.length(),
                                            body.cut(),
                                            options)),
                            strict);
                }
                case BodyReader.Body.NotGzip _ ->
                        answers.problem(request, response, IntakeProblem.NOT_GZIP, List.of());
            }
        } finally {
            budget.release(kilobytes);
        }
    }

    private boolean admitted(int kilobytes) {
        try {
            return budget.tryAcquire(kilobytes, 2, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a body of this length takes while it is read and waits. */
    private int expected(HttpServletRequest request) {
        int length = request.getContentLength();
        boolean known = length >= 0 && request.getHeader("Content-Encoding") == null;
        return known ? 1 + Math.min(length, limit) / 1024 : UNKNOWN_LENGTH + limit / 1024 / 4;
    }

    /** Browsers that may not preflight send JSON as text; every other type is a mistake. */
    private static boolean readable(@Nullable String contentType) {
        return contentType == null
                || contentType.startsWith("application/json")
                || contentType.startsWith("text/plain");
    }

    static boolean takes(String path) {
        return tidy(path).startsWith(PREFIX);
    }

    /** A client whose endpoint ends with a slash asks for {@code //v1/batch}. */
    private static String tidy(String path) {
        return path.contains("//") ? path.replaceAll("/{2,}", "/") : path;
    }

    private static @Nullable String call(HttpServletRequest request) {
        String path = tidy(request.getRequestURI());
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        String call = path.substring(PREFIX.length(), Math.max(PREFIX.length(), end));
        return CALLS.contains(call) || BATCHES.contains(call) ? call : null;
    }

    /** The write key from {@code Basic key:} or {@code Bearer key}. */
    private static @Nullable String key(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return null;
        }
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return header.substring(7).strip();
        }
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return "";
        }
        try {
            byte[] clear = Base64.getDecoder().decode(header.substring(6).strip());
            String pair = new String(clear, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? pair : pair.substring(0, colon);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
