package io.millrace.models.influence;

import io.millrace.models.influence.Influence.Candidate;
import io.millrace.models.influence.Influence.Group;
import io.millrace.models.influence.Influence.Page;
import io.millrace.models.influence.Influence.Role;
import io.millrace.models.influence.Influence.Share;
import io.millrace.models.influence.Influence.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the page shows of the graph. */
final class InfluencePage {
    private static final int CANDIDATES = 50;
    private static final int TREES = 12;
    private static final int[] PERCENTS = {0, 1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100};

    private InfluencePage() {}

    static Page of(GraphNetwork network, Instant asOf, @Nullable String currency) {
        Graph graph = network.graph();
        List<Integer> best = best(network);
        long value = IntStream.range(0, graph.size()).mapToLong(graph::worth).sum();
        return new Page(
                asOf,
                currency,
                network.rule(),
                network.size(),
                open("sharers"),
                graph.unknown(),
                graph.forest().loops(),
                graph.forest().cycles(),
                value,
                funnel(graph),
                roles(network),
                curve(network, best),
                gini(network, best),
                best.stream()
                        .filter(row -> network.under(row) > 0)
                        .limit(TREES)
                        .map(row -> DrawnTree.of(network, row))
                        .toList(),
                best.stream().limit(CANDIDATES).map(row -> candidate(network, row)).toList());
    }

    static String open(String value) {
        return "in=" + InfluenceSelection.NAME + ":" + value;
    }

    /** Those who brought most first; of equals those of the higher rank, then by id. */
    static List<Integer> best(GraphNetwork network) {
        return IntStream.range(0, network.size())
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingLong(row -> -network.carried(row))
                                .thenComparingDouble(row -> -network.rank(row))
                                .thenComparingInt(row -> row))
                .toList();
    }

    /** How many of the best a share of all sharers is. */
    static int count(int percent, int of) {
        return (int) Math.ceil(of * percent / 100.0);
    }

    private static List<Step> funnel(Graph graph) {
        int joined = count(graph, graph::isBrought);
        int ordered = count(graph, graph::ordered);
        int again = count(graph, node -> graph.orders(node) > 1);
        int met = count(graph, graph::wasInvited);
        return List.of(
                new Step("invited", graph.invited(), met, open("invited")),
                new Step("joined", joined, joined, open("joined")),
                new Step("ordered", ordered, ordered, open("ordered")),
                new Step("again", again, again, open("again")));
    }

    private static int count(Graph graph, IntPredicate passes) {
        return (int) IntStream.range(0, graph.size()).filter(passes).count();
    }

    private static List<Group> roles(GraphNetwork network) {
        return Arrays.stream(Role.values())
                .map(role -> {
                    int[] rows =
                            IntStream.range(0, network.size())
                                    .filter(row -> network.role(row) == role)
                                    .toArray();
                    long carried = Arrays.stream(rows).mapToLong(network::carried).sum();
                    return new Group(role, rows.length, carried, open("role-" + word(role)));
                })
                .toList();
    }

    static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static List<Share> curve(GraphNetwork network, List<Integer> best) {
        double total = best.stream().mapToDouble(network::carried).sum();
        List<Share> curve = new ArrayList<>();
        for (int percent : PERCENTS) {
            int customers = count(percent, best.size());
            double sum = best.stream().limit(customers).mapToDouble(network::carried).sum();
            if (total > 0) {
                curve.add(
                        new Share(
                                percent / 100.0,
                                sum / total,
                                customers,
                                customers == 0 ? null : open("top-" + percent)));
            }
        }
        return curve;
    }

    private static @Nullable Double gini(GraphNetwork network, List<Integer> best) {
        double total = 0;
        double weighted = 0;
        int n = best.size();
        for (int i = 0; i < n; i++) {
            total += network.carried(best.get(i));
            weighted += (double) (n - i) * network.carried(best.get(i));
        }
        return total > 0 ? (2 * weighted / total - (n + 1.0)) / n : null;
    }

    private static Candidate candidate(GraphNetwork network, int row) {
        String id = network.customer(row).toString();
        return new Candidate(
                network.customer(row),
                network.role(row),
                network.rank(row),
                network.reach(row),
                network.joined(row),
                network.ordered(row),
                network.under(row),
                network.direct(row),
                network.carried(row),
                network.points(row),
                open("direct-" + id),
                open("buyers-" + id),
                open("under-" + id));
    }
}
