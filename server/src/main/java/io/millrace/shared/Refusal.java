package io.millrace.shared;

import java.util.List;

/**
 * A request that was understood and is answered with a problem. Thrown only at the web edge, where
 * a sealed answer of a door becomes an RFC 9457 document; never inside a module's logic.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;
    private final transient List<Object> arguments;
    private final transient List<FieldProblem> errors;

    private Refusal(ProblemCode code, List<Object> arguments, List<FieldProblem> errors) {
        super(code.code());
        this.code = code;
        this.arguments = List.copyOf(arguments);
        this.errors = List.copyOf(errors);
    }

    /** A problem as a whole. */
    public static Refusal of(ProblemCode code, Object... arguments) {
        return new Refusal(code, List.of(arguments), List.of());
    }

    /** A problem with what is wrong in each field. */
    public static Refusal of(ProblemCode code, List<FieldProblem> errors, Object... arguments) {
        return new Refusal(code, List.of(arguments), errors);
    }

    public ProblemCode code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<FieldProblem> errors() {
        return errors;
    }
}
