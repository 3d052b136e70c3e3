package io.millrace.timelines;

import io.millrace.kernel.timeline.Fact;
import io.millrace.shared.ProfileId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became visible in the timelines between two positions in the order of commits.
 *
 * @param until where this list ends: the position from which to ask next
 * @param touched customers, by their present roots, each once; empty if {@code everything}
 * @param everything the changes cannot be told one by one (there was no position, the log is
 *     another one, or a whole source was taken out): whoever follows has to look at all customers
 * @param arrived the facts that came, by customer, while they are at hand; empty for whoever is far
 *     behind: the kinds alone tell then
 */
public record Changes(
        Position until,
        List<Touched> touched,
        boolean everything,
        Map<ProfileId, List<Fact>> arrived) {
    public Changes {
        touched = List.copyOf(touched);
    }

    Changes(Position until, List<Touched> touched, boolean everything) {
        this(until, touched, everything, Map.of());
    }

    /**
     * A place in the order of commits, to be kept as text beside what was made of it. It means
     * nothing in another fact log.
     */
    public record Position(String text) {}

    /**
     * @param kinds of the facts that came
     * @param earliest when the earliest of them happened, microseconds; {@link Long#MAX_VALUE} if
     *     none came
     * @param whole merged, un-merged or erased: anything about the customer may have changed
     */
    public record Touched(ProfileId customer, Set<String> kinds, long earliest, boolean whole) {
        public Touched {
            kinds = Set.copyOf(kinds);
        }
    }

    public boolean none() {
        return touched.isEmpty() && !everything;
    }
}
