package io.millrace.audiences;

import io.millrace.shared.ProblemCode;

/** What the lifecycle schemes refuse. */
public enum AudiencesProblem implements ProblemCode {
    NO_SUCH_SCHEME("audiences.no-such-scheme", 404),
    RULES_INVALID("audiences.rules-invalid", 400);

    private final String code;
    private final int status;

    AudiencesProblem(String code, int status) {
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
