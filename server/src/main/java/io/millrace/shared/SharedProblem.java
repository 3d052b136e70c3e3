package io.millrace.shared;

/** Problems that any route can have. */
public enum SharedProblem implements ProblemCode {
    NOT_FOUND("shared.not-found", 404),
    INVALID("shared.invalid", 400),
    MALFORMED("shared.malformed", 400),
    METHOD_NOT_ALLOWED("shared.method-not-allowed", 405),
    NOT_ACCEPTABLE("shared.not-acceptable", 406),
    MEDIA_TYPE("shared.media-type", 415),
    TOO_LARGE("shared.too-large", 413),
    CONFLICT("shared.conflict", 409),
    STALE("shared.stale", 412),
    UNAVAILABLE("shared.unavailable", 503),
    UNEXPECTED("shared.unexpected", 500);

    private final String code;
    private final int status;

    SharedProblem(String code, int status) {
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
}
