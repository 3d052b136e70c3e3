package io.millrace.kernel.model.lifetime;

/** The unit in which a model counts time; a model and what it is asked must agree on it. */
public enum TimeUnit {
    DAY(1),
    WEEK(7),
    /** A twelfth of a mean Gregorian year. */
    MONTH(365.2425 / 12);

    private final double days;

    TimeUnit(double days) {
        this.days = days;
    }

    public double days() {
        return days;
    }

    public static TimeUnit parse(String word) {
        return switch (word) {
            case "day" -> DAY;
            case "week" -> WEEK;
            case "month" -> MONTH;
            default -> throw new IllegalArgumentException("not a unit of time: " + word);
        };
    }
}
