package io.millrace.orders;

import io.millrace.shared.ProblemCode;

/** What can be wrong with a request about orders. */
public enum OrdersProblem implements ProblemCode {
    UNKNOWN_ORDER("orders.unknown-order", 404),
    BAD_QUERY("orders.bad-query", 400);

    private final String code;
    private final int status;

    OrdersProblem(String code, int status) {
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
