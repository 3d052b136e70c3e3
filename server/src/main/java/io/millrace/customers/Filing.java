package io.millrace.customers;

import io.millrace.access.Access.Caller;
import io.millrace.shared.Label;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door for looking at customers. */
final class Filing implements CustomerFiles {
    private final JdbcClient jdbc;
    private final Listing listing;
    private final RowReading rows;
    private final FileReading files;
    private final FactViews facts;
    private final Merging merging;
    private final Tags tags;
    private final AttributeCatalogue catalogue;
    private final Families families;
    private final Timelines timelines;
    private final Clock clock;

    Filing(CustomerParts parts, Listing listing, RowReading rows) {
        this.listing = listing;
        this.rows = rows;
        this.jdbc = parts.jdbc;
        this.files = parts.files;
        this.facts = parts.factViews;
        this.merging = parts.merging;
        this.tags = parts.tags;
        this.catalogue = parts.catalogue;
        this.families = parts.families;
        this.timelines = parts.timelines;
        this.clock = parts.clock;
    }

    @Override
    public Listed list(Query query, Caller caller) {
        return listing.list(query, caller);
    }

    @Override
    public Optional<CustomerFile> find(ProfileId id, @Nullable Instant asOf, Caller caller) {
        return families.rootOf(id)
                .flatMap(root ->
                        rows.rows(List.of(root), asOf, caller).stream()
                                .findFirst()
                                .map(row -> file(id, row, asOf, caller)));
    }

    private CustomerFile file(ProfileId asked, Row row, @Nullable Instant asOf, Caller caller) {
        var profiles = SqlArrays.profiles(families.members(row.id()));
        return new CustomerFile(
                row.id(),
                row.name(),
                row.masked(),
                row.erased(),
                row.visitor(),
                row.firstSeenAt(),
                row.lastSeenAt(),
                files.attributes(profiles, caller),
                files.identities(profiles, caller),
                files.tags(profiles),
                files.contacts(profiles, caller),
                files.profiles(profiles),
                merging.of(profiles),
                counts(row.id(), asOf),
                asked.equals(row.id()) ? null : asked,
                row.facets());
    }

    private Counts counts(ProfileId root, @Nullable Instant asOf) {
        var until = asOf == null ? clock.instant() : asOf;
        return timelines.foldOver(Set.of(root), CountFold::new, until).value().counts();
    }

    @Override
    public Map<ProfileId, Called> called(Set<ProfileId> profiles, Caller caller) {
        Map<ProfileId, ProfileId> roots = families.roots(profiles);
        Map<ProfileId, Called> byRoot = rows.called(Set.copyOf(roots.values()), caller);
        Map<ProfileId, Called> called = HashMap.newHashMap(profiles.size());
        roots.forEach((profile, root) -> {
            Called of = byRoot.get(root);
            if (of != null) {
                called.put(profile, of);
            }
        });
        return called;
    }

    @Override
    public List<ProfileId> profiles(ProfileId id) {
        return families.rootOf(id).map(families::members).orElse(List.of());
    }

    @Override
    public Page<FactView> timeline(ProfileId id, TimelineQuery query, Caller caller) {
        return facts.page(id, query, caller);
    }

    @Override
    public Optional<FactView> fact(UUID id, Caller caller) {
        return facts.one(id, caller);
    }

    @Override
    public List<TagCount> tags() {
        return tags.counts();
    }

    @Override
    public List<AttributeView> attributes() {
        Map<Integer, Long> customers = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select v.attribute, count(distinct p.root) as customers
                        from customers.attribute_values v
                        join customers.profiles p on p.id = v.profile
                        where v.value is not null group by v.attribute
                        """)
                .query(row -> {
                    customers.put(row.getInt("attribute"), row.getLong("customers"));
                });
        return catalogue.all().stream()
                .map(one ->
                        new AttributeView(
                                one.name(),
                                new Label(one.labelEn(), one.labelZh()),
                                one.type(),
                                Names.level(one.level()),
                                one.source(),
                                one.declared(),
                                customers.getOrDefault(one.id(), 0L)))
                .toList();
    }

    @Override
    public Page<MergeView> merges(@Nullable String cursor, int limit) {
        return merging.page(cursor, limit);
    }

    @Override
    public Page<CandidateView> candidates(@Nullable String cursor, int limit) {
        return merging.candidates(cursor, limit);
    }
}
