package io.millrace.audiences.portraits;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From what lists were made that somebody kept: whom they asked for, when, and of whom. */
public interface Origins {
    /** Remembers it with the list, and the version of the audience that it speaks of. */
    void keep(UUID list, Made made, int customers);

    /** Absent of audiences that follow a condition, and of lists that were filled by hand. */
    Optional<Origin> of(UUID list);

    /**
     * @param in selections as lists of customers take them
     * @param asOf as of when they were asked
     */
    record Made(List<String> in, Instant asOf, String by) {
        public Made {
            in = List.copyOf(in);
        }
    }

    /**
     * @param customers how many these were
     * @param audience of which it speaks, such as that to which others are alike; null for none
     * @param name of that audience then
     * @param version of that audience then
     */
    record Origin(
            Made made,
            int customers,
            @Nullable UUID audience,
            @Nullable String name,
            @Nullable Integer version,
            Instant at) {}
}
