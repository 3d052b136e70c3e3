package io.millrace.kernel.model.similar;

import io.millrace.kernel.model.churn.Logistic;
import io.millrace.kernel.model.churn.Quality;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * How likely a customer is to be one of a given set, from what is known of both those in it and the
 * others: ridge logistic regression (le Cessie and van Houwelingen 1992) on standardised columns.
 * With many customers it learns from a part of them, drawn at random by the seed; the intercept is
 * then corrected for the shares in which members and others were drawn (King and Zeng 2001, prior
 * correction), so that chances stay chances.
 *
 * <p>A fifth of what was drawn is held out: what is said of the model's quality is said of
 * customers that it never saw. The same data, query and seed give the same model to the last bit.
 *
 * @param model on the columns as they are; its score is a log-odds, corrected
 * @param means of the columns over those learnt from
 * @param quality on the customers held out
 * @param members learnt from and held out
 * @param others learnt from and held out
 */
public record LookAlike(Logistic model, double[] means, Held quality, int members, int others) {
    /** Fewer members say nothing about what they have in common. */
    public static final int FEWEST = 20;

    /** Above it something that is looked at says the membership itself. */
    public static final double TOO_GOOD = 0.99;

    private static final double RIDGE = 1e-3;
    private static final int HELD_OUT = 5;

    /**
     * How well members and others that were held out are told apart.
     *
     * @param auc area under the ROC curve: 0.5 is guessing, 1 is perfect
     * @param lift by tenths of those held out, the most similar first: how many times more members
     *     than in all
     */
    public record Held(double auc, double[] lift, int customers, int members) {}

    /** Answers of {@link #learn}. */
    public sealed interface Learnt {
        record Done(LookAlike model) implements Learnt {}

        /**
         * @param what {@code members} or {@code others}
         */
        record TooFew(String what, int has, int needs) implements Learnt {}
    }

    /**
     * @param members by customer
     * @param mostMembers how many members to learn from at most
     * @param mostOthers how many others to learn from at most
     */
    public static Learnt learn(
            Features features, BitSet members, int mostMembers, int mostOthers, long seed) {
        int in = members.cardinality();
        int out = features.customers() - in;
        if (in < FEWEST) {
            return new Learnt.TooFew("members", in, FEWEST);
        }
        if (out < FEWEST) {
            return new Learnt.TooFew("others", out, FEWEST);
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] some = drawn(members, features.customers(), true, mostMembers, random);
        int[] rest = drawn(members, features.customers(), false, mostOthers, random);
        Sample learning = Sample.of(features, some, rest, false);
        Sample held = Sample.of(features, some, rest, true);
        Logistic fitted = Logistic.fit(learning.rows, learning.member, RIDGE);
        double drawnOdds = (double) some.length / rest.length;
        double realOdds = (double) in / out;
        double[] coefficients = fitted.coefficients().clone();
        coefficients[0] += Math.log(realOdds / drawnOdds);
        Logistic corrected =
                new Logistic(
                        coefficients,
                        fitted.deviance(),
                        fitted.nullDeviance(),
                        fitted.rank(),
                        fitted.separated());
        Held quality = held.quality(corrected);
        return new Learnt.Done(
                new LookAlike(corrected, learning.means(), quality, some.length, rest.length));
    }

    /** True if the membership can be read off what is looked at. */
    public boolean tooGood() {
        return quality.auc >= TOO_GOOD;
    }

    /** Those with or without membership, at most so many, in an order of chance. */
    private static int[] drawn(
            BitSet members, int customers, boolean in, int most, SplittableRandom random) {
        int[] all = new int[customers];
        int count = 0;
        for (int customer = 0; customer < customers; customer++) {
            if (members.get(customer) == in) {
                all[count++] = customer;
            }
        }
        int wanted = Math.min(most, count);
        for (int i = 0; i < wanted; i++) {
            int other = i + random.nextInt(count - i);
            int one = all[i];
            all[i] = all[other];
            all[other] = one;
        }
        return Arrays.copyOf(all, wanted);
    }

    private record Sample(double[][] rows, boolean[] member) {
        /** Every fifth of both is held out. */
        static Sample of(Features features, int[] some, int[] rest, boolean held) {
            int size = count(some.length, held) + count(rest.length, held);
            double[][] rows = new double[size][features.columns()];
            boolean[] member = new boolean[size];
            int at = 0;
            for (int[] part : new int[][] {some, rest}) {
                for (int i = 0; i < part.length; i++) {
                    if (i % HELD_OUT == 0 == held) {
                        features.read(part[i], rows[at]);
                        member[at++] = part == some;
                    }
                }
            }
            return new Sample(rows, member);
        }

        private static int count(int of, boolean held) {
            int heldOut = (of + HELD_OUT - 1) / HELD_OUT;
            return held ? heldOut : of - heldOut;
        }

        double[] means() {
            double[] means = new double[rows[0].length];
            for (double[] row : rows) {
                for (int c = 0; c < means.length; c++) {
                    means[c] += row[c] / rows.length;
                }
            }
            return means;
        }

        Held quality(Logistic model) {
            double[] told = new double[rows.length];
            Arrays.setAll(told, i -> model.probability(rows[i]));
            int members = 0;
            for (boolean one : member) {
                members += one ? 1 : 0;
            }
            return new Held(Quality.auc(told, member), Lift.of(told, member), told.length, members);
        }
    }
}
