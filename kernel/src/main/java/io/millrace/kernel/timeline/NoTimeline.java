package io.millrace.kernel.timeline;

/** The timeline of a customer of whom nothing is known. */
record NoTimeline(long customerHigh, long customerLow) implements Timeline {
    private static IllegalStateException noFact() {
        return new IllegalStateException("there is no current fact");
    }

    @Override
    public void rewind() {}

    @Override
    public boolean next() {
        return false;
    }

    @Override
    public int kind() {
        throw noFact();
    }

    @Override
    public long occurredAt() {
        throw noFact();
    }

    @Override
    public long recordedAt() {
        throw noFact();
    }

    @Override
    public long amount() {
        throw noFact();
    }

    @Override
    public int currency() {
        throw noFact();
    }

    @Override
    public int source() {
        throw noFact();
    }

    @Override
    public boolean historical() {
        throw noFact();
    }

    @Override
    public long subjectHash() {
        throw noFact();
    }

    @Override
    public String subject() {
        throw noFact();
    }

    @Override
    public boolean has(int attribute) {
        throw noFact();
    }

    @Override
    public long whole(int attribute, long otherwise) {
        throw noFact();
    }

    @Override
    public double real(int attribute) {
        throw noFact();
    }

    @Override
    public int text(int attribute) {
        throw noFact();
    }

    @Override
    public String sealed(int attribute) {
        throw noFact();
    }

    @Override
    public boolean flag(int attribute, boolean otherwise) {
        throw noFact();
    }

    @Override
    public long idHigh() {
        throw noFact();
    }

    @Override
    public long idLow() {
        throw noFact();
    }

    @Override
    public Timeline asOf(long t) {
        return this;
    }

    @Override
    public Timeline knownAt(long t) {
        return this;
    }
}
