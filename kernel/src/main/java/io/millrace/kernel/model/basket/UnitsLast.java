package io.millrace.kernel.model.basket;

/**
 * Whether more units of a product last longer: the least-squares slope of the logarithm of the
 * interval on that of the units is clearly above none.
 */
final class UnitsLast {
    private static final int FEWEST = 30;
    private static final double SLOPE = 0.25;
    private static final double SURE = 2;

    private UnitsLast() {}

    static boolean of(Spells spells, int item) {
        double n = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int spell = spells.from(item); spell < spells.to(item); spell++) {
            if (spells.isEnded(spell)) {
                double units = Math.log(spells.units(spell));
                double days = Math.log(spells.days(spell));
                n++;
                x += units;
                y += days;
                xx += units * units;
                xy += units * days;
                yy += days * days;
            }
        }
        double spread = xx - x * x / n;
        if (n < FEWEST || spread < 1e-9) {
            return false;
        }
        double slope = (xy - x * y / n) / spread;
        double rest = Math.max(0, yy - y * y / n - slope * slope * spread);
        double error = Math.sqrt(rest / (n - 2) / spread);
        return slope >= SLOPE && slope > SURE * error;
    }
}
