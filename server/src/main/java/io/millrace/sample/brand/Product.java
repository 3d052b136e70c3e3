package io.millrace.sample.brand;

/**
 * Something the brand sells.
 *
 * @param name Chinese, then English
 * @param tea true for the half of the range that the price rise hit
 * @param price today's list price in fen
 * @param cost what one costs the brand, in fen
 */
public record Product(
        String sku,
        String name,
        String category,
        String brand,
        boolean tea,
        long price,
        long cost) {

    /** The list price at an instant, before any promotion: teas were cheaper before the rise. */
    long priceAt(long epochSecond, Story story) {
        double rise = tea && epochSecond < story.priceRise() ? 1.18 : 1;
        return Math.round(price * Deals.level(this, epochSecond, story) / rise / 100) * 100;
    }
}
