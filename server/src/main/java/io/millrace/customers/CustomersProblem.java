package io.millrace.customers;

import io.millrace.shared.ProblemCode;

/** What can be wrong with a request about customers, and with an identity that was sent. */
public enum CustomersProblem implements ProblemCode {
    UNKNOWN_CUSTOMER("customers.unknown-customer", 404),
    UNKNOWN_MERGE("customers.unknown-merge", 404),
    SAME_CUSTOMER("customers.same-customer", 409),
    ALREADY_UNDONE("customers.already-undone", 409),
    UNKNOWN_CATEGORY("customers.unknown-category", 404),
    CATEGORY_EXISTS("customers.category-exists", 409),
    TAG_IN_USE("customers.tag-in-use", 409),
    SELECTION_GONE("customers.selection-gone", 409),
    UNKNOWN_MAPPING("customers.unknown-mapping", 404),
    ERASED("customers.erased", 410),
    NO_IDEMPOTENCY_KEY("customers.no-idempotency-key", 400),
    NO_SUCH_EXPORT("customers.no-such-export", 404),
    EXPORT_WITHDRAWN("customers.export-withdrawn", 410);

    private final String code;
    private final int status;

    CustomersProblem(String code, int status) {
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
