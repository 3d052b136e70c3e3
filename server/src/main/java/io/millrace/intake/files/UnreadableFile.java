package io.millrace.intake.files;

import java.io.IOException;
import java.util.List;

/** A file that cannot be taken, with the problem that tells why. */
public final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1L;

    private final ImportProblem problem;
    private final transient List<Object> arguments;

    UnreadableFile(ImportProblem problem, Object... arguments) {
        super(problem.code());
        this.problem = problem;
        this.arguments = List.of(arguments);
    }

    public ImportProblem problem() {
        return problem;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
