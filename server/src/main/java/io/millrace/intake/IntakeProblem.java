package io.millrace.intake;

import io.millrace.shared.ProblemCode;

/** The intake's problems as whole answers; single items have codes of their own. */
public enum IntakeProblem implements ProblemCode {
    UNKNOWN_KEY("intake.unknown-key", 401),
    REJECTED("intake.rejected", 400),
    MALFORMED("intake.malformed", 400),
    EMPTY("intake.empty", 400),
    TOO_DEEP("intake.too-deep", 400),
    TOO_LARGE("intake.too-large", 413),
    WRONG_TYPE("intake.wrong-content-type", 415),
    NOT_GZIP("intake.not-gzip", 400),
    NO_SUCH_CALL("intake.no-such-call", 404),
    NOT_POST("intake.not-post", 405),
    BUSY("intake.busy", 429),
    UNAVAILABLE("intake.unavailable", 503),
    NO_SUCH_ENTRY("intake.no-such-entry", 404),
    ENTRY_CLOSED("intake.entry-closed", 409),
    STILL_REJECTED("intake.still-rejected", 409),
    NOT_AN_OBJECT("intake.not-an-object", 400);

    private final String code;
    private final int status;

    IntakeProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    /** The problem as which a body that could not be read at all is answered. */
    public static IntakeProblem ofBody(String code) {
        for (IntakeProblem problem : values()) {
            if (problem.code.equals(code)) {
                return problem;
            }
        }
        return MALFORMED;
    }
}
