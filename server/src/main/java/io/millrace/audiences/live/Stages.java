package io.millrace.audiences.live;

import io.millrace.kernel.condition.Condition;
import java.util.stream.Stream;

/** The stages of a scheme that a condition names itself. */
final class Stages {
    private Stages() {}

    static Stream<String> named(Condition condition, String scheme) {
        return switch (condition) {
            case Condition.All(var of) -> of.stream().flatMap(one -> named(one, scheme));
            case Condition.Any(var of) -> of.stream().flatMap(one -> named(one, scheme));
            case Condition.None(var of) -> of.stream().flatMap(one -> named(one, scheme));
            case Condition.Surely(var of) -> named(of, scheme);
            case Condition.Stage it when it.scheme().equals(scheme) -> it.stages().stream();
            case Condition.StageMoved it when it.scheme().equals(scheme) ->
                    Stream.concat(it.from().stream(), it.to().stream());
            default -> Stream.empty();
        };
    }
}
