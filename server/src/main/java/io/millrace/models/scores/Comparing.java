package io.millrace.models.scores;

import io.millrace.models.scores.Scores.Move;
import io.millrace.models.scores.Scores.Moves;
import io.millrace.models.scores.Scores.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds the scores of a run against those before it, customer by customer. */
final class Comparing {
    private static final int WAYS = 30;

    private final ScoreColumns before;
    private final ScoreColumns now;
    private final Pairs pairs;

    /**
     * Rows of both tables side by side, in the order of the ids; -1 where there is none.
     *
     * @param size how many are in use
     */
    private record Pairs(int[] before, int[] now, int size) {}

    /** Told each customer whose score is another one: the rows, -1 where there is none. */
    @FunctionalInterface
    interface Changed {
        void pair(int before, int now);
    }

    Comparing(ScoreColumns before, ScoreColumns now) {
        this.before = before;
        this.now = now;
        this.pairs = pairs(before, now);
    }

    private static Pairs pairs(ScoreColumns before, ScoreColumns now) {
        int[] left = new int[before.size() + now.size()];
        int[] right = new int[left.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < before.size() || j < now.size()) {
            int order =
                    i == before.size()
                            ? 1
                            : j == now.size()
                                    ? -1
                                    : before.compare(i, now.customerHigh(j), now.customerLow(j));
            left[size] = order <= 0 ? i++ : -1;
            right[size++] = order >= 0 ? j++ : -1;
        }
        return new Pairs(Arrays.copyOf(left, size), Arrays.copyOf(right, size), size);
    }

    void forEachChanged(Changed changed) {
        for (int n = 0; n < pairs.size; n++) {
            int old = pairs.before[n];
            int row = pairs.now[n];
            if (old < 0 || row < 0 || !now.same(row, before, old)) {
                changed.pair(old, row);
            }
        }
    }

    Moves moves() {
        int[] count = new int[3];
        forEachChanged((old, row) -> count[old < 0 ? 0 : row < 0 ? 1 : 2]++);
        List<Move> moves = new ArrayList<>();
        for (int figure = 0; figure < now.figures().size(); figure++) {
            moves.add(now.figures().get(figure).isText() ? text(figure) : number(figure));
        }
        return new Moves(before.size(), now.size(), count[0], count[1], count[2], moves);
    }

    private Move number(int figure) {
        double old = 0;
        double fresh = 0;
        double change = 0;
        int both = 0;
        int changed = 0;
        for (int n = 0; n < pairs.size; n++) {
            double a = pairs.before[n] < 0 ? Double.NaN : before.number(figure, pairs.before[n]);
            double b = pairs.now[n] < 0 ? Double.NaN : now.number(figure, pairs.now[n]);
            if (Double.isNaN(a) || Double.isNaN(b)) {
                continue;
            }
            both++;
            changed += a == b ? 0 : 1;
            old += a;
            fresh += b;
            change += Math.abs(b - a);
        }
        return new Move(
                now.figures().get(figure).key(),
                changed,
                mean(old, both),
                mean(fresh, both),
                mean(change, both),
                List.of());
    }

    private static @Nullable Double mean(double sum, int count) {
        return count == 0 ? null : (Double) (sum / count);
    }

    private Move text(int figure) {
        Map<List<String>, Integer> ways = new HashMap<>();
        int changed = 0;
        for (int n = 0; n < pairs.size; n++) {
            if (pairs.before[n] < 0 || pairs.now[n] < 0) {
                continue;
            }
            String a = before.text(figure, pairs.before[n]);
            String b = now.text(figure, pairs.now[n]);
            if (a != null && b != null && !Objects.equals(a, b)) {
                changed++;
                ways.merge(List.of(a, b), 1, Integer::sum);
            }
        }
        List<Way> most =
                ways.entrySet().stream()
                        .map(one ->
                                new Way(
                                        one.getKey().getFirst(),
                                        one.getKey().getLast(),
                                        one.getValue()))
                        .sorted(
                                Comparator.comparingInt(Way::customers)
                                        .reversed()
                                        .thenComparing(Way::from)
                                        .thenComparing(Way::to))
                        .limit(WAYS)
                        .toList();
        return new Move(now.figures().get(figure).key(), changed, null, null, null, most);
    }
}
