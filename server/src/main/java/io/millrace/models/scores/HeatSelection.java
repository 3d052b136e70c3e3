package io.millrace.models.scores;

import io.millrace.customers.Selections;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customers behind each cell of the map of expected orders. */
@Component
final class HeatSelection implements Selections {
    static final String NAME = "clv.heat";

    private final Heats heats;

    HeatSelection(Heats heats) {
        this.heats = heats;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
        if (!value.matches("\\d{1,3}")
                || Integer.parseInt(value) >= Heat.PURCHASES.length * Heat.WEEKS.length) {
            return Optional.empty();
        }
        return Optional.of(heats.of(asOf).in(Integer.parseInt(value)));
    }
}
