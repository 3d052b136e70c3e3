package io.millrace.sample;

import io.millrace.shared.ProblemCode;

/** Why the sample brand cannot come or go. */
public enum SampleProblem implements ProblemCode {
    ALREADY_THERE("sample.already-there", 409),
    NOTHING_THERE("sample.nothing-there", 409),
    SIZE_OUT_OF_RANGE("sample.size-out-of-range", 400),
    LATER_CHANGES("sample.later-changes", 409);

    private final String code;
    private final int status;

    SampleProblem(String code, int status) {
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
