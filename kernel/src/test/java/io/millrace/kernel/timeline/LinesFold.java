package io.millrace.kernel.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps everything of the kinds that it reads. */
final class LinesFold implements Fold<Map<UUID, List<String>>> {
    private final Dictionary words;

    private final Set<String> kinds;

    LinesFold(Dictionary words) {
        this(words, Set.of());
    }

    LinesFold(Dictionary words, Set<String> kinds) {
        this.words = words;
        this.kinds = kinds;
    }

    @Override
    public Set<String> kinds() {
        return kinds;
    }

    @Override
    public Map<UUID, List<String>> newAccumulator() {
        return new LinkedHashMap<>();
    }

    @Override
    public void accept(Timeline timeline, Map<UUID, List<String>> into) {
        List<String> lines = new ArrayList<>();
        while (timeline.next()) {
            if (kinds.isEmpty() || kinds.contains(words.word(timeline.kind()))) {
                lines.add(Oracle.line(timeline, words));
            }
        }
        UUID customer = new UUID(timeline.customerHigh(), timeline.customerLow());
        if (into.put(customer, lines) != null) {
            throw new IllegalStateException("visited twice: " + customer);
        }
    }

    @Override
    public Map<UUID, List<String>> merge(
            Map<UUID, List<String>> left, Map<UUID, List<String>> right) {
        left.putAll(right);
        return left;
    }
}
