package io.millrace.timelines;

import io.millrace.shared.ProblemCode;

/** What this module refuses. */
public enum TimelinesProblem implements ProblemCode {
    /** The columnar store is being opened or rebuilt. */
    REBUILDING("timelines.rebuilding", 503),
    /** An export may only go into a folder of its own. */
    EXPORT_DIRECTORY_IN_USE("timelines.export-directory-in-use", 400);

    private final String code;
    private final int status;

    TimelinesProblem(String code, int status) {
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
