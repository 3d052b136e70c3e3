package io.millrace.models.scores;

import java.util.List;

/**
 * What a run of the churn model leaves beside the scores.
 *
 * @param windowDays who does not buy for so many days has left
 * @param windowFrom {@code settings} or {@code rhythm}
 * @param usualGap mean days between two purchases
 * @param trained customers of the last fit
 * @param left share of them that left
 * @param separated true if a weak ridge was needed
 * @param method {@code logistic} or {@code boosted}
 * @param methodFrom {@code settings}, or {@code validation} which told the later time better
 * @param candidates every method, held against the same later time
 * @param validation by a later time than the model had seen
 * @param effects what each feature does, in log-odds a standard deviation
 */
record ChurnReport(
        int windowDays,
        String windowFrom,
        double usualGap,
        int firstDay,
        int lastDay,
        int trained,
        double left,
        boolean separated,
        String method,
        String methodFrom,
        List<Candidate> candidates,
        Validation validation,
        List<Effect> effects)
        implements ScoringModel.Report {
    /** How well a method told the time it had not seen. */
    record Candidate(String method, double auc, double brier, double logLoss) {}

    /**
     * The model as fitted on what was known a window earlier, held against what happened since.
     *
     * @param trainedOn the last day that the fit had seen, its labels included
     * @param calibration by tenths of the risk told, the smallest first
     * @param lift by tenths of customers, those at the highest risk first
     */
    record Validation(
            int trainedOn,
            int customers,
            double left,
            double auc,
            double brier,
            double brierOfBase,
            double logLoss,
            double topDecileLift,
            List<Bin> calibration,
            List<Double> lift) {}

    record Bin(int customers, double told, double happened) {}

    record Effect(String feature, double coefficient) {}
}
