package io.millrace.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.millrace.kernel.model.RfmRules;
import io.millrace.shared.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the brand scores its customers.
 *
 * @param scoring by fifths of the customers, or by the limits in r, f and m
 * @param r four ascending numbers of days; empty if scored by quintile
 * @param f four ascending numbers of orders
 * @param m four ascending amounts in minor units
 * @param monetary what M means for the eight types; the scores always use the total
 */
public record RfmSettings(
        @Nullable Scoring scoring,
        @Nullable List<Long> r,
        @Nullable List<Long> f,
        @Nullable List<Long> m,
        @Nullable Weights weights,
        @Nullable Types types,
        @Nullable Monetary monetary) {

    /** Quintiles, equal weights, mean thresholds, total revenue. */
    public static final RfmSettings DEFAULT =
            new RfmSettings(
                    Scoring.QUINTILE,
                    List.of(),
                    List.of(),
                    List.of(),
                    new Weights(1, 1, 1),
                    new Types(Mode.MEAN, null, null, null),
                    Monetary.TOTAL);

    public enum Scoring {
        @JsonProperty("quintile")
        QUINTILE,
        @JsonProperty("thresholds")
        THRESHOLDS
    }

    /** Each 0 to 100, not all 0. */
    public record Weights(int r, int f, int m) {}

    public enum Mode {
        @JsonProperty("mean")
        MEAN,
        @JsonProperty("median")
        MEDIAN,
        @JsonProperty("fixed")
        FIXED
    }

    /**
     * Where the eight types part.
     *
     * @param r days, f orders, m minor units; only if fixed
     */
    public record Types(
            @Nullable Mode mode, @Nullable Long r, @Nullable Long f, @Nullable Long m) {}

    public enum Monetary {
        @JsonProperty("total")
        TOTAL,
        @JsonProperty("average")
        AVERAGE
    }

    /** These settings with the defaults in the place of what is absent. */
    RfmSettings complete() {
        return new RfmSettings(
                scoring == null ? Scoring.QUINTILE : scoring,
                r == null ? List.of() : r,
                f == null ? List.of() : f,
                m == null ? List.of() : m,
                weights == null ? new Weights(1, 1, 1) : weights,
                types == null || types.mode == null
                        ? new Types(Mode.MEAN, null, null, null)
                        : types,
                monetary == null ? Monetary.TOTAL : monetary);
    }

    /** What is wrong with them; empty if nothing is. */
    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (scoring == Scoring.THRESHOLDS) {
            limits("/r", r, problems);
            limits("/f", f, problems);
            limits("/m", m, problems);
        }
        if (weights != null && !ordinary(weights)) {
            problems.add(FieldProblem.of("/weights", "models.weights-unusable"));
        }
        if (types != null && types.mode == Mode.FIXED && !whole(types)) {
            problems.add(FieldProblem.of("/types", "models.type-thresholds-missing"));
        }
        return problems;
    }

    RfmRules rules() {
        RfmSettings all = complete();
        return new RfmRules(
                all.scale(),
                all.weights == null
                        ? new RfmRules.Weights(1, 1, 1)
                        : new RfmRules.Weights(all.weights.r, all.weights.f, all.weights.m),
                parting(all.types),
                all.monetary == Monetary.AVERAGE
                        ? RfmRules.Monetary.AVERAGE_ORDER
                        : RfmRules.Monetary.TOTAL);
    }

    private RfmRules.Scale scale() {
        return scoring == Scoring.THRESHOLDS && r != null && f != null && m != null
                ? new RfmRules.Scale.Limits(r, f, m)
                : new RfmRules.Scale.Quintiles();
    }

    private static RfmRules.Types parting(@Nullable Types types) {
        if (types != null && types.mode == Mode.MEDIAN) {
            return new RfmRules.Types.Median();
        }
        return types != null && types.r != null && types.f != null && types.m != null
                ? new RfmRules.Types.Fixed(types.r, types.f, types.m)
                : new RfmRules.Types.Mean();
    }

    private static void limits(
            String pointer, @Nullable List<Long> limits, List<FieldProblem> problems) {
        if (limits == null || !ascendingFour(limits)) {
            problems.add(FieldProblem.of(pointer, "models.limits-unusable"));
        }
    }

    private static boolean ascendingFour(List<Long> limits) {
        return limits.size() == 4
                && IntStream.range(1, 4).allMatch(i -> limits.get(i - 1) <= limits.get(i));
    }

    private static boolean ordinary(Weights weights) {
        return IntStream.of(weights.r, weights.f, weights.m).allMatch(w -> w >= 0 && w <= 100)
                && weights.r + weights.f + weights.m > 0;
    }

    private static boolean whole(Types types) {
        return types.r != null && types.f != null && types.m != null;
    }
}
