package io.millrace.orders;

import io.millrace.customers.CustomerSearch;
import io.millrace.shared.ProfileId;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds a customer by the number of one of their orders. */
@Component
final class OrderNumberSearch implements CustomerSearch {
    private final OrderReading reading;

    OrderNumberSearch(OrderReading reading) {
        this.reading = reading;
    }

    @Override
    public Set<ProfileId> find(String text) {
        return Set.copyOf(reading.profiles(Set.of(text.strip())).values());
    }
}
