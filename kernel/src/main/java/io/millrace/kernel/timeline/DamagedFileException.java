package io.millrace.kernel.timeline;

/** A file of the store is not what was written; becomes {@link Opening.Damaged} at the door. */
final class DamagedFileException extends Exception {
    private static final long serialVersionUID = 1;

    DamagedFileException(String reason) {
        super(reason);
    }
}
