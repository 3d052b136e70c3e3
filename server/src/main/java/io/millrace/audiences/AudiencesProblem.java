package io.millrace.audiences;

import io.millrace.shared.ProblemCode;

/** What lifecycle schemes and audiences refuse. */
public enum AudiencesProblem implements ProblemCode {
    NO_SUCH_SCHEME("audiences.no-such-scheme", 404),
    RULES_INVALID("audiences.rules-invalid", 400),
    NO_SUCH_AUDIENCE("audiences.no-such-audience", 404),
    NO_SUCH_TAG_RULE("audiences.no-such-tag-rule", 404),
    NO_SUCH_CHANGE("audiences.no-such-change", 404),
    INVALID("audiences.invalid", 400),
    INVALID_CONDITION("audiences.invalid-condition", 400),
    NAME_TAKEN("audiences.name-taken", 409),
    IN_USE("audiences.in-use", 409),
    NOT_READY("audiences.change-not-ready", 409),
    LIST_ONLY("audiences.list-only", 409),
    NO_SUCH_PUSH("audiences.no-such-push", 404),
    NO_CONDITION("audiences.list-has-no-condition", 409),
    NO_SUCH_GROUP("audiences.no-such-group", 404),
    NOBODY("audiences.nobody", 409),
    NAME_MISSING("audiences.name-missing", 400),
    NO_SUCH_FILE("audiences.no-such-file", 404),
    NO_SUCH_LINE("audiences.no-such-line", 404),
    TOO_FEW("audiences.too-few", 409);

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
