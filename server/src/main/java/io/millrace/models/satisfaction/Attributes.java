package io.millrace.models.satisfaction;

import io.millrace.kernel.model.satisfaction.Choice;
import io.millrace.kernel.model.satisfaction.Mean;
import io.millrace.kernel.model.satisfaction.Quadrant;
import io.millrace.models.satisfaction.Answers.Given;
import io.millrace.models.satisfaction.Answers.Meaning;
import io.millrace.models.satisfaction.Answers.Role;
import io.millrace.models.satisfaction.Satisfaction.Attribute;
import io.millrace.models.satisfaction.Satisfaction.Interval;
import io.millrace.models.satisfaction.Satisfaction.Preferences;
import io.millrace.models.satisfaction.Satisfaction.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is expected and perceived of each attribute, and what follows for choosing. The gap is that
 * of SERVQUAL with the sign turned: Parasuraman, Zeithaml and Berry, Journal of Retailing 64
 * (1988).
 */
final class Attributes {
    private final Latest latest;
    private final Sets sets;
    private final List<String> names;

    Attributes(Latest latest, Sets sets) {
        this.latest = latest;
        this.sets = sets;
        this.names =
                latest.attributes().stream()
                        .filter(name -> !perceived(name, null).isEmpty())
                        .toList();
    }

    private Map<UUID, Given> perceived(String name, @Nullable String brand) {
        return latest.of(new Meaning(Role.PERCEIVED, name, brand));
    }

    List<Attribute> all() {
        double[] importance = names.stream().mapToDouble(n -> mean(Role.IMPORTANCE, n)).toArray();
        double[] perceived = names.stream().mapToDouble(n -> mean(Role.PERCEIVED, n)).toArray();
        double meanImportance = Arrays.stream(importance).average().orElse(Double.NaN);
        double meanPerceived = Arrays.stream(perceived).average().orElse(Double.NaN);
        double all = Arrays.stream(importance).sum();
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < importance.length; i++) {
            String name = names.get(i);
            List<UUID> disappointed = new ArrayList<>();
            Mean gap = gap(name, disappointed);
            double weighted = gap.mean() * importance[i] / all;
            attributes.add(
                    new Attribute(
                            name,
                            perceived(name, null).size(),
                            finite(importance[i]),
                            finite(mean(Role.EXPECTED, name)),
                            perceived[i],
                            Interval.of(gap.mean(), gap.low(), gap.high()),
                            finite(weighted),
                            Double.isNaN(meanImportance)
                                    ? null
                                    : Quadrant.of(
                                            importance[i],
                                            perceived[i],
                                            meanImportance,
                                            meanPerceived),
                            sets.count("gap-" + i, disappointed)));
        }
        return attributes;
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    private double mean(Role role, String name) {
        return Mean.of(scores(latest.of(new Meaning(role, name, null)).values())).mean();
    }

    private static double[] scores(Collection<Given> given) {
        return given.stream().mapToDouble(Given::score).toArray();
    }

    /** Over those who said both; notes who expected more than they got. */
    private Mean gap(String name, List<UUID> disappointed) {
        Map<UUID, Given> expected = latest.of(new Meaning(Role.EXPECTED, name, null));
        List<Double> gaps = new ArrayList<>();
        perceived(name, null)
                .forEach((who, got) -> {
                    Given hoped = expected.get(who);
                    if (hoped != null) {
                        gaps.add(hoped.score() - got.score());
                        if (hoped.score() > got.score()) {
                            disappointed.add(who);
                        }
                    }
                });
        return Mean.of(gaps.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Null where nobody rated the own brand and another one on all attributes. */
    @Nullable Preferences choice(double enough) {
        List<@Nullable String> brands = new ArrayList<>();
        brands.add(null);
        brands.addAll(latest.competitors());
        Votes votes = new Votes(brands.size());
        double[] least = new double[names.size()];
        Arrays.fill(least, enough);
        for (UUID who : raters()) {
            double[] importance = ratings(Role.IMPORTANCE, null, who);
            double[][] rated =
                    brands.stream()
                            .map(brand -> ratings(Role.PERCEIVED, brand, who))
                            .toArray(double[][]::new);
            if (complete(importance) && Arrays.stream(rated).allMatch(Attributes::complete)) {
                votes.add(who, importance, least, rated);
            }
        }
        if (votes.people.isEmpty() || brands.size() < 2) {
            return null;
        }
        return new Preferences(
                brands.stream().map(brand -> Objects.requireNonNullElse(brand, "")).toList(),
                names,
                votes.people.size(),
                votes.shares(),
                sets.count("disagree", votes.disagree),
                sets.count("lost", votes.lost));
    }

    private Collection<UUID> raters() {
        TreeSet<UUID> raters = new TreeSet<>();
        names.forEach(name -> raters.addAll(perceived(name, null).keySet()));
        return raters;
    }

    private double[] ratings(Role role, @Nullable String brand, UUID who) {
        return names.stream()
                .map(name -> latest.of(new Meaning(role, name, brand)).get(who))
                .mapToDouble(given -> given == null ? Double.NaN : given.score())
                .toArray();
    }

    private static boolean complete(double[] ratings) {
        return ratings.length > 0 && Arrays.stream(ratings).noneMatch(Double::isNaN);
    }

    /** The votes of all, brand by brand. */
    private static final class Votes {
        private final List<UUID> people = new ArrayList<>();
        private final List<UUID> disagree = new ArrayList<>();
        private final List<UUID> lost = new ArrayList<>();
        private final Map<Rule, double[]> sums = new EnumMap<>(Rule.class);

        Votes(int brands) {
            for (Rule rule : Rule.values()) {
                sums.put(rule, new double[brands]);
            }
        }

        void add(UUID who, double[] importance, double[] least, double[][] rated) {
            double[] weighted = Choice.weightedAdditive(importance, rated);
            double[] first = Choice.lexicographic(importance, rated);
            people.add(who);
            sum(Rule.WEIGHTED, weighted);
            sum(Rule.CONJUNCTIVE, Choice.conjunctive(least, rated));
            sum(Rule.LEXICOGRAPHIC, first);
            if (!Arrays.equals(weighted, first)) {
                disagree.add(who);
            }
            if (weighted[0] == 0) {
                lost.add(who);
            }
        }

        private void sum(Rule rule, double[] votes) {
            sums.computeIfPresent(
                    rule,
                    (_, sum) -> {
                        Arrays.setAll(sum, i -> sum[i] + votes[i]);
                        return sum;
                    });
        }

        Map<Rule, List<Double>> shares() {
            Map<Rule, List<Double>> shares = new EnumMap<>(Rule.class);
            sums.forEach((rule, sum) ->
                    shares.put(
                            rule,
                            Arrays.stream(sum).mapToObj(each -> each / people.size()).toList()));
            return shares;
        }
    }
}
