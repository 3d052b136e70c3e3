package io.millrace.models.satisfaction;

import io.millrace.kernel.model.satisfaction.Mean;
import io.millrace.kernel.model.satisfaction.NetPromoter;
import io.millrace.kernel.model.satisfaction.NetPromoter.Attitude;
import io.millrace.kernel.model.satisfaction.Proportion;
import io.millrace.kernel.timeline.Micros;
import io.millrace.models.satisfaction.Answers.Given;
import io.millrace.models.satisfaction.Answers.Role;
import io.millrace.models.satisfaction.Satisfaction.Interval;
import io.millrace.models.satisfaction.Satisfaction.Month;
import io.millrace.models.satisfaction.Satisfaction.Promoters;
import io.millrace.models.satisfaction.Satisfaction.Rated;
import io.millrace.models.satisfaction.Satisfaction.Segment;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Would they recommend us, are they satisfied, was it easy: overall, by month and by type. */
final class Recommending {
    private static final int MONTHS = 24;

    private Recommending() {}

    static @Nullable Promoters promoters(Latest latest, Sets sets) {
        Collection<Given> given = latest.of(Role.NPS).values();
        return given.isEmpty()
                ? null
                : new Promoters(
                        score(given),
                        sets.count("nps-promoter", with(given, Attitude.PROMOTER)),
                        sets.count("nps-passive", with(given, Attitude.PASSIVE)),
                        sets.count("nps-detractor", with(given, Attitude.DETRACTOR)));
    }

    static List<UUID> with(Collection<Given> given, Attitude attitude) {
        return given.stream()
                .filter(one -> Attitude.of(one.score()) == attitude)
                .map(Given::customer)
                .toList();
    }

    private static Interval score(Collection<Given> given) {
        NetPromoter score =
                NetPromoter.of(
                        with(given, Attitude.PROMOTER).size(),
                        with(given, Attitude.PASSIVE).size(),
                        with(given, Attitude.DETRACTOR).size());
        return Interval.of(score.score(), score.low(), score.high());
    }

    static List<Month> months(List<Given> given, ZoneId zone, Sets sets) {
        Map<YearMonth, List<Given>> byMonth = new TreeMap<>();
        for (Given one : given) {
            if (one.meaning().role() == Role.NPS) {
                YearMonth month = YearMonth.from(Micros.toInstant(one.at()).atZone(zone));
                byMonth.computeIfAbsent(month, _ -> new ArrayList<>()).add(one);
            }
        }
        return byMonth.entrySet().stream()
                .skip(Math.max(0, byMonth.size() - MONTHS))
                .map(each -> {
                    Collection<Given> last = new Latest(each.getValue()).of(Role.NPS).values();
                    return new Month(
                            each.getKey().toString(),
                            sets.count("month-" + each.getKey(), customers(last)),
                            score(last));
                })
                .toList();
    }

    /**
     * @param typeOf the RFM type of a customer, null without one
     */
    static List<Segment> types(Latest latest, Function<UUID, @Nullable String> typeOf, Sets sets) {
        Map<String, List<Given>> byType = new TreeMap<>();
        for (Given one : latest.of(Role.NPS).values()) {
            String type = typeOf.apply(one.customer());
            if (type != null) {
                byType.computeIfAbsent(type, _ -> new ArrayList<>()).add(one);
            }
        }
        return byType.entrySet().stream()
                .map(each ->
                        new Segment(
                                each.getKey(),
                                sets.count("type-" + each.getKey(), customers(each.getValue())),
                                score(each.getValue())))
                .toList();
    }

    /**
     * @param scores each customer's last one
     * @param enough from which score on somebody is satisfied
     */
    static @Nullable Rated rated(Map<UUID, Double> scores, double enough, String name, Sets sets) {
        if (scores.isEmpty()) {
            return null;
        }
        List<UUID> satisfied = new ArrayList<>();
        List<UUID> others = new ArrayList<>();
        scores.forEach((who, score) -> (score >= enough ? satisfied : others).add(who));
        Mean mean = Mean.of(scores.values().stream().mapToDouble(Double::doubleValue).toArray());
        Proportion high = Proportion.of(satisfied.size(), scores.size());
        return new Rated(
                Interval.of(mean.mean(), mean.low(), mean.high()),
                Interval.of(high.share(), high.low(), high.high()),
                sets.count(name + "-high", satisfied),
                sets.count(name + "-low", others));
    }

    private static List<UUID> customers(Collection<Given> given) {
        return given.stream().map(Given::customer).toList();
    }
}
