package io.millrace.models.scores;

import io.millrace.shared.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A cluster in words: what is far from the average in it, the farthest first. */
final class ClusterWords {
    /** In deviations from the mean. */
    private static final double FAR = 0.35;

    private static final int MOST = 4;

    private ClusterWords() {}

    private record Trait(ClusterFeature feature, double off) {
        boolean high() {
            return off > 0;
        }
    }

    /**
     * @param centre in deviations from the mean, a number for each feature
     */
    static Label of(List<ClusterFeature> features, double[] centre) {
        List<Trait> traits = new ArrayList<>();
        for (int i = 0; i < centre.length; i++) {
            if (Math.abs(centre[i]) >= FAR) {
                traits.add(new Trait(features.get(i), centre[i]));
            }
        }
        if (traits.isEmpty()) {
            return new Label("Like the average customer", "与一般客户相当");
        }
        traits.sort(
                Comparator.comparingDouble((Trait trait) -> -Math.abs(trait.off))
                        .thenComparing(Trait::feature));
        StringBuilder english = new StringBuilder();
        StringBuilder chinese = new StringBuilder();
        int before = 0;
        for (Trait trait : traits.subList(0, Math.min(MOST, traits.size()))) {
            Label words = trait.feature.words(trait.high());
            int welcome = trait.feature.welcome(trait.high());
            boolean but = before * welcome < 0;
            english.append(english.isEmpty() ? "" : but ? ", but " : ", ").append(words.en());
            chinese.append(chinese.isEmpty() ? "" : but ? "，但" : "，").append(words.zh());
            before = welcome;
        }
        String first = english.substring(0, 1).toUpperCase(Locale.ROOT);
        return new Label(first + english.substring(1), chinese.toString());
    }
}
