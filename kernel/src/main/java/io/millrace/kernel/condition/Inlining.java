package io.millrace.kernel.condition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts the conditions of other audiences in the place of {@link Condition.InAudience}, so that a
 * condition can be asked of days on which nobody had entered those audiences yet. A customer is a
 * member or none, so they stand under {@link Condition.Surely}. What is asked twice is still
 * counted once by an evaluator.
 */
public final class Inlining {
    /** What came out. */
    public sealed interface Outcome {
        record Done(Condition condition) implements Outcome {}

        /**
         * An audience is defined by itself.
         *
         * @param path from an audience to the same one again
         */
        record Circular(List<String> path) implements Outcome {
            public Circular {
                path = List.copyOf(path);
            }
        }
    }

    private final Function<String, Optional<Condition>> definitions;
    private final List<String> path = new ArrayList<>();
    private List<String> circle = List.of();

    private Inlining(Function<String, Optional<Condition>> definitions) {
        this.definitions = definitions;
    }

    /**
     * @param definitions the condition of an audience; empty for one that is a list: its members
     *     are told by facts
     */
    public static Outcome of(
            Condition condition, Function<String, Optional<Condition>> definitions) {
        Inlining inlining = new Inlining(definitions);
        Condition inlined = inlining.inline(condition);
        return inlining.circle.isEmpty()
                ? new Outcome.Done(inlined)
                : new Outcome.Circular(inlining.circle);
    }

    /** The audiences that a condition names itself, in the order of their first mention. */
    public static Set<String> audiences(Condition condition) {
        Set<String> audiences = new LinkedHashSet<>();
        of(
                condition,
                audience -> {
                    audiences.add(audience);
                    return Optional.empty();
                });
        return audiences;
    }

    private Condition inline(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> of) -> new Condition.All(inline(of));
            case Condition.Any(List<Condition> of) -> new Condition.Any(inline(of));
            case Condition.None(List<Condition> of) -> new Condition.None(inline(of));
            case Condition.Surely(Condition of) -> new Condition.Surely(inline(of));
            case Condition.InAudience(String audience) -> inline(audience, condition);
            default -> condition;
        };
    }

    private List<Condition> inline(List<Condition> of) {
        return of.stream().map(this::inline).toList();
    }

    private Condition inline(String audience, Condition mention) {
        int before = path.indexOf(audience);
        if (before >= 0) {
            circle = new ArrayList<>(path.subList(before, path.size()));
            circle.add(audience);
            return mention;
        }
        Optional<Condition> definition = definitions.apply(audience);
        if (definition.isEmpty()) {
            return mention;
        }
        path.add(audience);
        Condition inlined = inline(definition.get());
        path.removeLast();
        return new Condition.Surely(inlined);
    }
}
