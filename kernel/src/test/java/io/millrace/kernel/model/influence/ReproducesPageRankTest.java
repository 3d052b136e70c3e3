package io.millrace.kernel.model.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** PageRank against published figures and against the dense matrix it stands for. */
class ReproducesPageRankTest {
    /** Langville and Meyer (2004), section 5: six pages, one of them without links, damping 0.9. */
    @Test
    void langvilleAndMeyersSixPages() {
        int[] froms = {0, 0, 2, 2, 2, 3, 3, 4, 4, 5};
        int[] tos = {1, 2, 0, 1, 4, 4, 5, 3, 5, 3};

        double[] ranks = PageRank.of(Links.of(6, froms, tos), 0.9);

        double[] published = {.03721, .05396, .04151, .3751, .206, .2862};
        for (int i = 0; i < published.length; i++) {
            assertThat(ranks[i]).isCloseTo(published[i], within(6e-5));
        }
    }

    /** The eleven pages in Wikipedia's picture of PageRank: B 38.4 %, C 34.3 %, E 8.1 % … */
    @Test
    void theElevenPagesOfTheKnownPicture() {
        String links = "BC CB DA DB EB ED EF FB FE GB GE HB HE IB IE JE KE";
        int[] froms = links.chars().filter(c -> c != ' ').map(c -> c - 'A').toArray();
        int[] tos = new int[froms.length / 2];
        for (int i = 0; i < tos.length; i++) {
            tos[i] = froms[2 * i + 1];
            froms[i] = froms[2 * i];
        }

        double[] ranks =
                PageRank.of(Links.of(11, Arrays.copyOf(froms, tos.length), tos), PageRank.DAMPING);

        double[] published = {3.3, 38.4, 34.3, 3.9, 8.1, 3.9, 1.6, 1.6, 1.6, 1.6, 1.6};
        for (int i = 0; i < published.length; i++) {
            assertThat(100 * ranks[i]).isCloseTo(published[i], within(0.051));
        }
    }

    @Test
    void agreesWithTheDenseMatrixOnRandomGraphs() {
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            int nodes = 1 + random.nextInt(25);
            int links = random.nextInt(3 * nodes);
            int[] froms = random.ints(links, 0, nodes).toArray();
            int[] tos = random.ints(links, 0, nodes).toArray();

            double[] ranks = PageRank.of(Links.of(nodes, froms, tos), PageRank.DAMPING);

            double[] naive = naive(nodes, froms, tos);
            assertThat(Arrays.stream(ranks).sum()).isCloseTo(1, within(1e-12));
            for (int i = 0; i < nodes; i++) {
                assertThat(ranks[i]).isCloseTo(naive[i], within(1e-11));
            }
        }
    }

    @Test
    void isTheSameBitForBitWhateverTheOrderOfTheLinks() {
        Random random = new Random(8);
        int[] froms = random.ints(400, 0, 60).toArray();
        int[] tos = random.ints(400, 0, 60).toArray();
        int[] shuffledFroms = new int[400];
        int[] shuffledTos = new int[400];
        for (int i = 0; i < 400; i++) {
            shuffledFroms[i] = froms[i * 163 % 400];
            shuffledTos[i] = tos[i * 163 % 400];
        }

        assertThat(PageRank.of(Links.of(60, shuffledFroms, shuffledTos), PageRank.DAMPING))
                .isEqualTo(PageRank.of(Links.of(60, froms, tos), PageRank.DAMPING));
    }

    @Test
    void leavesOutLoopsAndSecondLinks() {
        Links links = Links.of(3, new int[] {0, 0, 0, 1}, new int[] {1, 1, 0, 1});

        assertThat(links.size()).isEqualTo(1);
        assertThat(links.out(0)).isEqualTo(1);
        assertThat(links.out(1)).isZero();
    }

    /** Two thousand steps with the whole matrix. */
    private static double[] naive(int nodes, int[] froms, int[] tos) {
        double[][] linked = new double[nodes][nodes];
        for (int i = 0; i < froms.length; i++) {
            if (froms[i] != tos[i]) {
                linked[froms[i]][tos[i]] = 1;
            }
        }
        double[] ranks = new double[nodes];
        Arrays.fill(ranks, 1.0 / nodes);
        for (int step = 0; step < 2_000; step++) {
            double[] next = new double[nodes];
            for (int i = 0; i < nodes; i++) {
                double out = Arrays.stream(linked[i]).sum();
                for (int j = 0; j < nodes; j++) {
                    double goes = out == 0 ? 1.0 / nodes : linked[i][j] / out;
                    next[j] += ranks[i] * (0.85 * goes + 0.15 / nodes);
                }
            }
            ranks = next;
        }
        return ranks;
    }
}
