package io.millrace.models.influence;

import io.millrace.shared.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * By which rule influence is counted.
 *
 * @param generationDiscount what the worth of each further generation counts less, 0 (only those
 *     directly brought) to 1 (all alike)
 * @param kolReach whoever invited at least so many reaches widely (key opinion leader), 1 to 10,000
 * @param kocOrdered whoever reaches fewer, but brought at least so many who ordered, 1 to 1,000 …
 * @param kocConversion … and at least this share of those invited, convinces (key opinion consumer)
 * @param points what each event of content or interaction counts, by the event's name, 0 to 1,000
 */
public record InfluenceSettings(
        double generationDiscount,
        int kolReach,
        int kocOrdered,
        double kocConversion,
        Map<String, Double> points) {
    static final InfluenceSettings DEFAULT =
            new InfluenceSettings(
                    0.5,
                    50,
                    3,
                    0.5,
                    Map.of(
                            "Content Shared", 5.0,
                            "Product Shared", 5.0,
                            "Cart Shared", 3.0,
                            "Product Reviewed", 3.0,
                            "Content Commented", 2.0,
                            "Content Liked", 1.0));

    private static final int MOST_EVENTS = 50;

    public InfluenceSettings {
        points = new TreeMap<>(points == null ? Map.of() : points);
    }

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (!(generationDiscount >= 0 && generationDiscount <= 1)) {
            problems.add(FieldProblem.of("/generationDiscount", "models.share-unusable"));
        }
        if (kolReach < 1 || kolReach > 10_000) {
            problems.add(FieldProblem.of("/kolReach", "models.reach-unusable"));
        }
        if (kocOrdered < 1 || kocOrdered > 1_000) {
            problems.add(FieldProblem.of("/kocOrdered", "models.people-unusable"));
        }
        if (!(kocConversion >= 0 && kocConversion <= 1)) {
            problems.add(FieldProblem.of("/kocConversion", "models.share-unusable"));
        }
        boolean usable =
                points.entrySet().stream()
                        .allMatch(each ->
                                !each.getKey().isBlank()
                                        && each.getValue() >= 0
                                        && each.getValue() <= 1_000);
        if (!usable || points.size() > MOST_EVENTS) {
            problems.add(FieldProblem.of("/points", "models.points-unusable"));
        }
        return problems;
    }
}
