package io.millrace.models.influence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.millrace.customers.Customers;
import io.millrace.kernel.timeline.Micros;
import io.millrace.models.Models;
import io.millrace.models.PageSettings;
import io.millrace.models.Population;
import io.millrace.models.influence.Invitations.Voice;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the graph from the timelines; each answer is kept until a fact arrives. */
@Component
final class CountedInfluence implements Influence {
    private static final String NAME = "influence";
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private record Key(Instant asOf, long version, InfluenceSettings rule) {}

    private final Timelines timelines;
    private final Customers customers;
    private final Models models;
    private final PageSettings settings;
    private final Workspace workspace;
    private final Clock clock;
    private final Cache<Key, GraphNetwork> kept = Caffeine.newBuilder().maximumSize(6).build();

    CountedInfluence(
            Timelines timelines,
            Customers customers,
            Models models,
            PageSettings settings,
            Workspace workspace,
            Clock clock) {
        this.timelines = timelines;
        this.customers = customers;
        this.models = models;
        this.settings = settings;
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public GraphNetwork network(@Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        return kept.get(new Key(instant, timelines.version(), settings()), this::count);
    }

    private GraphNetwork count(Key key) {
        List<Voice> said =
                timelines
                        .fold(
                                words -> new Invitations(words, key.asOf, key.rule.points()),
                                END_OF_TIME)
                        .value();
        Set<String> named =
                said.stream()
                        .flatMap(voice -> voice.invitations().stream())
                        .map(Invitations.Invitation::whom)
                        .collect(Collectors.toSet());
        Map<String, ProfileId> known = customers.meant(named);
        Population population = models.figures(key.asOf).population();
        long until = Micros.of(key.asOf);
        known.values().removeIf(one -> !was(population, one, until));
        ZoneId zone = workspace.settings().zone();
        Graph graph =
                new Graph(
                        said,
                        known,
                        models.histories(key.asOf),
                        Micros.day(Micros.of(key.asOf), zone),
                        at -> Micros.day(at, zone));
        return new GraphNetwork(graph, key.rule);
    }

    /** True if somebody was a customer at an instant. */
    private static boolean was(Population population, ProfileId who, long until) {
        int row = population.rowOf(who.value());
        return row >= 0 && population.firstAt(row) <= until;
    }

    @Override
    public Page page(@Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        return InfluencePage.of(network(instant), instant, workspace.settings().currency());
    }

    @Override
    public InfluenceSettings settings() {
        return settings.read(NAME, InfluenceSettings.class, InfluenceSettings.DEFAULT);
    }

    @Override
    public Change change(InfluenceSettings changed) {
        List<FieldProblem> problems = changed.problems();
        if (!problems.isEmpty()) {
            return new Change.Invalid(problems);
        }
        settings.write(NAME, changed);
        return new Change.Done(changed);
    }
}
