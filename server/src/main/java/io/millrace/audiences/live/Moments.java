package io.millrace.audiences.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Instants at equal distances. */
final class Moments {
    private Moments() {}

    /**
     * @param number at least 2
     */
    static List<Instant> between(Instant first, Instant last, int number) {
        Duration whole = Duration.between(first, last);
        return IntStream.range(0, number)
                .mapToObj(i -> first.plus(whole.multipliedBy(i).dividedBy(number - 1)))
                .toList();
    }
}
