package io.millrace.models.scores;

import io.millrace.kernel.model.RfmTable;
import io.millrace.models.Models;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the clusters straight from the timelines. */
@Component
final class CountedClusters implements Clusters {
    private static final List<Feature> OFFERED =
            Arrays.stream(ClusterFeature.values())
                    .map(one ->
                            new Feature(
                                    one.key(), one.label(), ClusterFeature.DEFAULT.contains(one)))
                    .toList();

    private final ClusterModel model;
    private final Tables tables;
    private final Scores scores;
    private final Models models;
    private final Workspace workspace;
    private final Clock clock;

    CountedClusters(
            ClusterModel model,
            Tables tables,
            Scores scores,
            Models models,
            Workspace workspace,
            Clock clock) {
        this.model = model;
        this.tables = tables;
        this.scores = scores;
        this.models = models;
        this.workspace = workspace;
        this.clock = clock;
    }

    private static final class Sum {
        private int customers;
        private long money;
    }

    @Override
    public Page page(@Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        ScoreColumns table = tables.of(model, instant);
        RfmTable money = models.figures(instant).table();
        int figure = table.place(ClusterModel.CLUSTER);
        Map<String, Sum> sums = new TreeMap<>();
        long total = 0;
        for (int row = 0; row < table.size(); row++) {
            String cluster = table.text(figure, row);
            int who = money.rowOf(table.customer(row));
            long spent = who < 0 ? 0 : money.monetary(who);
            if (cluster != null) {
                Sum sum = sums.computeIfAbsent(cluster, _ -> new Sum());
                sum.customers++;
                sum.money += spent;
                total += spent;
            }
        }
        return new Page(
                instant,
                scores.latest(ClusterModel.KEY, instant).orElse(null),
                workspace.settings().currency(),
                table.size(),
                Opening.of(PagesOfScores.everybody(ClusterModel.KEY, ClusterModel.CLUSTER)),
                total,
                groups(sums),
                OFFERED);
    }

    private static List<Group> groups(Map<String, Sum> sums) {
        return sums.entrySet().stream()
                .map(one ->
                        new Group(
                                one.getKey(),
                                one.getValue().customers,
                                one.getValue().money,
                                Opening.of(
                                        Clauses.is(
                                                ClusterModel.KEY,
                                                ClusterModel.CLUSTER,
                                                one.getKey()))))
                .sorted(
                        Comparator.comparingInt(Group::customers)
                                .reversed()
                                .thenComparing(Group::cluster))
                .toList();
    }
}
