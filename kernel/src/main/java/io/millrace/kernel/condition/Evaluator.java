package io.millrace.kernel.condition;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Timeline;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions made ready for one dictionary. All of them together need a single walk over a
 * timeline. An evaluator keeps its figures in itself: one thread at a time.
 */
public final class Evaluator {
    private final Tracks figures = new Tracks();
    private final Node[] nodes;

    private Evaluator(List<Condition> conditions, Dictionary dictionary) {
        nodes = ready(conditions);
        figures.prepare(dictionary);
    }

    public static Evaluator of(List<Condition> conditions, Dictionary dictionary) {
        return new Evaluator(conditions, dictionary);
    }

    /** The kinds of fact that can matter; the first fact of a customer matters always. */
    public Set<String> kinds() {
        return figures.kinds();
    }

    /**
     * Walks the timeline as of an instant (microseconds); then {@link #holds} and {@link #verdict}
     * answer. Facts after the instant are not counted, but bound {@code until}.
     */
    public void measure(Timeline timeline, long asOf) {
        timeline.rewind();
        figures.fill(timeline, asOf);
    }

    /** True if the customer had a fact at or before the instant. */
    public boolean any() {
        return figures.any();
    }

    /** Whether the condition with this place in the list held at the last {@link #measure}. */
    public boolean holds(int condition) {
        return nodes[condition].holds(figures);
    }

    /** As {@link #holds}, with the instant until which the answer stands. */
    public Verdict verdict(int condition) {
        Node node = nodes[condition];
        return new Verdict(node.holds(figures), Math.min(node.until(figures), figures.future()));
    }

    private Node[] ready(List<Condition> conditions) {
        return conditions.stream().map(this::ready).toArray(Node[]::new);
    }

    private Node ready(Condition condition) {
        return switch (condition) {
            case Condition.All all -> new Node.Group(ready(all.of()), false, false);
            case Condition.Any any -> new Node.Group(ready(any.of()), true, true);
            case Condition.None none -> new Node.Group(ready(none.of()), true, false);
            case Condition.FactCount count ->
                    new Node.Count(
                            track(count.kind(), null, count.lastDays().orElse(0)),
                            count.comparison(),
                            count.number());
            case Condition.AmountSum sum ->
                    new Node.Sum(
                            track(sum.kind(), sum.currency(), sum.lastDays().orElse(0)),
                            sum.comparison(),
                            sum.minorUnits());
            case Condition.DaysSinceFirst since ->
                    new Node.Since(
                            track(since.kind(), null, 0), false, since.comparison(), since.days());
            case Condition.DaysSinceLast since ->
                    new Node.Since(
                            track(since.kind(), null, 0), true, since.comparison(), since.days());
            case Condition.CustomerAge age -> new Node.Age(age.comparison(), age.days());
        };
    }

    private int track(String kind, @Nullable String currency, int days) {
        return figures.place(new Tracks.Track(kind, currency, days));
    }
}
