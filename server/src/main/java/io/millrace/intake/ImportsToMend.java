package io.millrace.intake;

/** The imports that wait for a person, for whoever gathers what waits. */
public interface ImportsToMend {
    /** The kind of an import's job. */
    String JOB = "import";

    /**
     * How many imports ended with rejected rows, or failed, and of which nobody has taken care yet
     * by undoing them or by importing a file of that name again.
     */
    int count();
}
