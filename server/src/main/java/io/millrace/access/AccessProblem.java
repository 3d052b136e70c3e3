package io.millrace.access;

import io.millrace.shared.ProblemCode;

/** Why somebody is not let in, or may not do something. */
public enum AccessProblem implements ProblemCode {
    NOT_SIGNED_IN("access.not-signed-in", 401),
    BAD_CREDENTIALS("access.bad-credentials", 401),
    FORBIDDEN("access.forbidden", 403),
    FOREIGN_REQUEST("access.foreign-request", 403),
    TOO_MANY_ATTEMPTS("access.too-many-attempts", 429),
    EMAIL_TAKEN("access.email-taken", 409),
    LAST_ADMIN("access.last-admin", 409),
    NOT_BY_KEY("access.not-by-key", 403),
    ABOVE_OWN_ROLE("access.above-own-role", 403);

    private final String code;
    private final int status;

    AccessProblem(String code, int status) {
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
