package io.millrace.cli;

/** A command cannot do what it was asked; with the code of the problem, as the product has them. */
public final class Failed extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    public Failed(String code, String detail) {
        super(detail);
        this.code = code;
    }

    String code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
