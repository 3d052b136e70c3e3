package io.millrace.kernel.model.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TellsMembersFromOthersTest {
    private static final int CUSTOMERS = 20_000;

    /** Two numbers at random; membership has the log-odds −2 + 1.5 × the first. */
    private record World(double[][] rows, BitSet members) implements Features {
        static World of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] rows = new double[CUSTOMERS][2];
            BitSet members = new BitSet();
            for (int i = 0; i < CUSTOMERS; i++) {
                rows[i][0] = random.nextGaussian();
                rows[i][1] = 50 + 10 * random.nextGaussian();
                double chance = 1 / (1 + Math.exp(2 - 1.5 * rows[i][0]));
                members.set(i, random.nextDouble() < chance);
            }
            return new World(rows, members);
        }

        @Override
        public int customers() {
            return rows.length;
        }

        @Override
        public int columns() {
            return 2;
        }

        @Override
        public void read(int customer, double[] into) {
            System.arraycopy(rows[customer], 0, into, 0, 2);
        }
    }

    private static LookAlike learnt(World world, int members, int others) {
        return ((LookAlike.Learnt.Done) LookAlike.learn(world, world.members, members, others, 7))
                .model();
    }

    @Test
    void findsTheOddsThatMadeTheMembers() {
        LookAlike model = learnt(World.of(1), CUSTOMERS, CUSTOMERS);
        assertThat(model.model().coefficients()[0]).isCloseTo(-2, within(0.15));
        assertThat(model.model().coefficients()[1]).isCloseTo(1.5, within(0.1));
        assertThat(model.model().coefficients()[2]).isCloseTo(0, within(0.01));
        assertThat(model.tooGood()).isFalse();
    }

    @Test
    void aPartOfTheOthersGivesTheSameChances() {
        World world = World.of(2);
        LookAlike whole = learnt(world, CUSTOMERS, CUSTOMERS);
        LookAlike part = learnt(world, CUSTOMERS, 4_000);
        assertThat(part.others()).isEqualTo(4_000);
        double[] row = {0.5, 50};
        assertThat(part.model().probability(row))
                .isCloseTo(whole.model().probability(row), within(0.02));
    }

    @Test
    void saysHowGoodItIsOfCustomersItNeverSaw() {
        LookAlike.Held held = learnt(World.of(3), CUSTOMERS, CUSTOMERS).quality();
        assertThat(held.customers()).isBetween(3_999, 4_001);
        assertThat(held.auc()).isBetween(0.78, 0.86);
        assertThat(held.lift()[0]).isGreaterThan(2);
        assertThat(held.lift()[9]).isLessThan(0.4);
    }

    @Test
    void theSameSeedGivesTheSameModelToTheLastBit() {
        World world = World.of(4);
        assertThat(learnt(world, 500, 3_000).model().coefficients())
                .isEqualTo(learnt(world, 500, 3_000).model().coefficients());
    }

    @Test
    void seesThatTheMembershipCanBeReadOff() {
        World world = World.of(5);
        for (int i = 0; i < CUSTOMERS; i++) {
            world.members.set(i, world.rows[i][0] > 1);
        }
        assertThat(learnt(world, CUSTOMERS, CUSTOMERS).tooGood()).isTrue();
    }

    @Test
    void refusesToLearnFromAFew() {
        World world = World.of(6);
        BitSet few = new BitSet();
        few.set(0, 19);
        assertThat(LookAlike.learn(world, few, 100, 100, 1))
                .isEqualTo(new LookAlike.Learnt.TooFew("members", 19, 20));
    }

    @Test
    void whoIsNearestToTheMiddleOfAFewIsMostLikeThem() {
        World world = World.of(8);
        BitSet few = new BitSet();
        few.set(3, 6);
        Nearness near = Nearness.to(few, world);
        assertThat(near.score(near.middle())).isZero();
        double[] off = near.middle().clone();
        off[1] += near.spread()[1];
        assertThat(near.score(off)).isCloseTo(-0.5, within(1e-12));
        assertThat(near.parts(off)[1]).isCloseTo(1, within(1e-12));
    }
}
