package io.millrace.audiences.live;

import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.model.FirstFactFold;
import io.millrace.kernel.model.FirstFacts;
import io.millrace.kernel.timeline.Micros;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Asks panels of customers, of a few or of all. */
@Component
final class Judging {
    /** What happens after the instant bounds how long the answer stands, so nothing is cut off. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final Timelines timelines;
    private final Workspace workspace;
    private final Roster roster;
    private final Clock clock;

    Judging(Timelines timelines, Workspace workspace, Roster roster, Clock clock) {
        this.timelines = timelines;
        this.workspace = workspace;
        this.roster = roster;
        this.clock = clock;
    }

    ZoneId zone() {
        return workspace.settings().zone();
    }

    /** Of these customers, by their roots; one thread at a time for a panel. */
    Judgements some(Panel panel, Set<ProfileId> customers, Judge.Instants instants) {
        return Culprits.asked(
                panel,
                () -> ask(panel, customers, instants),
                other -> some(other, customers, instants));
    }

    private Judgements ask(Panel panel, Set<ProfileId> customers, Judge.Instants instants) {
        Judge.Task task = task(panel, instants, true);
        ZoneId zone = zone();
        return timelines
                .foldOver(
                        customers,
                        words -> new Judge(words, () -> panel.kept(words, zone), task),
                        END_OF_TIME)
                .value()
                .found();
    }

    /** Of these customers, by their roots, what each is to be asked; one thread at a time. */
    Aimed.Found aimed(Panel panel, Map<UUID, Target> targets, long now) {
        Set<ProfileId> whom = new HashSet<>();
        targets.keySet().forEach(customer -> whom.add(new ProfileId(customer)));
        return Culprits.asked(
                panel,
                () -> aimed(panel, whom, targets, now),
                other -> some(other, whom, (_, _) -> now));
    }

    private Aimed.Found aimed(
            Panel panel, Set<ProfileId> whom, Map<UUID, Target> targets, long now) {
        ZoneId zone = zone();
        return timelines
                .foldOver(
                        whom,
                        words ->
                                new Aimed(
                                        words,
                                        targets,
                                        panel.kept(words, zone),
                                        panel.places(),
                                        roster::isErased,
                                        now),
                        END_OF_TIME)
                .value();
    }

    /** Of everybody, on all processors. */
    Judgements all(Panel panel, long asOf) {
        return all(panel, asOf, true);
    }

    /**
     * @param closely also until when the answers stand
     */
    Judgements all(Panel panel, long asOf, boolean closely) {
        return Culprits.asked(
                panel, () -> askAll(panel, asOf, closely), other -> all(other, asOf, closely));
    }

    private Judgements askAll(Panel panel, long asOf, boolean closely) {
        Judge.Task task = task(panel, (_, _) -> asOf, closely);
        ZoneId zone = zone();
        return timelines
                .fold(words -> new Judge(words, () -> panel.fresh(words, zone), task), END_OF_TIME)
                .value()
                .found();
    }

    /** Remembers when each customer's first fact happened, so that later ones are known as such. */
    void lookForFirsts() {
        FirstFacts firsts = timelines.fold(FirstFactFold::new, clock.instant()).value();
        for (int row = 0; row < firsts.size(); row++) {
            long high = firsts.customerHigh(row);
            long low = firsts.customerLow(row);
            if (!roster.isErased(high, low)) {
                roster.first(high, low, firsts.firstAt(row));
            }
        }
    }

    /** How many a condition holds for at each of these instants, ascending; in one scan. */
    List<Backtests.Point> curve(
            Condition condition, List<Instant> instants, Curve.Progress progress) {
        long[] micros = instants.stream().mapToLong(Micros::of).toArray();
        Panel panel = new Panel(List.of(condition));
        ZoneId zone = zone();
        int[] sizes =
                Curve.sizes(
                        timelines
                                .fold(
                                        words ->
                                                new Curve(
                                                        words,
                                                        () -> panel.fresh(words, zone),
                                                        micros,
                                                        roster::isErased,
                                                        progress),
                                        END_OF_TIME)
                                .value());
        return IntStream.range(0, sizes.length)
                .mapToObj(i -> new Backtests.Point(instants.get(i), sizes[i]))
                .toList();
    }

    private Judge.Task task(Panel panel, Judge.Instants instants, boolean closely) {
        return new Judge.Task(panel.conditions.size(), instants, roster::isErased, closely, false);
    }
}
