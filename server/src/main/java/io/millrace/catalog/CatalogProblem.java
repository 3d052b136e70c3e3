package io.millrace.catalog;

import io.millrace.shared.ProblemCode;

/** What can be wrong with a request to the catalogue. */
public enum CatalogProblem implements ProblemCode {
    UNKNOWN_PRODUCT("catalog.unknown-product", 404),
    BAD_CHANGE("catalog.bad-change", 400);

    private final String code;
    private final int status;

    CatalogProblem(String code, int status) {
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
