package io.millrace.models;

import io.millrace.shared.ProblemCode;

/** What the models refuse. */
public enum ModelsProblem implements ProblemCode {
    SETTINGS_INVALID("models.settings-invalid", 400),
    SCORE_SETTINGS_INVALID("models.score-settings-invalid", 400),
    NO_SUCH_MODEL("models.no-such-model", 404),
    NO_SUCH_RUN("models.no-such-run", 404),
    AT_WORK("models.at-work", 409),
    NOT_LATEST("models.not-latest", 409);

    private final String code;
    private final int status;

    ModelsProblem(String code, int status) {
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
