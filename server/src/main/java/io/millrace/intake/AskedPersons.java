package io.millrace.intake;

import io.millrace.customers.Customers.Claim;
import io.millrace.customers.Customers.Identity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The persons of a group, each asked for as it was first seen, and once more as it was last seen if
 * that is another instant.
 */
final class AskedPersons {
    private final Map<List<Identity>, Integer> places = new HashMap<>();
    private final List<Seen> seen = new ArrayList<>();

    private record Seen(List<Identity> identities, String source, Instant first, Instant last) {
        Seen and(Instant at) {
            if (at.isBefore(first)) {
                return new Seen(identities, source, at, last);
            }
            return at.isAfter(last) ? new Seen(identities, source, first, at) : this;
        }
    }

    /** The place in {@link #claims} of the claim that answers for this item. */
    int ask(Item item) {
        Integer known = places.putIfAbsent(item.identities(), seen.size());
        if (known != null) {
            seen.set(known, seen.get(known).and(item.occurredAt()));
            return known;
        }
        seen.add(new Seen(item.identities(), item.source(), item.occurredAt(), item.occurredAt()));
        return seen.size() - 1;
    }

    List<Claim> claims() {
        List<Claim> claims = new ArrayList<>(seen.size());
        for (Seen one : seen) {
            claims.add(new Claim(one.identities(), one.first(), one.source()));
        }
        for (Seen one : seen) {
            if (one.last().isAfter(one.first())) {
                claims.add(new Claim(one.identities(), one.last(), one.source()));
            }
        }
        return claims;
    }
}
