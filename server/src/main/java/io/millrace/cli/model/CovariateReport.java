package io.millrace.cli.model;

import io.millrace.cli.Failed;
import io.millrace.kernel.model.lifetime.CovariateOutcome;
import io.millrace.kernel.model.lifetime.CovariateOutcome.Effect;
import io.millrace.kernel.model.lifetime.CovariateOutcome.Fitted;
import io.millrace.kernel.model.lifetime.CovariateOutcome.Multiplier;
import io.millrace.kernel.model.lifetime.CovariateOutcome.Refused;
import io.millrace.kernel.model.lifetime.CovariateOutcome.TooLittle;
import io.millrace.kernel.model.lifetime.Covariates;
import io.millrace.kernel.model.lifetime.OwnModels;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a fit with covariates came to, as JSON. */
final class CovariateReport {
    private CovariateReport() {}

    /** Writes the outcome; answers the models to predict with. */
    static OwnModels of(ObjectNode result, CovariateOutcome outcome, Covariates covariates)
            throws Failed {
        return switch (outcome) {
            case TooLittle none -> throw FitReport.tooLittle(none.what(), none.has(), none.needs());
            case Refused no ->
                    throw new Failed(
                            "model.covariate-unusable", no.column().name() + ": " + why(no));
            case Fitted fitted -> {
                FitReport.fitted(
                        result, fitted.model().base(), fitted.limit(), fitted.diagnostics());
                effects(result, fitted, covariates);
                yield OwnModels.apart(fitted.model(), covariates);
            }
        };
    }

    private static String why(Refused refused) {
        return switch (refused.why()) {
            case CONSTANT -> "all customers have the same";
            case COLLINEAR -> "the other columns say the same together";
            case SEPARATED -> "nobody with it, or nobody without it, bought again";
        };
    }

    private static void effects(ObjectNode result, Fitted fitted, Covariates covariates) {
        ObjectNode node = Json.object();
        ArrayNode against = Json.array();
        for (Covariates.Reference reference : covariates.references()) {
            against.add(
                    Json.object()
                            .put("attribute", reference.attribute())
                            .put("level", reference.level())
                            .put("customers", reference.customers()));
        }
        node.set("against", against);
        ArrayNode effects = Json.array();
        for (Effect effect : fitted.effects()) {
            ObjectNode of =
                    Json.object()
                            .put("column", effect.column().name())
                            .put("customers", effect.column().customers());
            of.set("buys", times(effect.buys()));
            of.set("leaves", times(effect.leaves()));
            effects.add(of);
        }
        node.set("effects", effects);
        Json.put(node, "likelihoodRatio", fitted.diagnostics().likelihoodRatio());
        node.put("degrees", fitted.degrees());
        Json.put(node, "chance", fitted.chance());
        result.set("covariates", node);
    }

    private static ObjectNode times(Multiplier multiplier) {
        ObjectNode node = Json.object();
        Json.put(node, "times", multiplier.times());
        Json.put(node, "low", multiplier.low());
        Json.put(node, "high", multiplier.high());
        return node;
    }
}
