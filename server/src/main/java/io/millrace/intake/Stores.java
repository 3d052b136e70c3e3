package io.millrace.intake;

import io.millrace.shared.Ids;

/** Where a group of items is written to. */
record Stores(
        Ports.People people,
        Ports.OrderBook orders,
        Ports.FactLog facts,
        Ports.Vault vault,
        Ports.HomeCurrency currency,
        InboxTable inbox,
        SeenMessages seen,
        EventNames names,
        Ids ids) {
    Stores appendingTo(Ports.FactLog log) {
        return new Stores(people, orders, log, vault, currency, inbox, seen, names, ids);
    }
}
