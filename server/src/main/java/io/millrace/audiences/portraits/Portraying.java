package io.millrace.audiences.portraits;

import io.millrace.audiences.portraits.Portraits.Bar;
import io.millrace.audiences.portraits.Portraits.Portrait;
import io.millrace.audiences.portraits.Portraits.Sought;
import io.millrace.audiences.portraits.Portraits.Trait;
import io.millrace.kernel.model.portrait.Differences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Compares some customers with others, grouping by grouping. A member of both is tested as one of
 * the first only: tests need two groups without a common member.
 */
final class Portraying {
    /** Differences that chance alone makes less often than this are called differences. */
    private static final double LEVEL = 0.05;

    private final Base base;
    private final Sought sought;
    private final BitSet some;
    private final BitSet against;
    private final BitSet rest;

    Portraying(Base base, Sought sought, BitSet some, BitSet against) {
        this.base = base;
        this.sought = sought;
        this.some = some;
        this.against = against;
        this.rest = (BitSet) against.clone();
        rest.andNot(some);
    }

    /** The numbers of one grouping, before anything is said of them. */
    private record Numbers(
            Grouping grouping,
            long[] some,
            long[] against,
            Differences.Share[] shares,
            Differences.Whole whole) {}

    Portrait portrait(List<Grouping> groupings, long millis) {
        List<Numbers> all = groupings.stream().map(this::numbers).toList();
        double[] wholes =
                Differences.adjusted(all.stream().mapToDouble(one -> one.whole.chance()).toArray());
        double[] values =
                Differences.adjusted(
                        all.stream()
                                .flatMap(one -> Arrays.stream(one.shares))
                                .mapToDouble(Differences.Share::chance)
                                .toArray());
        List<Trait> traits = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < all.size(); i++) {
            Numbers one = all.get(i);
            traits.add(trait(one, wholes[i], values, at));
            at += one.shares.length;
        }
        traits.sort(Comparator.comparingDouble(Trait::strength).reversed());
        return new Portrait(
                base.asOf(),
                some.cardinality(),
                against.cardinality(),
                rest.cardinality(),
                traits,
                base.version(),
                millis);
    }

    private Numbers numbers(Grouping grouping) {
        long[] in = grouping.counts(some);
        long[] to = grouping.counts(against);
        long[] others = grouping.counts(rest);
        int size = some.cardinality();
        int restSize = rest.cardinality();
        Differences.Share[] shares = new Differences.Share[in.length];
        for (int value = 0; value < in.length; value++) {
            shares[value] = Differences.share(in[value], size, others[value], restSize);
        }
        Differences.Whole whole =
                grouping.name.several()
                        ? strongest(in, others, size, restSize)
                        : Differences.whole(in, others);
        return new Numbers(grouping, in, to, shares, whole);
    }

    /**
     * Values that one customer can have together are tested one by one: yes against no. The
     * strongest speaks for all, its chance times their number (Bonferroni).
     */
    private static Differences.Whole strongest(long[] in, long[] others, int size, int restSize) {
        Differences.Whole strongest = new Differences.Whole(0, 0, 1, 0, 0);
        for (int value = 0; value < in.length; value++) {
            Differences.Whole one =
                    Differences.whole(
                            new long[] {in[value], size - in[value]},
                            new long[] {others[value], restSize - others[value]});
            if (one.strength() > strongest.strength()) {
                strongest = one;
            }
        }
        return new Differences.Whole(
                strongest.statistic(),
                strongest.degrees(),
                Math.min(1, strongest.chance() * in.length),
                strongest.strength(),
                strongest.fewest());
    }

    private Trait trait(Numbers of, double chance, double[] chances, int from) {
        List<Bar> bars = new ArrayList<>();
        for (int value = 0; value < of.some.length; value++) {
            if (of.some[value] + of.against[value] > 0) {
                bars.add(bar(of, value, chances[from + value]));
            }
        }
        boolean tooFew = of.whole.tooFew();
        return new Trait(
                of.grouping.name,
                of.whole.strength(),
                chance,
                chance <= LEVEL && !tooFew,
                tooFew,
                bars);
    }

    private Bar bar(Numbers of, int value, double chance) {
        long in = of.some[value];
        long to = of.against[value];
        int size = some.cardinality();
        int all = against.cardinality();
        double index = Differences.index(in, size, to, all);
        double expected = expected(in, to);
        boolean tooFew = expected < Differences.FEWEST_EXPECTED;
        GroupValue named = of.grouping.values.get(value);
        List<String> behind = new ArrayList<>(sought.in());
        behind.add(GroupSelections.selection(of.grouping.name.key(), named.key()));
        return new Bar(
                named.key(),
                named.label(),
                (int) in,
                share(in, size),
                (int) to,
                share(to, all),
                Double.isNaN(index) ? null : (Double) index,
                chance,
                chance <= LEVEL && !tooFew,
                tooFew,
                named.condition() != null,
                GroupSelections.open(behind, sought.asOf()));
    }

    /** The least number that the test of one value expects anywhere. */
    private double expected(long in, long to) {
        double size = some.cardinality();
        double others = rest.cardinality();
        double hits = Math.max(in, to);
        double misses = size + others - hits;
        return Math.min(hits, misses) * Math.min(size, others) / Math.max(1, size + others);
    }

    private static double share(long part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
