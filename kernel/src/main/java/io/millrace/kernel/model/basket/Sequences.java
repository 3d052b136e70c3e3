package io.millrace.kernel.model.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds what follows what, after Agrawal and Srikant, "Mining Sequential Patterns", ICDE 1995, for
 * sequences of two with a longest gap, counted by customers.
 */
public final class Sequences {
    private final ItemHistories histories;
    private final int days;
    private final int today;
    private final int[] places;
    private final int[] items;
    private final int[] began;
    private final int[][] followed;

    private Sequences(ItemHistories histories, int days, int today, int least, int most) {
        this.histories = histories;
        this.days = days;
        this.today = today;
        int[] buyers = histories.buyers();
        this.items =
                IntStream.range(0, buyers.length)
                        .filter(item -> buyers[item] >= least)
                        .boxed()
                        .sorted((a, b) -> buyers[a] != buyers[b] ? buyers[b] - buyers[a] : a - b)
                        .limit(most)
                        .mapToInt(Integer::intValue)
                        .toArray();
        this.places = new int[buyers.length];
        Arrays.fill(places, -1);
        for (int place = 0; place < items.length; place++) {
            places[items[place]] = place;
        }
        this.began = new int[items.length];
        this.followed = new int[items.length][items.length];
    }

    /**
     * @param days the length of a window, at least 1
     * @param today nothing of the histories is later
     * @param least customers of a sequence, at least
     * @param most items that are looked at, those with the most buyers; what is kept grows with its
     *     square, four bytes each
     * @param confidence of a sequence, at least
     * @return in the order of the items' numbers
     */
    public static List<Sequence> of(
            ItemHistories histories, int days, int today, int least, int most, double confidence) {
        if (days < 1 || least < 1 || most < 1) {
            throw new IllegalArgumentException("days, least and most of at least 1");
        }
        Sequences sequences = new Sequences(histories, days, today, least, most);
        int[] seen = new int[sequences.items.length];
        Arrays.fill(seen, -1);
        for (int row = 0; row < histories.size(); row++) {
            sequences.count(row, seen);
        }
        return sequences.found(least, confidence);
    }

    /** Items that were first bought on one day share a window. */
    private void count(int row, int[] seen) {
        for (int visit = histories.from(row); visit < histories.to(row); visit++) {
            int[] fresh = new int[histories.lineTo(visit) - histories.lineFrom(visit)];
            int size = 0;
            for (int line = histories.lineFrom(visit); line < histories.lineTo(visit); line++) {
                int place = places[histories.item(line)];
                if (place >= 0 && seen[place] != row) {
                    seen[place] = row;
                    fresh[size++] = place;
                }
            }
            if (size > 0 && histories.day(visit) + days <= today) {
                int[] within = within(row, visit);
                for (int i = 0; i < size; i++) {
                    began[fresh[i]]++;
                    for (int then : within) {
                        followed[fresh[i]][then]++;
                    }
                }
            }
        }
    }

    /** What was bought on later days of the window that a visit begins, each once. */
    private int[] within(int row, int visit) {
        IntStream.Builder bought = IntStream.builder();
        int until = histories.day(visit) + days;
        for (int later = visit + 1; later < histories.to(row); later++) {
            if (histories.day(later) > until) {
                break;
            }
            for (int line = histories.lineFrom(later); line < histories.lineTo(later); line++) {
                if (places[histories.item(line)] >= 0) {
                    bought.add(places[histories.item(line)]);
                }
            }
        }
        return bought.build().sorted().distinct().toArray();
    }

    private List<Sequence> found(int least, double confidence) {
        long windows = Arrays.stream(began).asLongStream().sum();
        long[] with = new long[items.length];
        for (int first = 0; first < items.length; first++) {
            for (int then = 0; then < items.length; then++) {
                with[then] += first == then ? 0 : followed[first][then];
            }
        }
        List<Sequence> found = new ArrayList<>();
        for (int item = 0; item < places.length; item++) {
            int first = places[item];
            for (int other = 0; first >= 0 && other < places.length; other++) {
                int then = places[other];
                if (then < 0 || then == first || followed[first][then] < least) {
                    continue;
                }
                double share = followed[first][then] / (double) began[first];
                if (share >= confidence) {
                    double chance = with[then] / (double) (windows - began[then]);
                    found.add(
                            new Sequence(
                                    item,
                                    other,
                                    began[first],
                                    followed[first][then],
                                    followed[first][then] / (double) histories.size(),
                                    share,
                                    chance,
                                    share / chance));
                }
            }
        }
        return found;
    }
}
