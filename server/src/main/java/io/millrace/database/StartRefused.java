package io.millrace.database;

/**
 * The product cannot start as it is configured; the message is one line for the person who started
 * it and says what to do.
 */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
