package io.millrace.kernel.model;

import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Length;
import io.millrace.kernel.condition.Measure;
import io.millrace.kernel.condition.Selection;
import io.millrace.kernel.condition.ValueTest;
import io.millrace.kernel.condition.Window;
import io.millrace.kernel.timeline.Kinds;
import java.util.List;

/** The three schemes of the field; every number of days is the operator's to edit. */
public final class LifecyclePresets {
    private static final Condition EVERYONE = new Condition.All(List.of());

    /** Potential, new, active, dormant, lost: by the time since the first and the last order. */
    public static final LifecycleScheme ACTIVITY =
            new LifecycleScheme(
                    "activity",
                    "Potential to lost",
                    "潜在—新—活跃—沉睡—流失",
                    List.of(
                            stage("potential", "Potential", "潜在客户", orders(Comparison.EXACTLY, 0)),
                            stage("new", "New", "新客户", firstOrderWithin(30)),
                            stage("active", "Active", "活跃客户", lastOrderWithin(90)),
                            stage("dormant", "Dormant", "沉睡客户", lastOrderWithin(180)),
                            stage("lost", "Lost", "流失客户", EVERYONE)));

    /** Exploration, growth, maturity, decline: by the number of orders and the last one. */
    public static final LifecycleScheme RELATIONSHIP =
            new LifecycleScheme(
                    "relationship",
                    "Exploration to decline",
                    "考察—形成—稳定—退化",
                    List.of(
                            stage(
                                    "exploration",
                                    "Exploration",
                                    "考察期",
                                    any(
                                            orders(Comparison.EXACTLY, 0),
                                            all(
                                                    orders(Comparison.EXACTLY, 1),
                                                    lastOrderWithin(90)))),
                            stage(
                                    "growth",
                                    "Growth",
                                    "形成期",
                                    all(orders(Comparison.AT_MOST, 4), lastOrderWithin(120))),
                            stage("maturity", "Maturity", "稳定期", lastOrderWithin(120)),
                            stage("decline", "Decline", "退化期", EVERYONE)));

    /** Acquisition, growth, maturity, maintenance, lost: where effort goes. */
    public static final LifecycleScheme OPERATION =
            new LifecycleScheme(
                    "operation",
                    "Acquisition to lost",
                    "获取—提升—成熟—维系—流失",
                    List.of(
                            stage(
                                    "acquisition",
                                    "Acquisition",
                                    "获取期",
                                    any(
                                            orders(Comparison.EXACTLY, 0),
                                            all(
                                                    orders(Comparison.EXACTLY, 1),
                                                    firstOrderWithin(30)))),
                            stage(
                                    "growth",
                                    "Growth",
                                    "提升期",
                                    all(orders(Comparison.AT_MOST, 3), lastOrderWithin(90))),
                            stage("maturity", "Maturity", "成熟期", lastOrderWithin(90)),
                            stage("maintenance", "Maintenance", "维系期", lastOrderWithin(240)),
                            stage("lost", "Lost", "流失期", EVERYONE)));

    /** All three. */
    public static final List<LifecycleScheme> ALL = List.of(ACTIVITY, RELATIONSHIP, OPERATION);

    private LifecyclePresets() {}

    private static LifecycleScheme.Stage stage(
            String key, String english, String chinese, Condition rule) {
        return new LifecycleScheme.Stage(key, english, chinese, rule);
    }

    private static Condition all(Condition... of) {
        return new Condition.All(List.of(of));
    }

    private static Condition any(Condition... of) {
        return new Condition.Any(List.of(of));
    }

    private static Condition orders(Comparison comparison, long number) {
        return orders(Measure.COUNT, comparison, number);
    }

    private static Condition firstOrderWithin(int days) {
        return orders(new Measure.SinceFirst(Length.Unit.DAY), Comparison.AT_MOST, days);
    }

    private static Condition lastOrderWithin(int days) {
        return orders(new Measure.SinceLast(Length.Unit.DAY), Comparison.AT_MOST, days);
    }

    /** What was cancelled was no order, as in RFM. */
    private static Condition orders(Measure measure, Comparison comparison, long number) {
        return new Condition.Facts(
                Selection.of(Kinds.ORDER_COMPLETED).ofOrdersNotCancelled(),
                measure,
                Window.EVER,
                new ValueTest.Compares(comparison, number));
    }
}
