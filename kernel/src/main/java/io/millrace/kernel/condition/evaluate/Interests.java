package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Comparison;
import io.millrace.kernel.condition.Condition;
import io.millrace.kernel.condition.Measure;
import io.millrace.kernel.condition.Selection;
import io.millrace.kernel.condition.StageRules;
import io.millrace.kernel.condition.StateFacts;
import io.millrace.kernel.condition.ValueTest;
import io.millrace.kernel.condition.Window;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.kernel.timeline.Value;
import java.util.List;
import java.util.stream.Stream;

/** Which facts a condition is interested in; all others change nothing, apart from a first fact. */
final class Interests {
    private static final Selection CANCELLATIONS = Selection.of(Kinds.ORDER_CANCELLED);

    private Interests() {}

    static List<Interest> of(Condition condition) {
        return in(condition).distinct().toList();
    }

    private static Stream<Interest> in(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> of) -> of.stream().flatMap(Interests::in);
            case Condition.Any(List<Condition> of) -> of.stream().flatMap(Interests::in);
            case Condition.None(List<Condition> of) ->
                    of.stream().flatMap(Interests::in).map(Interest::opposite);
            case Condition.Surely(Condition of) -> in(of);
            case Condition.FactCount it ->
                    one(
                            Selection.of(it.kind()),
                            effect(new ValueTest.Compares(it.comparison(), it.number())));
            case Condition.AmountSum it -> one(Selection.of(it.kind()), Effect.EITHER);
            case Condition.DaysSinceFirst it -> one(Selection.of(it.kind()), Effect.EITHER);
            case Condition.DaysSinceLast it -> one(Selection.of(it.kind()), Effect.EITHER);
            case Condition.Facts it -> facts(it);
            case Condition.Sequence it -> sequence(it);
            case Condition.CustomerAge _, Condition.Bucket _ -> Stream.of();
            default -> state(condition);
        };
    }

    private static Stream<Interest> state(Condition condition) {
        return switch (condition) {
            case Condition.Attribute it -> one(StateFacts.attribute(it.name()), Effect.EITHER);
            case Condition.AttributeChanged it ->
                    in(StateFacts.attribute(it.name()), Effect.HELPS, it.window());
            case Condition.Anniversary it ->
                    one(StateFacts.attribute(it.attribute()), Effect.EITHER);
            case Condition.Identity it ->
                    Stream.of(
                            new Interest(StateFacts.identityAdded(it.identity()), Effect.HELPS),
                            new Interest(StateFacts.knownBy(it.identity()), Effect.HELPS));
            case Condition.Consent it ->
                    one(StateFacts.consent(it.purpose(), it.channel()), Effect.EITHER);
            case Condition.Tag it -> one(StateFacts.tag(it.category(), it.value()), Effect.EITHER);
            case Condition.Score it -> one(StateFacts.scored(it.model()), Effect.EITHER);
            case Condition.Stage it -> rules(it.rules());
            case Condition.StageMoved it -> Stream.concat(rules(it.rules()), window(it.window()));
            case Condition.Prefers it -> one(StateFacts.preferred(it.dimension()), Effect.EITHER);
            case Condition.InAudience it ->
                    one(StateFacts.membership(it.audience()), Effect.EITHER);
            // Named, so that a new clause does not go unnoticed.
            case Condition.All _,
                    Condition.Any _,
                    Condition.None _,
                    Condition.Surely _,
                    Condition.FactCount _,
                    Condition.AmountSum _,
                    Condition.DaysSinceFirst _,
                    Condition.DaysSinceLast _,
                    Condition.Facts _,
                    Condition.Sequence _,
                    Condition.CustomerAge _,
                    Condition.Bucket _ ->
                    throw new IllegalStateException("no state: " + condition);
        };
    }

    /** A cancellation takes away what it is about, where that is left out. */
    private static Stream<Interest> one(Selection facts, Effect effect) {
        Interest own = new Interest(facts, effect);
        return facts.notCancelled()
                ? Stream.of(own, new Interest(CANCELLATIONS, effect.opposite()))
                : Stream.of(own);
    }

    private static Stream<Interest> facts(Condition.Facts asked) {
        boolean counted =
                asked.measure() instanceof Measure.Count
                        || asked.measure() instanceof Measure.Distinct;
        return in(asked.facts(), counted ? effect(asked.test()) : Effect.EITHER, asked.window());
    }

    /** More facts count for more, and for the test that is all they do. */
    private static Effect effect(ValueTest test) {
        if (test instanceof ValueTest.Compares(Comparison comparison, Value number)) {
            return switch (comparison) {
                case AT_LEAST, MORE_THAN -> Effect.HELPS;
                case AT_MOST, LESS_THAN -> Effect.HURTS;
                case EXACTLY -> number.equals(new Value.Whole(0)) ? Effect.HURTS : Effect.EITHER;
            };
        }
        return Effect.EITHER;
    }

    private static Stream<Interest> sequence(Condition.Sequence sequence) {
        return Stream.concat(
                sequence.steps().stream()
                        .flatMap(step -> in(step, Effect.HELPS, sequence.window())),
                sequence.without().stream().flatMap(step -> one(step, Effect.HURTS)));
    }

    /** Whatever a fact does to a rule, it can do anything to a stage. */
    private static Stream<Interest> rules(StageRules scheme) {
        return scheme.rules().stream()
                .flatMap(rule -> in(rule.condition()))
                .map(one -> new Interest(one.facts(), Effect.EITHER));
    }

    private static Stream<Interest> in(Selection facts, Effect effect, Window window) {
        return Stream.concat(one(facts, effect), window(window));
    }

    /** The window's own facts move it this way or that. */
    private static Stream<Interest> window(Window window) {
        return switch (window) {
            case Window.Since since -> one(since.fact(), Effect.EITHER);
            case Window.AroundAnniversary around ->
                    one(StateFacts.attribute(around.attribute()), Effect.EITHER);
            default -> Stream.of();
        };
    }

    /** What makes a profile a customer matters to every condition. */
    static boolean makesCustomer(String kind) {
        return kind.equals(Kinds.CUSTOMER_KNOWN);
    }
}
