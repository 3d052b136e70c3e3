package io.millrace.jobs;

import io.millrace.shared.ProblemCode;

/** Why a job failed or cannot be steered. */
public enum JobsProblem implements ProblemCode {
    UNEXPECTED("jobs.unexpected", 500),
    NO_WORK("jobs.no-work", 500),
    NOT_POSSIBLE("jobs.not-possible", 409);

    private final String code;
    private final int status;

    JobsProblem(String code, int status) {
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
