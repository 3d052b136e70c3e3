package io.millrace.models.scores;

import io.millrace.kernel.model.cluster.ClusterCount;
import io.millrace.kernel.model.cluster.Grouping;
import io.millrace.kernel.model.cluster.Plane;
import io.millrace.kernel.timeline.Micros;
import io.millrace.shared.Label;
import io.millrace.timelines.Timelines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Groups of customers who buy alike: k-means++ on standardised figures, their number by silhouette
 * and stability, under names that stay from run to run.
 */
@Component
@Order(4)
final class ClusterModel implements ScoringModel {
    static final String KEY = "clusters";
    static final String CLUSTER = "cluster";

    private static final int CUSTOMERS = 50;
    private static final long SEED = 20_261_122;
    private static final int POINTS = 600;
    private static final int NAMES = 40;
    private static final double DECIMALS = 1000;
    private static final Card CARD =
            new Card(KEY, new Label("Clusters", "客户聚类"), 1, figures(NAMES, List.of()));

    /** The cut is in the fold: who a buyer is may be learnt after the purchase. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final Timelines timelines;
    private final RunTable runs;
    private final JsonMapper json;

    ClusterModel(Timelines timelines, RunTable runs, JsonMapper json) {
        this.timelines = timelines;
        this.runs = runs;
        this.json = json;
    }

    @Override
    public Card card() {
        return CARD;
    }

    /** Each cluster that ever was, those of today with their words. */
    @Override
    public List<Figure> described() {
        return report(null)
                .map(report -> figures(runs.highest(KEY, "named"), report.clusters()))
                .orElseGet(() -> figures(0, List.of()));
    }

    private static List<Figure> figures(int named, List<ClusterReport.Cluster> told) {
        List<Figure.Word> words =
                IntStream.rangeClosed(1, named).mapToObj(n -> word(n, told)).toList();
        return List.of(
                Figure.text(CLUSTER, "Cluster", "聚类", words),
                new Figure(
                        "clarity",
                        new Label("How clearly it belongs", "归属清晰度"),
                        Figure.Type.SHARE,
                        2,
                        List.of()),
                Figure.number("distance", 1, "Distance from the centre", "与中心的距离"));
    }

    private static Figure.Word word(int number, List<ClusterReport.Cluster> told) {
        Label words =
                told.stream()
                        .filter(one -> one.cluster().equals("c" + number))
                        .map(one -> one.words())
                        .findFirst()
                        .orElse(new Label("", ""));
        return Figure.word(
                "c" + number,
                "Cluster " + number + (words.en().isEmpty() ? "" : ": " + words.en()),
                "聚类" + number + (words.zh().isEmpty() ? "" : "：" + words.zh()));
    }

    @Override
    public Outcome score(Data data) {
        List<ClusterFeature> features = data.settings().clusterFeatures();
        Integer asked = data.settings().clusterCount();
        int k = asked == null ? 0 : asked;
        ScoreColumns assortments =
                timelines
                        .fold(words -> new Assortments(words, Micros.of(data.asOf())), END_OF_TIME)
                        .value();
        ClusterRows rows = ClusterRows.of(data, assortments, features);
        if (rows.buyers().length < CUSTOMERS) {
            return new Outcome.Lacking(new Scores.Lack("buyers", rows.buyers().length, CUSTOMERS));
        }
        boolean[] logs = new boolean[features.size()];
        for (int f = 0; f < logs.length; f++) {
            logs[f] = features.get(f).log();
        }
        int needed = Math.max(ClusterCount.FEWEST, k);
        int different = Grouping.different(rows.figures(), logs, needed);
        if (different < needed) {
            return new Outcome.Lacking(new Scores.Lack("different-customers", different, needed));
        }
        Grouping grouping = Grouping.of(rows.figures(), logs, k, SEED);
        ClusterReport before = report(data.asOf()).orElse(null);
        int named = runs.highest(KEY, "named");
        ClusterNames.Named names = ClusterNames.of(grouping, features, before, named);
        return new Outcome.Scored(
                scores(data, rows, grouping, names),
                List.of(Parameter.of("k", grouping.centres().length), Parameter.of("seed", SEED)),
                report(rows, features, grouping, names));
    }

    private Optional<ClusterReport> report(@Nullable Instant asOf) {
        return runs.latest(KEY, asOf)
                .flatMap(run -> runs.detail(run.id()))
                .flatMap(detail -> Optional.ofNullable(detail.report()))
                .map(report -> json.treeToValue(report, ClusterReport.class));
    }

    private static ScoreColumns scores(
            Data data, ClusterRows rows, Grouping grouping, ClusterNames.Named names) {
        ScoreColumns scores = new ScoreColumns(figures(0, List.of()), rows.buyers().length);
        for (int i = 0; i < rows.buyers().length; i++) {
            int buyer = rows.buyers()[i];
            int cluster = grouping.label()[i];
            int row =
                    scores.add(
                            data.histories().customerHigh(buyer),
                            data.histories().customerLow(buyer));
            scores.set(0, row, names.names().get(cluster));
            scores.set(1, row, grouping.clarity(rows.figures()[i], cluster));
            scores.set(2, row, grouping.distance(rows.figures()[i], cluster));
        }
        return scores;
    }

    private static ClusterReport report(
            ClusterRows rows,
            List<ClusterFeature> features,
            Grouping grouping,
            ClusterNames.Named names) {
        double[] usual = grouping.scaling().back(new double[features.size()]);
        List<ClusterReport.Feature> told = new ArrayList<>();
        for (int f = 0; f < usual.length; f++) {
            told.add(
                    new ClusterReport.Feature(
                            features.get(f).key(),
                            features.get(f).label(),
                            features.get(f).log(),
                            grouping.scaling().means()[f],
                            grouping.scaling().deviations()[f],
                            usual[f]));
        }
        List<ClusterReport.Cluster> clusters = new ArrayList<>();
        for (int c = 0; c < grouping.centres().length; c++) {
            double[] centre = grouping.centres()[c];
            clusters.add(
                    new ClusterReport.Cluster(
                            names.names().get(c),
                            grouping.sizes()[c],
                            ClusterWords.of(features, centre),
                            list(centre),
                            list(grouping.scaling().back(centre)),
                            grouping.spread()[c],
                            !names.kept()[c]));
        }
        return new ClusterReport(
                rows.buyers().length,
                told,
                ClusterReport.Choice.of(grouping.count()),
                clusters,
                picture(rows, grouping, names),
                names.named(),
                SEED);
    }

    private static List<Double> list(double[] numbers) {
        return java.util.Arrays.stream(numbers).boxed().toList();
    }

    /** The customers on the plane in which they spread most; a seeded draw where they are many. */
    private static ClusterReport.Picture picture(
            ClusterRows rows, Grouping grouping, ClusterNames.Named names) {
        double[][] points = new double[rows.figures().length][];
        for (int i = 0; i < points.length; i++) {
            points[i] = grouping.scaling().apply(rows.figures()[i]);
        }
        Plane plane = Plane.of(points);
        SplittableRandom random = new SplittableRandom(SEED);
        List<ClusterReport.Point> drawn = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            if (random.nextInt(points.length - i) < POINTS - drawn.size()) {
                double[] at = plane.project(points[i]);
                drawn.add(
                        new ClusterReport.Point(
                                Math.rint(at[0] * DECIMALS) / DECIMALS,
                                Math.rint(at[1] * DECIMALS) / DECIMALS,
                                names.names().get(grouping.label()[i])));
            }
        }
        return new ClusterReport.Picture(list(plane.shares()), drawn);
    }
}
