package io.millrace.models.influence;

import io.millrace.kernel.model.influence.ReferralForest;
import io.millrace.models.influence.Influence.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** The figures of everybody in the graph who invites or shares. */
final class GraphNetwork implements Influence.Network {
    private final Graph graph;
    private final InfluenceSettings rule;
    private final int[] rows;
    private final int[] under;
    private final double[] carried;
    private final int[] joined;
    private final int[] ordered;
    private final long[] direct;
    private final Map<Integer, List<Integer>> children = new HashMap<>();

    GraphNetwork(Graph graph, InfluenceSettings rule) {
        this.graph = graph;
        this.rule = rule;
        int nodes = graph.size();
        this.rows = IntStream.range(0, nodes).filter(graph::isVoice).toArray();
        this.under = graph.forest().descendants();
        double[] worth = IntStream.range(0, nodes).mapToDouble(graph::worth).toArray();
        this.carried = graph.forest().carried(worth, rule.generationDiscount());
        this.joined = new int[nodes];
        this.ordered = new int[nodes];
        this.direct = new long[nodes];
        for (int node = 0; node < nodes; node++) {
            int by = graph.forest().parent(node);
            if (by != ReferralForest.NOBODY) {
                joined[by]++;
                children.computeIfAbsent(by, _ -> new ArrayList<>()).add(node);
                ordered[by] += graph.ordered(node) ? 1 : 0;
                direct[by] += graph.worth(node);
            }
        }
    }

    /** The place of a row in the graph. */
    int node(int row) {
        return rows[row];
    }

    Graph graph() {
        return graph;
    }

    InfluenceSettings rule() {
        return rule;
    }

    /** How many came to the brand by a node, directly and through others. */
    int underNode(int node) {
        return under[node];
    }

    /** Those whom some of one generation brought, in the order of their parents, then by id. */
    List<Integer> brought(List<Integer> generation) {
        return generation.stream()
                .flatMap(node -> children.getOrDefault(node, List.of()).stream())
                .toList();
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public UUID customer(int row) {
        return graph.person(rows[row]);
    }

    @Override
    public double rank(int row) {
        return graph.rank(rows[row]);
    }

    @Override
    public int reach(int row) {
        return graph.reach(rows[row]);
    }

    @Override
    public int joined(int row) {
        return joined[rows[row]];
    }

    @Override
    public int ordered(int row) {
        return ordered[rows[row]];
    }

    @Override
    public int under(int row) {
        return under[rows[row]];
    }

    @Override
    public long direct(int row) {
        return direct[rows[row]];
    }

    @Override
    public long carried(int row) {
        return Math.round(carried[rows[row]]);
    }

    @Override
    public double points(int row) {
        return graph.points(rows[row]);
    }

    @Override
    public List<Influence.Bringing> bringings() {
        return IntStream.range(0, graph.size())
                .filter(graph::isBrought)
                .mapToObj(node ->
                        new Influence.Bringing(
                                graph.person(graph.forest().parent(node)), graph.person(node)))
                .toList();
    }

    @Override
    public Role role(int row) {
        int reach = reach(row);
        if (reach >= rule.kolReach()) {
            return Role.KOL;
        }
        boolean convinces = reach > 0 && conversion(row) >= rule.kocConversion();
        if (ordered(row) >= rule.kocOrdered() && convinces) {
            return Role.KOC;
        }
        return ordered(row) > 0 ? Role.ADVOCATE : Role.SHARER;
    }
}
