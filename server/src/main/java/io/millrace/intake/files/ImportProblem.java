package io.millrace.intake.files;

import io.millrace.shared.ProblemCode;

/** What can be wrong with a file, an import or a mapping as a whole. */
public enum ImportProblem implements ProblemCode {
    EMPTY_FILE("imports.empty-file", 400),
    TOO_COMPRESSED("imports.too-compressed", 413),
    TOO_BIG("imports.too-big", 413),
    BROKEN_ARCHIVE("imports.broken-archive", 400),
    UNKNOWN_FORMAT("imports.unknown-format", 415),
    UNKNOWN_UPLOAD("imports.unknown-upload", 404),
    UPLOAD_GONE("imports.upload-gone", 410),
    UNKNOWN_IMPORT("imports.unknown-import", 404),
    UNKNOWN_TEMPLATE("imports.unknown-template", 404),
    BAD_MAPPING("imports.bad-mapping", 400),
    NOT_A_DRY_RUN("imports.not-a-dry-run", 409),
    NOT_FINISHED("imports.not-finished", 409),
    NOTHING_TO_UNDO("imports.nothing-to-undo", 409),
    LATER_CHANGES("imports.later-changes", 409),
    INTERRUPTED_UPLOAD("imports.interrupted-upload", 400);

    private final String code;
    private final int status;

    ImportProblem(String code, int status) {
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
