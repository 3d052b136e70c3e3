package io.millrace.cli;

/** The command line says something that cannot be meant. */
public final class Misuse extends Exception {
    private static final long serialVersionUID = 1L;

    public Misuse(String message) {
        super(message);
    }
}
