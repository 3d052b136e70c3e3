package io.millrace.orders;

import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door: commands go to the book, questions to the reading side. */
@Component
final class BookedOrders implements Orders {
    private final OrderBook book;
    private final OrderReading reading;
    private final OrderUndo undo;

    BookedOrders(OrderBook book, OrderReading reading, OrderUndo undo) {
        this.book = book;
        this.reading = reading;
        this.undo = undo;
    }

    @Override
    public List<Outcome> record(List<Command> commands) {
        return book.record(commands);
    }

    @Override
    public Page<OrderView> list(
            OrderQuery query, @Nullable String cursor, int limit, boolean withTotal) {
        return reading.list(query, cursor, limit, withTotal);
    }

    @Override
    public Optional<OrderHistory> find(String number) {
        return reading.find(number);
    }

    @Override
    public long count(Set<ProfileId> profiles) {
        return reading.count(profiles);
    }

    @Override
    public Set<String> known(Set<String> numbers) {
        return reading.known(numbers);
    }

    @Override
    public TakenBack takeBack(String source) {
        return undo.takeBack(source);
    }

    @Override
    public Totals totals(@Nullable Instant from, @Nullable Instant to) {
        return reading.totals(from, to);
    }
}
