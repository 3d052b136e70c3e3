package io.millrace.models.influence;

import io.millrace.models.influence.Influence.Leaf;
import io.millrace.models.influence.Influence.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A part of the forest that one can look at. */
final class DrawnTree {
    private static final int MOST = 120;

    private DrawnTree() {}

    static Tree of(GraphNetwork network, int row) {
        Graph graph = network.graph();
        int root = network.node(row);
        Map<Integer, Integer> places = new HashMap<>();
        places.put(root, -1);
        List<Leaf> leaves = new ArrayList<>();
        List<Integer> generation = List.of(root);
        while (!generation.isEmpty() && leaves.size() < MOST) {
            List<Integer> next = new ArrayList<>();
            for (int node : network.brought(generation)) {
                if (leaves.size() == MOST) {
                    break;
                }
                places.put(node, leaves.size());
                next.add(node);
                leaves.add(
                        new Leaf(
                                places.getOrDefault(graph.forest().parent(node), -1),
                                graph.ordered(node),
                                network.underNode(node),
                                InfluencePage.open("person-" + graph.person(node))));
            }
            generation = next;
        }
        return new Tree(
                graph.person(root),
                network.role(row),
                network.under(row),
                InfluencePage.open("under-" + graph.person(root)),
                leaves,
                network.under(row) - leaves.size());
    }
}
