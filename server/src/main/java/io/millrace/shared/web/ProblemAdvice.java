package io.millrace.shared.web;

import io.millrace.shared.FieldProblem;
import io.millrace.shared.Refusal;
import io.millrace.shared.SharedProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Turns every refusal and every failure into one RFC 9457 document. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int SERVER_FAULT = 500;
    private final ProblemTexts texts = new ProblemTexts();

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, HttpServletRequest request) {
        return answer(refusal, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(
            HttpMessageNotReadableException failure, HttpServletRequest request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return answer(refusal, request);
            }
        }
        return answer(Refusal.of(SharedProblem.MALFORMED), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(
            MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
        return invalid(failure.getName(), "shared.bad-value", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(
            MissingServletRequestParameterException failure, HttpServletRequest request) {
        return invalid(failure.getParameterName(), "shared.missing", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(
            MaxUploadSizeExceededException failure, HttpServletRequest request) {
        return answer(Refusal.of(SharedProblem.TOO_LARGE), request);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        RecoverableDataAccessException.class,
        QueryTimeoutException.class,
        TransactionException.class
    })
    ResponseEntity<Problem> outage(Exception failure, HttpServletRequest request) {
        log.warn("The database does not answer ({}): {}", traceId(request), failure.toString());
        return answer(Refusal.of(SharedProblem.UNAVAILABLE), request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Problem> goneAway(AsyncRequestNotUsableException failure) {
        return null;
    }

    @ExceptionHandler
    ResponseEntity<Problem> anything(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known
                && known.getStatusCode().value() < SERVER_FAULT) {
            return answer(Refusal.of(forStatus(known.getStatusCode())), request);
        }
        log.error(
                "Unexpected, {} {} ({})",
                request.getMethod(),
                path(request),
                traceId(request),
                failure);
        return answer(Refusal.of(SharedProblem.UNEXPECTED, traceId(request)), request);
    }

    private static SharedProblem forStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> SharedProblem.NOT_FOUND;
            case 405 -> SharedProblem.METHOD_NOT_ALLOWED;
            case 406 -> SharedProblem.NOT_ACCEPTABLE;
            case 413 -> SharedProblem.TOO_LARGE;
            case 415 -> SharedProblem.MEDIA_TYPE;
            default -> SharedProblem.MALFORMED;
        };
    }

    private ResponseEntity<Problem> invalid(String field, String code, HttpServletRequest request) {
        return answer(
                Refusal.of(SharedProblem.INVALID, List.of(FieldProblem.of(field, code))), request);
    }

    private ResponseEntity<Problem> answer(Refusal refusal, HttpServletRequest request) {
        Locale language = Languages.of(request);
        Problem problem =
                new Problem(
                        "/problems/" + refusal.code().code(),
                        texts.title(refusal.code(), language),
                        refusal.code().status(),
                        texts.detail(refusal.code(), language, refusal.arguments()),
                        path(request),
                        refusal.code().code(),
                        refusal.errors().stream()
                                .map(field ->
                                        new Problem.FieldMessage(
                                                field.pointer(),
                                                field.code(),
                                                texts.message(refusal.code(), field, language)))
                                .toList(),
                        traceId(request));
        var answer =
                ResponseEntity.status(refusal.code().status())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        if (refusal.code().status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, "2");
        }
        return answer.body(problem);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI();
    }

    private static String traceId(HttpServletRequest request) {
        return Objects.toString(request.getAttribute(TraceFilter.ATTRIBUTE), "");
    }
}
