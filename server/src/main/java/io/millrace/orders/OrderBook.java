package io.millrace.orders;

import io.millrace.catalog.Catalog;
import io.millrace.orders.Orders.Command;
import io.millrace.orders.Orders.Outcome;
import io.millrace.shared.Ids;
import io.millrace.timelines.Timelines;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Carries out commands on orders, many at once. */
@Component
final class OrderBook {
    private final OrderStore store;
    private final OrderParts parts;
    private final Timelines timelines;
    private final Catalog catalog;
    private final Workspace workspace;
    private final Ids ids;
    private final Clock clock;

    OrderBook(
            OrderStore store,
            OrderParts parts,
            Timelines timelines,
            Catalog catalog,
            Workspace workspace,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.parts = parts;
        this.timelines = timelines;
        this.catalog = catalog;
        this.workspace = workspace;
        this.ids = ids;
        this.clock = clock;
    }

    List<Outcome> record(List<Command> commands) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("orders are recorded in the caller's transaction");
        }
        if (commands.isEmpty()) {
            return List.of();
        }
        Outcome[] outcomes = new Outcome[commands.size()];
        UnitCosts costs = UnitCosts.of(catalog, commands);
        Map<String, List<Integer>> open = new LinkedHashMap<>();
        for (int i = 0; i < commands.size(); i++) {
            open.computeIfAbsent(commands.get(i).order(), n -> new ArrayList<>(1)).add(i);
        }
        // A number that another transaction inserts meanwhile is done again, on its row.
        while (!open.isEmpty()) {
            Set<String> done = attempt(commands, open, costs, outcomes);
            open.keySet().removeAll(done);
        }
        learn(commands, outcomes);
        return Arrays.asList(outcomes);
    }

    private Set<String> attempt(
            List<Command> commands,
            Map<String, List<Integer>> open,
            UnitCosts costs,
            Outcome[] outcomes) {
        Instant now = clock.instant();
        Map<String, OrderState> states = store.lock(open.keySet());
        loadParts(commands, open, states);
        OrderFacts newFacts = new OrderFacts(ids, now);
        OrderFacts moreFacts = new OrderFacts(ids, now);
        List<OrderState> fresh = new ArrayList<>();
        List<OrderState> changed = new ArrayList<>();
        open.forEach((number, indexes) -> {
            OrderState state = OrderStore.state(states, number);
            Transitions transitions = new Transitions(state.existing ? moreFacts : newFacts, costs);
            for (int i : indexes) {
                outcomes[i] = transitions.apply(state, commands.get(i));
            }
            if (state.changed) {
                (state.existing ? changed : fresh).add(state);
            }
        });
        Set<String> done = new HashSet<>(open.keySet());
        Set<String> inserted = store.insert(fresh, now);
        boolean raced = inserted.size() < fresh.size();
        if (raced) {
            fresh.stream().map(state -> state.number).forEach(done::remove);
            done.addAll(inserted);
            fresh.removeIf(state -> !inserted.contains(state.number));
        }
        store.update(changed);
        List<OrderState> written = new ArrayList<>(fresh);
        written.addAll(changed);
        parts.write(written);
        timelines.append(newFacts.of(inserted, raced));
        timelines.append(moreFacts.gathered());
        return done;
    }

    /** Lines and refunds are read only of orders that may be corrected or attached. */
    private void loadParts(
            List<Command> commands,
            Map<String, List<Integer>> open,
            Map<String, OrderState> states) {
        Map<String, OrderState> wanted = new HashMap<>();
        for (OrderState state : states.values()) {
            if (!state.existing) {
                continue;
            }
            for (int i : open.getOrDefault(state.number, List.of())) {
                if (touchesParts(state, commands.get(i))) {
                    wanted.put(state.number, state);
                }
            }
        }
        parts.load(wanted);
    }

    private static boolean touchesParts(OrderState state, Command command) {
        return switch (command) {
            case Command.Place place ->
                    (state.profile == null && place.profile() != null)
                            || !Content.of(place).equals(state.content);
            case Command.Refund refund -> state.profile == null && refund.profile() != null;
            case Command.Cancel cancel -> false;
        };
    }

    private void learn(List<Command> commands, Outcome[] outcomes) {
        Set<String> channels = new HashSet<>();
        Set<String> stores = new HashSet<>();
        for (int i = 0; i < outcomes.length; i++) {
            if (commands.get(i) instanceof Command.Place place
                    && !(outcomes[i] instanceof Outcome.Unchanged)) {
                String channel = place.channel();
                String at = place.store();
                if (channel != null) {
                    channels.add(channel);
                }
                if (at != null) {
                    stores.add(at);
                }
            }
        }
        catalog.learnPlaces(channels, stores);
        if (outcomes[0] instanceof Outcome.Recorded
                && commands.getFirst() instanceof Command.Place place
                && workspace.settings().currency() == null) {
            workspace.adoptCurrency(place.currency());
        }
    }
}
