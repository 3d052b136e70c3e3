package io.millrace.models.economics;

import io.millrace.shared.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which rates the worth of loyalty is counted. Money in minor units of the reporting currency.
 *
 * @param margin share of revenue that is earned, 0 to 1; null: as for the models
 * @param discountYearly what money a year later is worth less, 0 to 1; null: as for the models
 * @param growthYearly of a customer's margin, -0.5 to 0.5
 * @param years for which margins count, 1 to 50; null: without an end
 * @param atOnce true if the first margin is earned now, false if in a period's time
 * @param acquisitionCost of one new customer; null if it is not known
 * @param contactCost of one contact with the service; null if it is not known
 */
public record EconomicsSettings(
        @Nullable Double margin,
        @Nullable Double discountYearly,
        double growthYearly,
        @Nullable Integer years,
        boolean atOnce,
        @Nullable Long acquisitionCost,
        @Nullable Long contactCost) {
    static final EconomicsSettings DEFAULT =
            new EconomicsSettings(null, null, 0, null, false, null, null);

    private static final long MOST = 100_000_000_000L;
    private static final double HALF = 0.5;

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (!isShare(margin)) {
            problems.add(FieldProblem.of("/margin", "models.share-unusable"));
        }
        if (!isShare(discountYearly)) {
            problems.add(FieldProblem.of("/discountYearly", "models.share-unusable"));
        }
        if (!(growthYearly >= -HALF && growthYearly <= HALF)) {
            problems.add(FieldProblem.of("/growthYearly", "models.growth-unusable"));
        }
        if (years != null && (years < 1 || years > 50)) {
            problems.add(FieldProblem.of("/years", "models.years-unusable"));
        }
        if (!isCost(acquisitionCost)) {
            problems.add(FieldProblem.of("/acquisitionCost", "models.cost-unusable"));
        }
        if (!isCost(contactCost)) {
            problems.add(FieldProblem.of("/contactCost", "models.cost-unusable"));
        }
        return problems;
    }

    private static boolean isShare(@Nullable Double share) {
        return share == null || (share >= 0 && share <= 1);
    }

    private static boolean isCost(@Nullable Long cost) {
        return cost == null || (cost >= 0 && cost <= MOST);
    }
}
