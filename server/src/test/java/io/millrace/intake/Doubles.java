package io.millrace.intake;

import io.millrace.customers.Customers.Claim;
import io.millrace.customers.Customers.Description;
import io.millrace.customers.Customers.Heard;
import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.customers.Customers.Resolution;
import io.millrace.orders.Orders.Command;
import io.millrace.orders.Orders.Outcome;
import io.millrace.privacy.Privacy.ClearValue;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.NewFact;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hand-made stand-ins for the modules below, each with just enough of their manners. */
final class Doubles {
    /** Everybody with one identity in common is one person; some were erased. */
    static final class People implements Ports.People, IdentityIndexes {
        final Map<Identity, ProfileId> known = new ConcurrentHashMap<>();
        final Set<Identity> erased = ConcurrentHashMap.newKeySet();
        final List<Description> descriptions = new ArrayList<>();
        final List<Claim> claims = new ArrayList<>();

        @Override
        public void hear(Collection<Heard> heard) {
            // Nothing here is about tags, consents or surveys.
        }

        @Override
        public synchronized List<Resolution> resolve(List<Claim> asked) {
            claims.addAll(asked);
            return asked.stream().map(this::resolve).toList();
        }

        private Resolution resolve(Claim claim) {
            for (Identity identity : claim.identities()) {
                if (erased.contains(identity)) {
                    return new Resolution.Erased();
                }
                if (identity.type() == IdentityType.PHONE && identity.value().contains("E+")) {
                    return new Resolution.Invalid(identity, "customers.phone-shortened");
                }
            }
            Optional<ProfileId> found =
                    claim.identities().stream()
                            .filter(known::containsKey)
                            .map(known::get)
                            .findFirst();
            ProfileId profile = found.orElseGet(() -> new ProfileId(UUID.randomUUID()));
            claim.identities().forEach(identity -> known.put(identity, profile));
            return new Resolution.Resolved(profile, found.isEmpty(), false);
        }

        @Override
        public synchronized void describe(Collection<Description> all) {
            descriptions.addAll(all);
        }

        @Override
        public UUID of(Identity identity) {
            return UUID.nameUUIDFromBytes(
                    (identity.type() + identity.value()).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Set<UUID> of(Set<ProfileId> profiles) {
            Set<UUID> indexes = new HashSet<>();
            known.forEach((identity, profile) -> {
                if (profiles.contains(profile)) {
                    indexes.add(of(identity));
                }
            });
            return indexes;
        }
    }

    /** Facts in a table of their own, so that they share the transaction's fate. */
    static final class Facts implements Ports.FactLog {
        private final JdbcClient jdbc;
        @Nullable Predicate<NewFact.Encoded> breaksOn;
        @Nullable RuntimeException outage;

        Facts(JdbcClient jdbc) {
            this.jdbc = jdbc;
            jdbc.sql(
                            """
                            create table if not exists facts_double (
                                key uuid primary key, profile uuid, kind text, subject text,
                                occurred_at timestamptz, attributes jsonb, historical boolean,
                                source text)
                            """)
                    .update();
        }

        @Override
        public Set<UUID> append(Collection<? extends NewFact> facts) {
            if (outage != null) {
                throw outage;
            }
            Set<UUID> known = new HashSet<>();
            for (NewFact fact : facts) {
                NewFact.Encoded encoded = (NewFact.Encoded) fact;
                if (breaksOn != null && breaksOn.test(encoded)) {
                    jdbc.sql("select 1 / 0").query(Integer.class).single();
                }
                if (insert(encoded) == 0) {
                    known.add(encoded.key());
                }
            }
            return known;
        }

        private int insert(NewFact.Encoded fact) {
            return jdbc.sql(
                            """
                            insert into facts_double values (:key, :profile, :kind, :subject, :at,
                                :attributes::jsonb, :historical, :source)
                            on conflict do nothing
                            """)
                    .param("key", fact.key())
                    .param("profile", fact.profile())
                    .param("kind", fact.kind())
                    .param("subject", fact.subject())
                    .param("at", fact.occurredAt().atOffset(ZoneOffset.UTC))
                    .param("attributes", fact.attributes().toString())
                    .param("historical", fact.historical())
                    .param("source", fact.source())
                    .update();
        }

        long count() {
            return jdbc.sql("select count(*) from facts_double").query(Long.class).single();
        }

        List<String> kinds() {
            return jdbc.sql("select kind from facts_double order by occurred_at, kind")
                    .query((row, number) -> row.getString("kind"))
                    .list();
        }

        /** One field of the only fact. */
        String only(String expression) {
            return jdbc.sql("select (" + expression + ")::text from facts_double")
                    .query((row, number) -> row.getString(1))
                    .single();
        }
    }

    /** Knows what is left of each order, and refunds by their numbers. */
    static final class Book implements Ports.OrderBook {
        final List<Command> commands = new ArrayList<>();
        private final Map<String, Long> left = new HashMap<>();
        private final Map<String, String> currencies = new HashMap<>();
        private final Set<String> refunds = new HashSet<>();

        @Override
        public synchronized List<Outcome> record(List<Command> all) {
            commands.addAll(all);
            return all.stream().map(this::record).toList();
        }

        private Outcome record(Command command) {
            return switch (command) {
                case Command.Place place -> place(place);
                case Command.Refund refund -> refund(refund);
                case Command.Cancel cancel ->
                        left.remove(cancel.order()) == null
                                ? new Outcome.UnknownOrder(cancel.order())
                                : new Outcome.Recorded(0);
            };
        }

        private Outcome place(Command.Place place) {
            long total = place.total() == null ? 0 : place.total();
            currencies.put(place.order(), place.currency());
            return left.putIfAbsent(place.order(), total) == null
                    ? new Outcome.Recorded(total)
                    : new Outcome.Unchanged();
        }

        private Outcome refund(Command.Refund refund) {
            Long has = left.get(refund.order());
            if (has == null) {
                return new Outcome.UnknownOrder(refund.order());
            }
            String currency = currencies.getOrDefault(refund.order(), refund.currency());
            if (!currency.equals(refund.currency())) {
                return new Outcome.CurrencyDiffers(refund.currency(), currency);
            }
            long asked = refund.amount() == null ? has : refund.amount();
            if (!refunds.add(refund.order() + "/" + refund.refund())) {
                return new Outcome.Unchanged();
            }
            if (asked > has) {
                refunds.remove(refund.order() + "/" + refund.refund());
                return new Outcome.RefundExceedsOrder(asked, has);
            }
            left.put(refund.order(), has - asked);
            return new Outcome.Recorded(asked);
        }
    }

    /** Hides nothing, but nobody would find the clear text by searching for it. */
    static final class Vault implements Ports.Vault {
        @Override
        public String seal(ProfileId profile, String field, String clear) {
            return Base64.getEncoder().encodeToString(clear.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public List<String> sealAll(List<ClearValue> values) {
            return values.stream()
                    .map(value -> seal(value.profile(), value.field(), value.clear()))
                    .toList();
        }

        @Override
        public Optional<String> open(ProfileId profile, String field, String sealed) {
            return Optional.of(
                    new String(Base64.getDecoder().decode(sealed), StandardCharsets.UTF_8));
        }
    }

    private Doubles() {}
}
