package io.millrace.models;

import io.millrace.shared.ProblemCode;

/** What the models refuse. */
public enum ModelsProblem implements ProblemCode {
    SETTINGS_INVALID("models.settings-invalid", 400);

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
