package io.millrace.kernel.condition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the conditions of other audiences in the place of {@link Condition.InAudience} and the rules
 * of schemes into clauses about stages, so that a condition depends on nothing but facts and can be
 * asked of days on which nobody knew those audiences and schemes. A customer is a member or none,
 * so conditions of audiences stand under {@link Condition.Surely}. What is asked twice is still
 * counted once by an evaluator.
 */
public final class Inlining {
    /** What names stand for. */
    public interface Definitions {
        /**
         * The condition of an audience; empty for one that is a list: its members are told by
         * facts.
         */
        Optional<Condition> audience(String audience);

        /** The rules of a lifecycle scheme, {@link StageRules#UNKNOWN} if there is none. */
        StageRules scheme(String scheme);
    }

    /** What came out. */
    public sealed interface Outcome {
        record Done(Condition condition) implements Outcome {}

        /**
         * An audience or a scheme is defined by itself.
         *
         * @param path from one to the same one again
         */
        record Circular(List<Name> path) implements Outcome {
            public Circular {
                path = List.copyOf(path);
            }
        }
    }

    /** What a condition can mention. */
    public sealed interface Name {
        record Audience(String id) implements Name {}

        record Scheme(String key) implements Name {}
    }

    private final Definitions definitions;
    private final List<Name> path = new ArrayList<>();
    private List<Name> circle = List.of();

    private Inlining(Definitions definitions) {
        this.definitions = definitions;
    }

    public static Outcome of(Condition condition, Definitions definitions) {
        return new Inlining(definitions).outcome(condition);
    }

    /**
     * As the other, of a condition by which somebody is defined.
     *
     * @param self must not be mentioned, nor by what is mentioned
     */
    public static Outcome of(Condition condition, Definitions definitions, Name self) {
        Inlining inlining = new Inlining(definitions);
        inlining.path.add(self);
        return inlining.outcome(condition);
    }

    /** What a condition mentions itself, in the order of the first mentions. */
    public static Set<Name> mentions(Condition condition) {
        Set<Name> mentions = new LinkedHashSet<>();
        Definitions noting =
                new Definitions() {
                    @Override
                    public Optional<Condition> audience(String audience) {
                        mentions.add(new Name.Audience(audience));
                        return Optional.empty();
                    }

                    @Override
                    public StageRules scheme(String scheme) {
                        mentions.add(new Name.Scheme(scheme));
                        return StageRules.UNKNOWN;
                    }
                };
        of(condition, noting);
        return mentions;
    }

    private Outcome outcome(Condition condition) {
        Condition inlined = inline(condition);
        return circle.isEmpty() ? new Outcome.Done(inlined) : new Outcome.Circular(circle);
    }

    private Condition inline(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> of) -> new Condition.All(inline(of));
            case Condition.Any(List<Condition> of) -> new Condition.Any(inline(of));
            case Condition.None(List<Condition> of) -> new Condition.None(inline(of));
            case Condition.Surely(Condition of) -> new Condition.Surely(inline(of));
            case Condition.InAudience(String audience) -> member(audience, condition);
            case Condition.Stage it ->
                    new Condition.Stage(it.scheme(), it.stages(), it.asOf(), rules(it.scheme()));
            case Condition.StageMoved it ->
                    new Condition.StageMoved(
                            it.scheme(), it.from(), it.to(), it.window(), rules(it.scheme()));
            default -> condition;
        };
    }

    private List<Condition> inline(List<Condition> of) {
        return of.stream().map(this::inline).toList();
    }

    private Condition member(String audience, Condition mention) {
        Name name = new Name.Audience(audience);
        if (!enter(name)) {
            return mention;
        }
        Optional<Condition> inlined = definitions.audience(audience).map(this::inline);
        path.removeLast();
        return inlined.<Condition>map(Condition.Surely::new).orElse(mention);
    }

    private StageRules rules(String scheme) {
        if (!enter(new Name.Scheme(scheme))) {
            return StageRules.UNKNOWN;
        }
        List<StageRules.Rule> rules =
                definitions.scheme(scheme).rules().stream()
                        .map(rule -> new StageRules.Rule(rule.stage(), inline(rule.condition())))
                        .toList();
        path.removeLast();
        return new StageRules(rules);
    }

    /** False if that leads back to where it came from. */
    private boolean enter(Name name) {
        int before = path.indexOf(name);
        if (before >= 0) {
            circle = new ArrayList<>(path.subList(before, path.size()));
            circle.add(name);
            return false;
        }
        path.add(name);
        return true;
    }
}
