package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Timeline;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Conditions made ready for one dictionary and one time zone. All of them together need a single
 * walk over a timeline, two if a window depends on an anniversary; stages of other moments and
 * moves between them need more. An evaluator keeps its figures in itself: one thread at a time. It
 * may live as long as the store; words that come to the dictionary later are found.
 *
 * <p>{@link #decide} or {@link #measure} first, then the answers for that customer and instant.
 */
public final class Evaluator {
    /** More steps than this are not worth a timer less. */
    private static final int MOST_STEPS = 64;

    private final List<Condition> conditions;
    private final Codes codes;
    private final Tracks tracks;
    private final Node[] nodes;

    /** By condition: what its answer is made of. */
    private final Listener[][] firsts;

    private final Listener[][] seconds;
    private final Excursion[][] excursions;
    private long choice;
    private final Chosen first = new Chosen(0);
    private final Chosen again = new Chosen(Long.MIN_VALUE);
    private final Chosen second = new Chosen(0);
    private final Reads reads;
    private final Situation situation;
    private boolean closely;

    private Evaluator(List<Condition> conditions, Dictionary dictionary, ZoneId zone) {
        this.conditions = List.copyOf(conditions);
        codes = new Codes(dictionary);
        tracks = new Tracks(codes, new Calendars(zone));
        Compiler compiler = new Compiler(tracks);
        nodes = new Node[conditions.size()];
        firsts = new Listener[nodes.length][];
        seconds = new Listener[nodes.length][];
        excursions = new Excursion[nodes.length][];
        for (int i = 0; i < nodes.length; i++) {
            compile(compiler, i);
        }
        reads = reads(compiler);
        situation = new Situation(tracks.first, tracks.calendars, codes);
        codes.refresh();
        tracks.route();
    }

    private void compile(Compiler compiler, int place) {
        tracks.asked.clear();
        tracks.askedExcursions.clear();
        nodes[place] = compiler.node(conditions.get(place));
        Set<Listener> later = Set.copyOf(tracks.second.listeners());
        firsts[place] =
                tracks.asked.stream().filter(one -> !later.contains(one)).toArray(Listener[]::new);
        seconds[place] = tracks.asked.stream().filter(later::contains).toArray(Listener[]::new);
        excursions[place] = tracks.askedExcursions.toArray(Excursion[]::new);
    }

    /**
     * @param zone in which days, weeks, months and years begin and end
     */
    public static Evaluator of(List<Condition> conditions, Dictionary dictionary, ZoneId zone) {
        return new Evaluator(conditions, dictionary, zone);
    }

    /** What can change the answer of any of the conditions. */
    public Reads reads() {
        return reads;
    }

    /**
     * The kinds for {@link io.millrace.kernel.timeline.Fold#kinds}: a fold that is shown these and
     * each customer's first fact decides rightly, and can tell who is known. Empty if all are
     * needed.
     */
    public Set<String> kinds() {
        if (listeners().anyMatch(Listener::every)
                || tracks.inner.stream().anyMatch(one -> one.kinds().isEmpty())) {
            return Set.of();
        }
        Set<String> kinds = new HashSet<>(reads.kinds());
        kinds.add(Kinds.CUSTOMER_KNOWN);
        return kinds;
    }

    /**
     * Walks the timeline as of an instant (microseconds) for {@link #holds} and {@link #truth}
     * alone; does not look at later facts. For folds.
     */
    public void decide(Timeline timeline, long asOf) {
        walk(timeline, asOf, false);
    }

    /**
     * Walks the timeline as of an instant (microseconds) for every answer. Facts after the instant
     * do not count, but bound {@code until}.
     */
    public void measure(Timeline timeline, long asOf) {
        walk(timeline, asOf, true);
    }

    /**
     * As {@link #measure}, for the conditions with these places only: the others' answers mean
     * nothing until the next walk.
     *
     * @param places of which the first {@code number} count
     */
    public void measure(Timeline timeline, long asOf, int[] places, int number) {
        closely = true;
        refresh();
        first.begin();
        second.begin();
        for (int i = 0; i < number; i++) {
            for (Listener listener : firsts[places[i]]) {
                first.add(listener);
            }
            for (Listener listener : seconds[places[i]]) {
                second.add(listener);
            }
        }
        situation.become(timeline, asOf);
        tracks.first.pass(timeline, asOf, true, first);
        if (tracks.cancelled != null && tracks.cancelled.end()) {
            again.begin();
            for (int i = 0; i < first.size(); i++) {
                if (first.get(i).notCancelled()) {
                    again.add(first.get(i));
                }
            }
            tracks.again.pass(timeline, asOf, true, again);
        }
        if (!second.isEmpty() || !tracks.excursions.isEmpty()) {
            date(asOf);
            tracks.second.pass(timeline, asOf, true, second);
        }
        choice++;
        for (int i = 0; i < number; i++) {
            for (Excursion excursion : excursions[places[i]]) {
                if (excursion.choice != choice) {
                    excursion.choice = choice;
                    excursion.walk(timeline, asOf, true, tracks.first);
                }
            }
        }
    }

    /**
     * When the customer's first fact of all happened, microseconds; meaningless unless {@link
     * #any}.
     */
    public long earliest() {
        return tracks.first.earliest();
    }

    /** True if the customer had a fact at or before the instant. */
    public boolean any() {
        return tracks.first.any();
    }

    /** Whether the condition with this place in the list holds. */
    public boolean holds(int condition) {
        return nodes[condition].truth(situation) == Truth.TRUE;
    }

    public Truth truth(int condition) {
        return nodes[condition].truth(situation);
    }

    /**
     * As {@link #holds}, with the instant until which the answer stands at least. After {@link
     * #measure} only.
     */
    public Verdict verdict(int condition) {
        return new Verdict(holds(condition), until(condition));
    }

    /**
     * Walks the timeline as of an instant and further until the answer changes: the exact verdict,
     * so that a timer set to {@code until} finds another answer. (After 64 steps that change
     * nothing {@code until} may still be early.) What was measured before is gone.
     */
    public Verdict settle(Timeline timeline, long asOf, int condition) {
        measure(timeline, asOf);
        boolean holds = holds(condition);
        long until = until(condition);
        for (int i = 0; i < MOST_STEPS && until != Verdict.NEVER; i++) {
            measure(timeline, until);
            if (holds(condition) != holds) {
                return new Verdict(holds, until);
            }
            until = until(condition);
        }
        return new Verdict(holds, until);
    }

    /** The tree of a condition's clauses with what each found. After {@link #measure} only. */
    public Explanation explain(int condition) {
        checkMeasured();
        return explain(conditions.get(condition), nodes[condition]);
    }

    private Explanation explain(Condition condition, Node node) {
        List<Explanation> parts =
                switch (condition) {
                    case Condition.All(List<Condition> of) -> explain(of, node);
                    case Condition.Any(List<Condition> of) -> explain(of, node);
                    case Condition.None(List<Condition> of) -> explain(of, node);
                    case Condition.Surely(Condition of) ->
                            List.of(explain(of, ((Node.Surely) node).part()));
                    default -> List.of();
                };
        return new Explanation(
                condition,
                node.truth(situation),
                node.found(situation),
                node.until(situation),
                parts);
    }

    private List<Explanation> explain(List<Condition> of, Node group) {
        List<Node> parts = ((Node.Group) group).parts();
        return IntStream.range(0, of.size())
                .mapToObj(i -> explain(of.get(i), parts.get(i)))
                .toList();
    }

    /** The first fact after the instant, or never. */
    long following() {
        return tracks.first.following();
    }

    /** The instant until which the answer stands at least. After {@link #measure} only. */
    public long until(int condition) {
        checkMeasured();
        return nodes[condition].until(situation, Truth.TRUE);
    }

    private void checkMeasured() {
        if (!closely) {
            throw new IllegalStateException("measure first: decide keeps no instants");
        }
    }

    private void walk(Timeline timeline, long asOf, boolean closelyToo) {
        closely = closelyToo;
        refresh();
        situation.become(timeline, asOf);
        tracks.first.pass(timeline, asOf, closely);
        if (tracks.cancelled != null && tracks.cancelled.end()) {
            tracks.again.pass(timeline, asOf, closely);
        }
        if (!tracks.dependents.isEmpty()) {
            date(asOf);
            tracks.second.pass(timeline, asOf, closely);
        }
        for (int i = 0; i < tracks.excursions.size(); i++) {
            tracks.excursions.get(i).walk(timeline, asOf, closely, tracks.first);
        }
    }

    private void refresh() {
        if (codes.refresh()) {
            tracks.route();
        }
    }

    /** Sets the windows that depend on what the first walk has found. */
    private void date(long asOf) {
        for (Tracks.Dependent dependent : tracks.dependents) {
            long day = dependent.date().day(asOf);
            if (day == DateTrack.NO_DATE) {
                dependent.bounds().noDate();
            } else {
                dependent.bounds().date(day, asOf);
            }
        }
    }

    private Reads reads(Compiler compiler) {
        Set<String> kinds =
                Stream.concat(
                                listeners()
                                        .flatMap(listener -> listener.kinds().stream())
                                        .map(kind -> kind.word),
                                tracks.inner.stream().flatMap(one -> one.reads.kinds().stream()))
                        .collect(Collectors.toUnmodifiableSet());
        boolean every =
                compiler.everyKind
                        || listeners().anyMatch(Listener::every)
                        || tracks.inner.stream().anyMatch(one -> one.reads.everyKind());
        boolean time = compiler.time || tracks.inner.stream().anyMatch(one -> one.reads.time());
        return new Reads(kinds, every, time);
    }

    private Stream<Listener> listeners() {
        return Stream.concat(tracks.first.listeners().stream(), tracks.second.listeners().stream());
    }
}
