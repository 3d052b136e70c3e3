package io.millrace.kernel.model.similar;

/** What is looked at of each customer: finite numbers in columns. */
public interface Features {
    int customers();

    int columns();

    /** Writes the customer's numbers into {@code into}, which has {@link #columns} places. */
    void read(int customer, double[] into);
}
