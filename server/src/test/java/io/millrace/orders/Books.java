package io.millrace.orders;

import io.millrace.catalog.Catalog;
import io.millrace.database.TestDatabase;
import io.millrace.orders.Orders.Command;
import io.millrace.orders.Orders.Line;
import io.millrace.orders.Orders.Outcome;
import io.millrace.shared.Ids;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Orders on a database of their own, with doubles for the modules below. */
public final class Books implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final ProfileId ANNA = new ProfileId(new UUID(0x0190_0000_0000_7000L, 1));
    static final ProfileId BO = new ProfileId(new UUID(0x0190_0000_0000_7000L, 2));

    public final TestDatabase database = TestDatabase.fresh();
    public final FactLog facts = new FactLog();
    final Costs catalog = new Costs();
    public final Orders orders;
    public final Workspace workspace = new Shop();

    public Books() {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        Ids ids = UUID::randomUUID;
        OrderStore store = new OrderStore(database.jdbc());
        OrderParts parts = new OrderParts(database.jdbc(), JsonMapper.builder().build());
        orders =
                new BookedOrders(
                        new OrderBook(store, parts, facts, catalog, workspace, ids, clock),
                        new OrderReading(database.jdbc(), parts, workspace),
                        new OrderUndo(database.jdbc(), parts, catalog));
    }

    List<Outcome> record(Command... commands) {
        return record(List.of(commands));
    }

    List<Outcome> record(List<Command> commands) {
        List<Outcome> outcomes = database.transactions().execute(status -> orders.record(commands));
        return outcomes == null ? List.of() : outcomes;
    }

    Outcome one(Command command) {
        return record(command).getFirst();
    }

    Orders.OrderView view(String number) {
        return orders.find(number).orElseThrow().order();
    }

    static Command.Place place(String number, Line... lines) {
        return place(number, ANNA, NOON, lines);
    }

    static Command.Place place(
            String number, @Nullable ProfileId profile, Instant at, Line... lines) {
        return new Command.Place(
                number, profile, at, "GBP", null, null, null, null, List.of(lines), "shop", false);
    }

    static Command.Refund refund(String number, String refund, @Nullable Long amount) {
        return new Command.Refund(
                number, refund, null, NOON, "GBP", amount, List.of(), false, "shop", false);
    }

    static Command.Refund creditNote(String number, @Nullable ProfileId profile, Line... lines) {
        return new Command.Refund(
                number, number, profile, NOON, "GBP", null, List.of(lines), true, "shop", false);
    }

    static Command.Cancel cancel(String number) {
        return new Command.Cancel(number, NOON, "shop", false);
    }

    /** A line of so many pieces at a price in millionths of a pound. */
    static Line line(String sku, long quantity, long priceMicros) {
        return new Line(
                sku, sku + " name", null, quantity, priceMicros, quantity * priceMicros, null);
    }

    public Catalog catalog() {
        return catalog;
    }

    @Override
    public void close() {
        database.close();
    }

    /** A catalogue that knows unit costs. */
    static final class Costs implements Catalog {
        final Map<String, Product> products = new HashMap<>();

        void cost(String sku, long cost) {
            products.put(sku, new Product(sku, null, null, null, null, cost, "GBP", "test"));
        }

        @Override
        public void learn(Collection<Product> learned) {}

        @Override
        public Map<String, Product> products(Set<String> skus) {
            return products;
        }

        @Override
        public void learnPlaces(Set<String> channels, Set<String> stores) {}

        @Override
        public void forgetPlaces(Set<String> channels, Set<String> stores) {}

        @Override
        public Page<Listing> list(
                ProductQuery query, @Nullable String cursor, int limit, boolean withTotal) {
            return new Page<>(List.of(), null, null);
        }

        @Override
        public Optional<Listing> change(String sku, Change change) {
            return Optional.empty();
        }

        @Override
        public List<Category> categories() {
            return List.of();
        }

        @Override
        public List<Place> channels() {
            return List.of();
        }

        @Override
        public List<Place> stores() {
            return List.of();
        }

        @Override
        public long forget(String source) {
            return 0;
        }
    }

    static final class Shop implements Workspace {
        @Override
        public Settings settings() {
            return new Settings("Shop", ZoneOffset.UTC, "GBP", "GB", Locale.ENGLISH, Map.of(), 1);
        }

        @Override
        public Changed change(Settings settings, long expectedVersion) {
            return new Changed.Stale(settings());
        }

        @Override
        public void adoptCurrency(String currency) {}
    }
}
