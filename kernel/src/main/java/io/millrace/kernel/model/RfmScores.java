package io.millrace.kernel.model;

import java.util.List;

/** The scores of an {@link RfmTable}, row by row, and their sums. */
public final class RfmScores {
    /**
     * One cell of the 5×5 grid.
     *
     * @param revenue net, minor units of the reporting currency
     */
    public record Cell(int r, int fm, RfmRegion region, int customers, long revenue) {}

    /** The customers and the net revenue of one of the eight types. */
    public record TypeTotal(CustomerType type, int customers, long revenue) {}

    /** The customers and the net revenue of one region. */
    public record RegionTotal(RfmRegion region, int customers, long revenue) {}

    /** The four limits between the scores, as they came out: what a value must reach. */
    public record Limits(List<Long> recencyDays, List<Long> frequency, List<Long> monetary) {}

    /** Where the types parted: mean and median may be fractions. */
    public record Parting(double recencyDays, double frequency, double monetary) {}

    private final RfmTable table;
    private final byte[] r;
    private final byte[] f;
    private final byte[] m;
    private final byte[] types;
    private final RfmRules rules;
    private final Limits limits;
    private final Parting parting;

    RfmScores(
            RfmTable table,
            RfmRules rules,
            byte[] r,
            byte[] f,
            byte[] m,
            byte[] types,
            Limits limits,
            Parting parting) {
        this.table = table;
        this.rules = rules;
        this.r = r;
        this.f = f;
        this.m = m;
        this.types = types;
        this.limits = limits;
        this.parting = parting;
    }

    public RfmTable table() {
        return table;
    }

    /** 1 (long ago) to 5 (recent); 1 without a purchase. */
    public int r(int row) {
        return r[row];
    }

    /** 1 (seldom) to 5 (often); 1 without a purchase. */
    public int f(int row) {
        return f[row];
    }

    /** 1 (little) to 5 (much). */
    public int m(int row) {
        return m[row];
    }

    /** The mean of F and M, rounded half up. */
    public int fm(int row) {
        return (f[row] + m[row] + 1) / 2;
    }

    /** The weighted sum of the three scores. */
    public int total(int row) {
        RfmRules.Weights weights = rules.weights();
        return weights.r() * r[row] + weights.f() * f[row] + weights.m() * m[row];
    }

    public CustomerType type(int row) {
        return CustomerType.values()[types[row]];
    }

    public RfmRegion region(int row) {
        return RfmRegion.of(r[row], fm(row));
    }

    public Limits limits() {
        return limits;
    }

    public Parting parting() {
        return parting;
    }

    /** All 25 cells, R from 1 to 5, FM from 1 to 5 within; the customers add up to the table. */
    public List<Cell> cells() {
        return List.of();
    }

    /** All eight types in their own order. */
    public List<TypeTotal> typeTotals() {
        return List.of();
    }

    /** All ten regions in their own order. */
    public List<RegionTotal> regionTotals() {
        return List.of();
    }
}
