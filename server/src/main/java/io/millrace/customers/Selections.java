package io.millrace.customers;

import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a higher module implements so that its numbers open the customers behind them: {@code GET
 * /api/v1/customers?in=<name>:<value>&asOf=…} lists exactly the customers whom {@link #select}
 * names. For instance {@code in=rfm.cell:5-4}, {@code in=stage.standard:active}.
 */
public interface Selections {
    /** The part before the colon, e.g. {@code rfm.cell}. */
    String name();

    /**
     * @param asOf null means now
     * @return the root profiles, or empty if there is no such value
     */
    Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf);
}
