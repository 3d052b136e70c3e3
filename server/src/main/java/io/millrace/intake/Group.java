package io.millrace.intake;

import io.millrace.customers.Customers.Claim;
import io.millrace.customers.Customers.Description;
import io.millrace.customers.Customers.Heard;
import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.Resolution;
import io.millrace.kernel.timeline.Kinds;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.NewFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One attempt to write a group of items, within one transaction. */
final class Group {
    private final Stores stores;
    private final List<Item> items;
    private final Instant now;
    private final @Nullable Fate[] fates;
    private final @Nullable ProfileId[] profiles;
    private Set<String> newNames = Set.of();

    private static final Set<String> HEARD =
            Set.of(
                    Kinds.TAG_ADDED,
                    Kinds.TAG_REMOVED,
                    Kinds.CONSENT_GIVEN,
                    Kinds.CONSENT_WITHDRAWN,
                    Kinds.SURVEY_ANSWERED);

    Group(Stores stores, List<Item> items, Instant now) {
        this.stores = stores;
        this.items = items;
        this.now = now;
        this.fates = new Fate[items.size()];
        this.profiles = new ProfileId[items.size()];
    }

    /** Names of events that were never seen before; they count once the transaction committed. */
    Set<String> newNames() {
        return newNames;
    }

    List<Fate> write() {
        if (items.isEmpty()) {
            return List.of();
        }
        passOverKnown();
        resolve();
        describe();
        new GroupOrders(stores, items, now).write(fates, profiles);
        append();
        remember();
        return settle();
    }

    /** Keeps a rejected call, or tells its entry the new reason if it comes from there. */
    void keep(Rejected rejected) {
        if (rejected.inbox() != null) {
            stores.inbox().reason(rejected.inbox(), rejected.flaw(), rejected.order());
            return;
        }
        if (rejected.flaw().code().equals(Codes.ERASED)) {
            return;
        }
        stores.inbox().keep(kept(rejected), "api", rejected.order());
    }

    private static Inbox.Kept kept(Rejected rejected) {
        return new Inbox.Kept(
                rejected.source(),
                rejected.flaw().code(),
                rejected.flaw().pointer(),
                rejected.flaw().arguments(),
                rejected.messageId(),
                rejected.key(),
                rejected.preview(),
                Payloads.of(rejected),
                rejected.identities(),
                rejected.receivedAt());
    }

    /** Messages that come twice in the group, or left no fact and were here before. */
    private void passOverKnown() {
        Set<UUID> first = new HashSet<>(items.size() * 2);
        List<UUID> asked = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (!first.add(item.key())) {
                fates[i] = Fate.DUPLICATE;
            } else if (item.needsRemembering()) {
                asked.add(item.key());
            }
        }
        Set<UUID> known = stores.seen().known(asked);
        for (int i = 0; i < items.size() && !known.isEmpty(); i++) {
            if (known.contains(items.get(i).key())) {
                fates[i] = Fate.DUPLICATE;
            }
        }
    }

    /** Most items of a group are about few persons, so each is asked for once. */
    private void resolve() {
        AskedPersons persons = new AskedPersons();
        int[] place = new int[items.size()];
        for (int i = 0; i < items.size(); i++) {
            if (fates[i] == null) {
                place[i] = persons.ask(items.get(i));
            }
        }
        List<Resolution> answers = stores.people().resolve(persons.claims());
        Map<Integer, List<Identity>> again = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            if (fates[i] == null) {
                settle(i, items.get(i).identities(), answers.get(place[i]), again);
            }
        }
        while (!again.isEmpty()) {
            again = resolveAgain(again);
        }
    }

    /** A call still stands when mere evidence is wrong: then it is put again, without that. */
    private void settle(
            int i, List<Identity> asked, Resolution answer, Map<Integer, List<Identity>> again) {
        switch (answer) {
            case Resolution.Resolved resolved -> profiles[i] = resolved.profile();
            case Resolution.Erased _ ->
                    fates[i] = new Fate.Refused(Flaw.of(Codes.ERASED, "/userId"));
            case Resolution.Invalid(Identity wrong, String code) -> {
                List<Identity> rest = CallIdentities.without(wrong, asked);
                if (CallIdentities.essential(wrong.type()) || rest.isEmpty()) {
                    String pointer = "/" + wrong.type().name().toLowerCase(Locale.ROOT);
                    fates[i] = new Fate.Refused(Flaw.of(code, pointer));
                } else {
                    again.put(i, rest);
                }
            }
        }
    }

    private Map<Integer, List<Identity>> resolveAgain(Map<Integer, List<Identity>> asked) {
        List<Claim> claims = new ArrayList<>(asked.size());
        asked.forEach((i, identities) -> {
            Item item = items.get(i);
            claims.add(new Claim(identities, item.occurredAt(), item.source()));
        });
        Iterator<Resolution> answers = stores.people().resolve(claims).iterator();
        Map<Integer, List<Identity>> again = new LinkedHashMap<>();
        asked.forEach((i, identities) -> settle(i, identities, answers.next(), again));
        return again;
    }

    private void describe() {
        List<Description> descriptions = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            ProfileId profile = profiles[i];
            Item item = items.get(i);
            boolean describes = item.type() == CallType.IDENTIFY || item.type() == CallType.GROUP;
            if (describes && profile != null && fates[i] == null) {
                Map<String, @Nullable String> values = Traits.of(item);
                if (!values.isEmpty()) {
                    descriptions.add(
                            new Description(profile, values, item.occurredAt(), item.source()));
                }
            }
        }
        if (!descriptions.isEmpty()) {
            stores.people().describe(descriptions);
        }
    }

    private void append() {
        GroupFacts facts = new GroupFacts(stores, now);
        for (int i = 0; i < items.size(); i++) {
            ProfileId profile = profiles[i];
            if (profile != null && fates[i] == null) {
                facts.add(items.get(i), profile);
            }
        }
        List<NewFact> all = facts.all();
        if (all.isEmpty()) {
            return;
        }
        newNames = stores.names().record(facts.kinds(), now);
        Set<UUID> known = stores.facts().append(all);
        for (int i = 0; i < items.size() && !known.isEmpty(); i++) {
            if (fates[i] == null && known.contains(items.get(i).key())) {
                fates[i] = Fate.DUPLICATE;
            }
        }
        hear();
    }

    /** Facts that also say what a customer is now. */
    private void hear() {
        List<Heard> heard = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            ProfileId profile = profiles[i];
            Item item = items.get(i);
            String kind = item.kind();
            if (profile != null && fates[i] == null && kind != null && HEARD.contains(kind)) {
                heard.add(
                        new Heard(
                                profile,
                                kind,
                                item.subject(),
                                item.attributes().plain(),
                                item.occurredAt(),
                                item.source()));
            }
        }
        if (!heard.isEmpty()) {
            stores.people().hear(heard);
        }
    }

    private void remember() {
        List<UUID> taken = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            boolean done = !(fates[i] instanceof Fate.Refused);
            if (done && items.get(i).needsRemembering()) {
                taken.add(items.get(i).key());
            }
        }
        stores.seen().remember(taken, now);
    }

    private List<Fate> settle() {
        List<Fate> settled = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            Fate fate = fates[i];
            if (fate instanceof Fate.Refused refused) {
                String order = refused.waitsFor();
                keep(Rejected.of(items.get(i), refused.flaw(), order));
            }
            settled.add(fate == null ? Fate.ACCEPTED : fate);
        }
        return settled;
    }
}
