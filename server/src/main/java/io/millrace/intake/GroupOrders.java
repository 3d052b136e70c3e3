package io.millrace.intake;

import io.millrace.orders.Orders.Command;
import io.millrace.orders.Orders.Outcome;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a group's items do to orders. */
final class GroupOrders {
    private final Stores stores;
    private final List<Item> items;
    private final Instant now;
    private final List<Task> tasks = new ArrayList<>();

    GroupOrders(Stores stores, List<Item> items, Instant now) {
        this.stores = stores;
        this.items = items;
        this.now = now;
    }

    private record Task(int index, OrderEvents.Event event, OrderEvents.Reading.Read read) {}

    void write(@Nullable Fate[] fates, @Nullable ProfileId[] profiles) {
        for (int i = 0; i < items.size(); i++) {
            OrderEvents.Event event = items.get(i).order();
            ProfileId profile = profiles[i];
            if (event != null && profile != null && fates[i] == null) {
                read(i, event, profile, fates);
            }
        }
        if (tasks.isEmpty()) {
            return;
        }
        List<Outcome> outcomes = record(tasks.stream().map(Task::read).toList());
        for (int n = 0; n < tasks.size(); n++) {
            Task task = tasks.get(n);
            fates[task.index()] = fate(task, outcomes.get(n));
        }
        retryWaiting(outcomes);
    }

    private void read(int i, OrderEvents.Event event, ProfileId profile, @Nullable Fate[] fates) {
        String assumed = stores.currency().code();
        switch (OrderEvents.read(items.get(i), event, profile, assumed)) {
            case OrderEvents.Reading.Flawed(Flaw flaw) -> fates[i] = new Fate.Refused(flaw);
            case OrderEvents.Reading.Read read -> tasks.add(new Task(i, event, read));
        }
    }

    /** A refund that names no currency is in its order's, whatever the workspace's is. */
    private List<Outcome> record(List<OrderEvents.Reading.Read> reads) {
        List<Outcome> outcomes =
                new ArrayList<>(
                        stores.orders()
                                .record(
                                        reads.stream()
                                                .map(OrderEvents.Reading.Read::command)
                                                .toList()));
        for (int n = 0; n < reads.size(); n++) {
            boolean assumed = !reads.get(n).currencySaid();
            if (assumed
                    && outcomes.get(n) instanceof Outcome.CurrencyDiffers differs
                    && reads.get(n).command() instanceof Command.Refund refund) {
                Command inOrders = OrderEvents.inCurrency(refund, differs.has());
                outcomes.set(n, stores.orders().record(List.of(inOrders)).getFirst());
            }
        }
        return outcomes;
    }

    private static Fate fate(Task task, Outcome outcome) {
        String order = task.read().command().order();
        return switch (outcome) {
            case Outcome.Recorded _, Outcome.Adjusted _ -> Fate.ACCEPTED;
            case Outcome.Unchanged _ -> Fate.DUPLICATE;
            case Outcome.UnknownOrder _ ->
                    new Fate.Refused(
                            Flaw.of(Codes.UNKNOWN_ORDER, "/properties/order_id", order), order);
            case Outcome.RefundExceedsOrder(long asked, long left) ->
                    refused(Codes.REFUND_EXCEEDS_ORDER, "/properties/amount", asked, left);
            case Outcome.AlreadyCancelled _ ->
                    task.event() == OrderEvents.Event.CANCELLED
                            ? Fate.DUPLICATE
                            : refused(Codes.ORDER_CANCELLED, "/properties/order_id", order);
            case Outcome.CurrencyDiffers(String asked, String has) ->
                    refused(Codes.CURRENCY_DIFFERS, "/properties/currency", asked, has);
        };
    }

    private static Fate refused(String code, String pointer, Object... arguments) {
        return new Fate.Refused(Flaw.of(code, pointer, arguments));
    }

    /** Refunds and the like that came before the orders which are here now. */
    private void retryWaiting(List<Outcome> outcomes) {
        Set<String> arrived = new HashSet<>();
        for (int n = 0; n < tasks.size(); n++) {
            boolean placed = outcomes.get(n) instanceof Outcome.Recorded;
            if (placed && tasks.get(n).read().command() instanceof Command.Place place) {
                arrived.add(place.order());
            }
        }
        if (!arrived.isEmpty()) {
            retryWaiting(stores, arrived, now);
        }
    }

    /** In the caller's transaction. */
    static void retryWaiting(Stores stores, Set<String> arrived, Instant now) {
        for (InboxRow row : stores.inbox().waitingFor(arrived)) {
            if (row.channel().equals("api")) {
                retry(stores, row, now);
            }
        }
    }

    private static void retry(Stores stores, InboxRow row, Instant now) {
        List<Item> again =
                InboxItems.items(row, stores.inbox().open(row), stores.names(), stores.ids());
        List<Fate> fates = new Group(stores, again, now).write();
        boolean taken = !again.isEmpty() && !(fates.getFirst() instanceof Fate.Refused);
        if (taken) {
            stores.inbox().close(row.id(), "replayed", now, "intake");
        }
    }
}
