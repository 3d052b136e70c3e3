package io.millrace.kernel.model.satisfaction;

/**
 * Where something lies by how important it is and how well it is done, parted at the means of all.
 * Martilla and James, "Importance-performance analysis", Journal of Marketing 41 (1977).
 */
public enum Quadrant {
    /** Important and done badly. */
    CONCENTRATE_HERE,
    /** Important and done well. */
    KEEP_UP,
    /** Unimportant and done badly. */
    LOW_PRIORITY,
    /** Unimportant and done well. */
    POSSIBLE_OVERKILL;

    /** On a line counts as above it. */
    public static Quadrant of(
            double importance, double performance, double meanImportance, double meanPerformance) {
        boolean well = performance >= meanPerformance;
        if (importance >= meanImportance) {
            return well ? KEEP_UP : CONCENTRATE_HERE;
        }
        return well ? POSSIBLE_OVERKILL : LOW_PRIORITY;
    }
}
