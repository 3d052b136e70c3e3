package io.millrace.audiences.portraits;

import io.millrace.audiences.portraits.LookAlikes.Driver;
import io.millrace.audiences.portraits.LookAlikes.Reason;
import io.millrace.kernel.model.similar.Features;
import io.millrace.kernel.model.similar.LookAlike;
import io.millrace.kernel.model.similar.Nearness;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores customers by their likeness to some of them, and says why. */
final class Similarity {
    /** Enough for every coefficient, little enough for a moment. */
    private static final int MOST_MEMBERS = 5_000;

    private static final int MOST_OTHERS = 10_000;
    private static final int REASONS = 4;

    private final CustomerFeatures features;
    private final @Nullable LookAlike model;
    private final @Nullable Nearness nearness;
    private final double[] memberMeans;
    private final double[] otherMeans;

    private Similarity(
            CustomerFeatures features,
            @Nullable LookAlike model,
            @Nullable Nearness nearness,
            BitSet members) {
        this.features = features;
        this.model = model;
        this.nearness = nearness;
        this.memberMeans = new double[features.columns()];
        this.otherMeans = new double[features.columns()];
        double[] row = new double[features.columns()];
        int in = members.cardinality();
        for (int customer = 0; customer < features.customers(); customer++) {
            features.read(customer, row);
            boolean member = members.get(customer);
            double[] into = member ? memberMeans : otherMeans;
            double share = 1.0 / Math.max(1, member ? in : features.customers() - in);
            for (int c = 0; c < row.length; c++) {
                into[c] += row[c] * share;
            }
        }
    }

    /** Learns a model where there are members enough, else the middle of the few. */
    static Similarity of(CustomerFeatures features, BitSet members, long seed) {
        return switch (LookAlike.learn(features, members, MOST_MEMBERS, MOST_OTHERS, seed)) {
            case LookAlike.Learnt.Done(LookAlike model) ->
                    new Similarity(features, model, null, members);
            case LookAlike.Learnt.TooFew _ ->
                    new Similarity(
                            features, null, Nearness.to(members, (Features) features), members);
        };
    }

    @Nullable LookAlike model() {
        return model;
    }

    double score(double[] row) {
        if (model != null) {
            return model.model().probability(row);
        }
        return nearness == null ? 0 : Math.exp(nearness.score(row) / 2);
    }

    /** All customers who are not among these, the most similar first. */
    Ranked rank(BitSet without) {
        int[] rows = new int[features.customers() - without.cardinality()];
        double[] scores = new double[rows.length];
        double[] row = new double[features.columns()];
        int at = 0;
        for (int customer = without.nextClearBit(0);
                customer < features.customers();
                customer = without.nextClearBit(customer + 1)) {
            features.read(customer, row);
            rows[at] = customer;
            scores[at++] = score(row);
        }
        return Ranked.of(rows, scores);
    }

    /** What tells members from others most. */
    List<Driver> drivers(int most) {
        List<Driver> drivers = new ArrayList<>();
        for (int c = 0; c < features.columns(); c++) {
            CustomerFeatures.Column column = features.column(c);
            drivers.add(new Driver(column.grouping(), column.label(), weight(c)));
        }
        drivers.sort(Comparator.comparingDouble((Driver one) -> -Math.abs(one.weight())));
        return drivers.subList(0, Math.min(most, drivers.size()));
    }

    private double weight(int column) {
        double apart = memberMeans[column] - otherMeans[column];
        if (model != null) {
            return model.model().coefficients()[column + 1] * apart;
        }
        double spread = nearness == null ? 0 : nearness.spread()[column];
        return spread == 0 ? 0 : apart / spread;
    }

    /** What speaks most for a customer, and against. */
    List<Reason> reasons(int customer) {
        double[] row = new double[features.columns()];
        features.read(customer, row);
        List<Reason> reasons = new ArrayList<>();
        for (int c = 0; c < row.length; c++) {
            double adds = contribution(row, c);
            CustomerFeatures.Column column = features.column(c);
            boolean said = column.number() || row[c] > 0;
            if (said && Math.abs(adds) > 0.05) {
                reasons.add(new Reason(column.label(), adds));
            }
        }
        reasons.sort(Comparator.comparingDouble((Reason one) -> -Math.abs(one.weight())));
        return reasons.subList(0, Math.min(REASONS, reasons.size()));
    }

    private double contribution(double[] row, int column) {
        if (model != null) {
            return model.model().coefficients()[column + 1] * (row[column] - model.means()[column]);
        }
        if (nearness == null || nearness.spread()[column] == 0) {
            return 0;
        }
        double own = (row[column] - nearness.middle()[column]) / nearness.spread()[column];
        double usual = (otherMeans[column] - nearness.middle()[column]) / nearness.spread()[column];
        return usual * usual - own * own;
    }
}
