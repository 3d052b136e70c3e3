package io.millrace.kernel.model.churn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How many trees help, seen on cases that were not learnt from: each part of the cases in turn
 * where they are few (cross-validation: Stone 1974), else one part.
 *
 * @param trees how many were best, from 0
 * @param loss mean log-loss of the cases that were held out then
 */
record Trial(int trees, double loss) {
    /** Up to so many cases one part alone says too little. */
    private static final int FEW = 10_000;

    static Trial of(Cases cases, boolean[] positive, Boosted.Settings settings) {
        List<boolean[]> parts = parts(cases.size(), settings.validation());
        List<Boosting> all = new ArrayList<>();
        int judged = 0;
        for (boolean[] held : parts) {
            int[] learning = rows(held, false);
            int[] judging = rows(held, true);
            judged += judging.length;
            all.add(
                    new Boosting(cases.only(learning), Cases.only(positive, learning), settings)
                            .judgedBy(cases.only(judging), Cases.only(positive, judging)));
        }
        Trial best = new Trial(0, loss(all, judged));
        for (int trees = 1; trees <= settings.trees(); trees++) {
            all.forEach(Boosting::grow);
            double loss = loss(all, judged);
            if (loss < best.loss) {
                best = new Trial(trees, loss);
            } else if (trees - best.trees >= settings.patience()) {
                break;
            }
        }
        return best;
    }

    private static double loss(List<Boosting> all, int judged) {
        double loss = 0;
        for (Boosting one : all) {
            loss += one.loss();
        }
        return loss / judged;
    }

    /** Which cases are held out, part by part. */
    private static List<boolean[]> parts(int size, Boosted.Validation validation) {
        return switch (validation) {
            case Boosted.Validation.EveryNth(int n) ->
                    IntStream.range(0, size <= FEW ? n : 1)
                            .mapToObj(part -> held(size, i -> (i + 1) % n == part))
                            .toList();
            case Boosted.Validation.Latest(double share) ->
                    List.of(held(size, i -> i >= size * (1 - share)));
        };
    }

    private static boolean[] held(int size, IntPredicate is) {
        boolean[] held = new boolean[size];
        for (int i = 0; i < size; i++) {
            held[i] = is.test(i);
        }
        return held;
    }

    private static int[] rows(boolean[] held, boolean which) {
        return IntStream.range(0, held.length).filter(i -> held[i] == which).toArray();
    }
}
