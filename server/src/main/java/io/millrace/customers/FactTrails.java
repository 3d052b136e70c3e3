package io.millrace.customers;

import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a higher module implements to tell how a fact came in. */
public interface FactTrails {
    /** What is known of it; null if the fact did not come in by a way of this module. */
    @Nullable Trail of(Asked fact);

    /**
     * @param subject what the fact is about, such as an order's number
     * @param key the fact's natural key, null if it has none
     * @param members the profiles of the customer whose fact it is
     */
    record Asked(
            String kind,
            String source,
            @Nullable String subject,
            @Nullable UUID key,
            Instant recordedAt,
            Set<ProfileId> members) {}

    /**
     * @param channel {@code api} or {@code import}
     * @param name the write key's name, or the file's
     * @param receivedAt when the request or the file came
     * @param prefixes the beginnings of the write keys of that name; which of them it was is not
     *     kept
     * @param imported the import of the file
     * @param by who imported it
     * @param lines rows of the file that speak of it, the first 20; null where there is no file or
     *     it is kept no longer
     */
    record Trail(
            String channel,
            String name,
            Instant receivedAt,
            List<String> prefixes,
            @Nullable UUID imported,
            @Nullable String by,
            @Nullable List<Long> lines) {}
}
