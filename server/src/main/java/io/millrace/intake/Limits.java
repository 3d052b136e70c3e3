package io.millrace.intake;

/** What one request may hold. Everything above is answered with a code, never with a crash. */
final class Limits {
    static final int EVENT_BYTES = 32 * 1024;
    static final int BATCH_BYTES = 4 * 1024 * 1024;
    static final int BATCH_EVENTS = 2_500;
    static final int DEPTH = 64;
    static final int ATTRIBUTES = 256;
    static final int NAME_CHARACTERS = 256;
    static final int TEXT_CHARACTERS = 4_096;
    static final int IDENTITY_CHARACTERS = 512;
    static final int EVENT_NAMES = 5_000;
    static final int BROKEN_BODY_KEPT = 4_096;

    private Limits() {}
}
