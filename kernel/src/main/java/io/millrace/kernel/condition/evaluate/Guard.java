package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.condition.Buckets;
import io.millrace.kernel.condition.Condition;
import java.util.List;
import java.util.stream.Stream;

/** The parts without which a condition cannot hold and that nothing ever changes. */
record Guard(Share[] shares) {
    private record Share(long salt, int from, int below) {}

    static Guard of(Condition condition) {
        return new Guard(shares(condition).toArray(Share[]::new));
    }

    private static Stream<Share> shares(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> of) -> of.stream().flatMap(Guard::shares);
            case Condition.Surely(Condition of) -> shares(of);
            case Condition.Bucket it ->
                    Stream.of(new Share(Buckets.hash(it.salt()), it.from(), it.below()));
            default -> Stream.of();
        };
    }

    /** False if the condition never holds for this customer. */
    boolean lets(long high, long low) {
        for (Share share : shares) {
            int number = Buckets.number(share.salt, high, low);
            if (number < share.from || number >= share.below) {
                return false;
            }
        }
        return true;
    }
}
