package io.millrace.audiences.live;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Fold;
import io.millrace.kernel.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Which kinds of fact there are, with some facts of each. */
final class FactShapes implements Fold<Map<String, List<UUID>>> {
    /** Facts of a kind that are worth a look. */
    static final int ENOUGH = 12;

    private final Dictionary words;

    FactShapes(Dictionary words) {
        this.words = words;
    }

    @Override
    public Map<String, List<UUID>> newAccumulator() {
        return new TreeMap<>();
    }

    @Override
    public void accept(Timeline timeline, Map<String, List<UUID>> into) {
        while (timeline.next()) {
            List<UUID> facts =
                    into.computeIfAbsent(words.word(timeline.kind()), _ -> new ArrayList<>());
            if (facts.size() < ENOUGH) {
                facts.add(new UUID(timeline.idHigh(), timeline.idLow()));
            }
        }
    }

    @Override
    public Map<String, List<UUID>> merge(
            Map<String, List<UUID>> left, Map<String, List<UUID>> right) {
        right.forEach((kind, facts) -> {
            List<UUID> known = left.computeIfAbsent(kind, _ -> new ArrayList<>());
            // From here and there, so that not all are the first customers'.
            List<UUID> both = new ArrayList<>(known.subList(0, Math.min(known.size(), ENOUGH - 1)));
            both.addAll(facts.subList(0, Math.min(facts.size(), ENOUGH - both.size())));
            left.put(kind, both);
        });
        return left;
    }
}
