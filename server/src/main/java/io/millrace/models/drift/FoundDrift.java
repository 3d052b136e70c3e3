package io.millrace.models.drift;

import io.millrace.kernel.model.RfmRegion;
import io.millrace.kernel.model.RfmRules;
import io.millrace.kernel.model.RfmScores;
import io.millrace.kernel.model.RfmScoring;
import io.millrace.models.Models;
import io.millrace.models.drift.Moved.Dimension;
import io.millrace.shared.Label;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drift from the scores of each day. */
@Component
final class FoundDrift implements Drift {
    private static final int MONTHS = 12;
    private static final int WAYS = 12;

    private final Models models;
    private final Workspace workspace;
    private final Clock clock;

    FoundDrift(Models models, Workspace workspace, Clock clock) {
        this.models = models;
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public Months months(@Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        List<Month> months = new ArrayList<>();
        for (int ago = MONTHS; ago >= 0; ago--) {
            Instant then = instant.atZone(workspace.settings().zone()).minusMonths(ago).toInstant();
            months.add(month(models.rfm(then)));
        }
        return new Months(instant, workspace.settings().currency(), months);
    }

    private static Month month(Models.Rfm rfm) {
        RfmScores scores = rfm.scores();
        boolean empty = scores.table().size() == 0;
        RfmScores.Limits limits = scores.limits();
        return new Month(
                rfm.figures().asOf(),
                scores.table().size(),
                empty ? List.of() : reachable(limits.recencyDays(), 0),
                empty ? List.of() : reachable(limits.frequency(), Long.MAX_VALUE),
                empty ? List.of() : reachable(limits.monetary(), Long.MAX_VALUE),
                scores.regionTotals().stream()
                        .map(total ->
                                new Segment(
                                        total.region().key(),
                                        label(total.region()),
                                        total.customers(),
                                        "in=rfm.region:" + total.region().key()))
                        .toList());
    }

    private static List<@Nullable Long> reachable(List<Long> limits, long never) {
        List<@Nullable Long> reachable = new ArrayList<>();
        for (long limit : limits) {
            reachable.add(limit == never ? null : (Long) limit);
        }
        return reachable;
    }

    private static Label label(RfmRegion region) {
        return new Label(region.english(), region.chinese());
    }

    /**
     * Both days by today's settings; bounds that customers make themselves are those of their day.
     */
    Moved moved(LocalDate since, @Nullable Instant asOf) {
        Models.Rfm now = models.rfm(AsOf.orThisMinute(asOf, clock));
        Models.Rfm before = models.rfm(start(since));
        RfmScores.Limits old = before.scores().limits();
        RfmRules rules =
                new RfmRules(
                        new RfmRules.Scale.Limits(
                                old.recencyDays(), old.frequency(), old.monetary()),
                        RfmRules.DEFAULT.weights(),
                        RfmRules.DEFAULT.types(),
                        RfmRules.DEFAULT.monetary());
        return new Moved(
                before.scores(), now.scores(), RfmScoring.score(now.scores().table(), rules));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(workspace.settings().zone()).toInstant();
    }

    @Override
    public Moves moves(LocalDate since, @Nullable Instant asOf) {
        Instant instant = AsOf.orThisMinute(asOf, clock);
        Moved moved = moved(since, instant);
        int[][] ways = new int[Dimension.values().length][Moved.Way.values().length];
        int segments = RfmRegion.values().length;
        int[][] all = new int[segments][segments];
        int[][] bound = new int[segments][segments];
        int customers = 0;
        for (int row = 0; row < moved.size(); row++) {
            if (!moved.isBoth(row)) {
                continue;
            }
            customers++;
            for (Dimension dimension : Dimension.values()) {
                ways[dimension.ordinal()][moved.way(dimension, row).ordinal()]++;
            }
            int from = moved.from(row).ordinal();
            int to = moved.to(row).ordinal();
            all[from][to]++;
            bound[from][to] += moved.isByBound(row) ? 1 : 0;
        }
        return new Moves(
                start(since), instant, customers, scores(ways, since), ways(all, bound, since));
    }

    private static List<Score> scores(int[][] ways, LocalDate since) {
        List<Score> scores = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            List<Count> counts = new ArrayList<>();
            for (Moved.Way way : Moved.Way.values()) {
                counts.add(
                        new Count(
                                ways[dimension.ordinal()][way.ordinal()],
                                MovedSelection.open(dimension, way, since)));
            }
            scores.add(
                    new Score(
                            dimension.key(),
                            counts.get(0),
                            counts.get(1),
                            counts.get(2),
                            counts.get(3),
                            counts.get(4)));
        }
        return scores;
    }

    private static List<Way> ways(int[][] all, int[][] bound, LocalDate since) {
        List<Way> ways = new ArrayList<>();
        for (RfmRegion from : RfmRegion.values()) {
            for (RfmRegion to : RfmRegion.values()) {
                int customers = all[from.ordinal()][to.ordinal()];
                if (from != to && customers > 0) {
                    ways.add(
                            new Way(
                                    label(from),
                                    label(to),
                                    new Count(
                                            customers, MovedSelection.open(from, to, false, since)),
                                    new Count(
                                            bound[from.ordinal()][to.ordinal()],
                                            MovedSelection.open(from, to, true, since))));
                }
            }
        }
        ways.sort(Comparator.comparingInt((Way way) -> way.all().customers()).reversed());
        return List.copyOf(ways.subList(0, Math.min(WAYS, ways.size())));
    }
}
