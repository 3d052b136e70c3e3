package io.millrace.audiences.portraits;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Words by how many have them. */
final class Counted {
    private Counted() {}

    /**
     * The most frequent words' codes, ties by the code.
     *
     * @param code of a place; negative for none
     */
    static List<Integer> foremost(int places, IntUnaryOperator code, int most) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int place = 0; place < places; place++) {
            int one = code.applyAsInt(place);
            if (one >= 0) {
                counts.merge(one, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<Integer, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The place of each code in a list; absent for the others. */
    static Map<Integer, Integer> places(List<Integer> codes) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            places.put(codes.get(i), i);
        }
        return places;
    }
}
