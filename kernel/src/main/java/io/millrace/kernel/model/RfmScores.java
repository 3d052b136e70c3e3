package io.millrace.kernel.model;

import java.util.ArrayList;
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

    /**
     * The four limits between the scores, as {@link RfmRules.Scale.Limits} means them. Where ties
     * leave a score empty, the limit is out of reach: {@link Long#MAX_VALUE}, or 0 days.
     */
    public record Limits(List<Long> recencyDays, List<Long> frequency, List<Long> monetary) {}

    /** Where the types parted: mean and median may be fractions. */
    public record Parting(double recencyDays, double frequency, double monetary) {}

    private static final CustomerType[] TYPES = CustomerType.values();

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
        return TYPES[types[row]];
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
        int[] customers = new int[25];
        long[] revenue = new long[25];
        for (int row = 0; row < r.length; row++) {
            int cell = (r[row] - 1) * 5 + fm(row) - 1;
            customers[cell]++;
            revenue[cell] += table.monetary(row);
        }
        List<Cell> cells = new ArrayList<>(25);
        for (int cell = 0; cell < 25; cell++) {
            int ofR = cell / 5 + 1;
            int ofFm = cell % 5 + 1;
            cells.add(new Cell(ofR, ofFm, RfmRegion.of(ofR, ofFm), customers[cell], revenue[cell]));
        }
        return cells;
    }

    /** All eight types in their own order. */
    public List<TypeTotal> typeTotals() {
        int[] customers = new int[TYPES.length];
        long[] revenue = new long[TYPES.length];
        for (int row = 0; row < types.length; row++) {
            customers[types[row]]++;
            revenue[types[row]] += table.monetary(row);
        }
        List<TypeTotal> totals = new ArrayList<>(TYPES.length);
        for (CustomerType type : TYPES) {
            int place = type.ordinal();
            totals.add(new TypeTotal(type, customers[place], revenue[place]));
        }
        return totals;
    }

    /** All ten regions in their own order. */
    public List<RegionTotal> regionTotals() {
        List<Cell> cells = cells();
        List<RegionTotal> totals = new ArrayList<>();
        for (RfmRegion region : RfmRegion.values()) {
            int customers = 0;
            long revenue = 0;
            for (Cell cell : cells) {
                if (cell.region() == region) {
                    customers += cell.customers();
                    revenue += cell.revenue();
                }
            }
            totals.add(new RegionTotal(region, customers, revenue));
        }
        return totals;
    }
}
