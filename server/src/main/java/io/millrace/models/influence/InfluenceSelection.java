package io.millrace.models.influence;

import io.millrace.customers.Selections;
import io.millrace.models.influence.Influence.Role;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customers behind each number of the page. */
@Component
final class InfluenceSelection implements Selections {
    static final String NAME = "influence";
    private static final Pattern OF_ONE =
            Pattern.compile("(direct|buyers|under|person)-([0-9a-f-]{36})");
    private static final Pattern TOP = Pattern.compile("top-(\\d{1,2}|100)");

    private final CountedInfluence influence;

    InfluenceSelection(CountedInfluence influence) {
        this.influence = influence;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
        GraphNetwork network = influence.network(asOf);
        return named(value, network).map(passes -> network.graph().where(passes));
    }

    private static Optional<IntPredicate> named(String value, GraphNetwork network) {
        Graph graph = network.graph();
        return switch (value) {
            case "sharers" -> Optional.of(graph::isVoice);
            case "invited" -> Optional.of(graph::wasInvited);
            case "joined" -> Optional.of(graph::isBrought);
            case "ordered" -> Optional.of(graph::ordered);
            case "again" -> Optional.of(node -> graph.orders(node) > 1);
            default -> value.startsWith("role-") ? role(value, network) : some(value, network);
        };
    }

    private static Optional<IntPredicate> role(String value, GraphNetwork network) {
        return Arrays.stream(Role.values())
                .filter(role -> value.equals("role-" + InfluencePage.word(role)))
                .findFirst()
                .map(role ->
                        nodes(
                                network,
                                IntStream.range(0, network.size())
                                        .filter(row -> network.role(row) == role)));
    }

    private static IntPredicate nodes(GraphNetwork network, IntStream rows) {
        Set<Integer> nodes = new HashSet<>();
        rows.forEach(row -> nodes.add(network.node(row)));
        return nodes::contains;
    }

    private static Optional<IntPredicate> some(String value, GraphNetwork network) {
        Matcher top = TOP.matcher(value);
        if (top.matches()) {
            int count = InfluencePage.count(Integer.parseInt(top.group(1)), network.size());
            return Optional.of(
                    nodes(
                            network,
                            InfluencePage.best(network).stream()
                                    .limit(count)
                                    .mapToInt(Integer::intValue)));
        }
        Matcher one = OF_ONE.matcher(value);
        return one.matches()
                ? about(one.group(1), one.group(2), network.graph())
                : Optional.empty();
    }

    private static Optional<IntPredicate> about(String what, String id, Graph graph) {
        int who = node(id, graph);
        if (who < 0) {
            return Optional.empty();
        }
        return Optional.of(
                switch (what) {
                    case "direct" -> node -> graph.forest().parent(node) == who;
                    case "buyers" ->
                            node -> graph.forest().parent(node) == who && graph.ordered(node);
                    case "under" -> node -> graph.forest().isUnder(node, who);
                    default -> node -> node == who;
                });
    }

    private static int node(String id, Graph graph) {
        try {
            return graph.node(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return -1;
        }
    }
}
