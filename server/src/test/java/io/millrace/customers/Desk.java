package io.millrace.customers;

import com.github.f4b6a3.uuid.UuidCreator;
import io.millrace.customers.Customers.Claim;
import io.millrace.customers.Customers.Identity;
import io.millrace.customers.Customers.IdentityType;
import io.millrace.customers.Customers.Resolution;
import io.millrace.database.TestDatabase;
import io.millrace.privacy.Privacy;
import io.millrace.privacy.PrivacyParts;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import io.millrace.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Customers on a database of their own, with doubles for the timelines and the jobs. */
final class Desk implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final TestDatabase database = TestDatabase.fresh();
    final Clock clock = Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC);
    final Ids ids = UuidCreator::getTimeOrderedEpochPlus1;
    final PrivacyParts privacyParts = new PrivacyParts(database, ids, clock);
    final Privacy privacy = privacyParts.privacy;
    final MemoryTimelines timelines = new MemoryTimelines();
    final CustomerParts parts =
            new CustomerParts(
                    database.jdbc(),
                    new JdbcTemplate(database.source()),
                    database.transactions(),
                    privacy,
                    timelines,
                    new Shop(),
                    ids,
                    clock);
    final Customers customers = parts.base();

    static Identity external(String id) {
        return new Identity(IdentityType.EXTERNAL, id);
    }

    static Identity email(String email) {
        return new Identity(IdentityType.EMAIL, email);
    }

    static Identity phone(String phone) {
        return new Identity(IdentityType.PHONE, phone);
    }

    static Identity anonymous(String id) {
        return new Identity(IdentityType.ANONYMOUS, id);
    }

    static Claim claim(Identity... identities) {
        return new Claim(List.of(identities), NOON, "shop");
    }

    Resolution resolve(Identity... identities) {
        return resolve(claim(identities)).getFirst();
    }

    List<Resolution> resolve(Claim... claims) {
        return Objects.requireNonNull(
                database.transactions().execute(status -> customers.resolve(List.of(claims))));
    }

    ProfileId profile(Identity... identities) {
        return switch (resolve(identities)) {
            case Resolution.Resolved(var profile, _, _) -> profile;
            case Resolution other -> throw new AssertionError(other);
        };
    }

    ProfileId root(ProfileId profile) {
        return customers.rootOf(profile);
    }

    void describe(ProfileId profile, String name, String value) {
        describe(profile, Map.of(name, value), NOON);
    }

    void describe(ProfileId profile, Map<String, String> values, Instant at) {
        database.transactions()
                .executeWithoutResult(status ->
                        customers.describe(
                                List.of(
                                        new Customers.Description(
                                                profile, Map.copyOf(values), at, "shop"))));
    }

    TagMany many() {
        var searching = new Searching(database.jdbc(), privacy, parts.reader, Stream::empty);
        return new TagMany(
                parts,
                new Sifting(database.jdbc(), searching, Stream::empty),
                privacyParts.jobs,
                JsonMapper.builder().build());
    }

    long count(String table) {
        return database.jdbc()
                .sql("select count(*) from customers." + table)
                .query(Long.class)
                .single();
    }

    /** The same answers without what is remembered: as after a restart. */
    Desk forgetful() {
        parts.settled.withdraw();
        return this;
    }

    static Stream<String> numbered(String prefix, int count) {
        return Stream.iterate(0, n -> n < count, n -> n + 1).map(n -> prefix + n);
    }

    @Override
    public void close() {
        database.close();
    }

    private static final class Shop implements Workspace {
        @Override
        public Settings settings() {
            return new Settings("Shop", ZoneOffset.UTC, "CNY", "CN", Locale.ENGLISH, Map.of(), 1);
        }

        @Override
        public Changed change(Settings settings, long expectedVersion) {
            return new Changed.Stale(settings());
        }

        @Override
        public void adoptCurrency(String currency) {}
    }
}
