package io.millrace.kernel.model.response;

/**
 * Counts by unit and period, with what may explain them. Cells stand unit by unit; a unit need not
 * have all periods.
 *
 * @param ends where each unit's cells end, exclusive
 * @param periods how many there are
 * @param period of each cell, 0 to {@code periods} − 1
 * @param counts of each cell, at least 0
 * @param explaining by regressor, then by cell
 */
@SuppressWarnings("ArrayRecordComponent")
public record Cells(int[] ends, int periods, int[] period, double[] counts, double[][] explaining) {
    public Cells {
        if (period.length != counts.length) {
            throw new IllegalArgumentException(period.length + " periods");
        }
    }

    int units() {
        return ends.length;
    }

    int from(int unit) {
        return unit == 0 ? 0 : ends[unit - 1];
    }
}
