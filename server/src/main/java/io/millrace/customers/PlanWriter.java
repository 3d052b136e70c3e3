package io.millrace.customers;

import io.millrace.customers.ResolvePlan.Addition;
import io.millrace.customers.ResolvePlan.Fresh;
import io.millrace.privacy.Privacy;
import io.millrace.shared.Ids;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what a plan of claims changes: one statement a table. */
final class PlanWriter {
    private final JdbcClient jdbc;
    private final Privacy privacy;
    private final Families families;
    private final CustomerFacts facts;
    private final Ids ids;

    PlanWriter(JdbcClient jdbc, Privacy privacy, Families families, CustomerFacts facts, Ids ids) {
        this.jdbc = jdbc;
        this.privacy = privacy;
        this.families = families;
        this.facts = facts;
        this.ids = ids;
    }

    void write(ResolvePlan plan) {
        if (!plan.fresh.isEmpty()) {
            privacy.createKeys(plan.fresh.keySet());
            insertProfiles(List.copyOf(plan.fresh.values()));
        }
        if (!plan.additions.isEmpty()) {
            insertIdentities(plan.additions);
        }
        if (!plan.promotions.isEmpty()) {
            promote(plan);
        }
        if (!plan.joins.isEmpty()) {
            families.joinVisitors(plan.joins);
        }
        insertSightings(plan);
        insertCandidates(plan);
        insertEvidence(plan);
        facts.ofPlan(plan);
    }

    private void insertProfiles(List<Fresh> fresh) {
        jdbc.sql(
                        """
                        insert into customers.profiles
                            (id, root, known_at, first_at, last_at, customer_since, heard_at,
                             active_at, source)
                        select id, id, known_at, first_at, last_at, known_at, first_at, last_at,
                               source
                        from unnest(:ids::uuid[], :known::timestamptz[], :first::timestamptz[],
                                    :last::timestamptz[], :sources::text[])
                             as made (id, known_at, first_at, last_at, source)
                        """)
                .param("ids", SqlArrays.texts(fresh, one -> one.profile.value()))
                .param("known", SqlArrays.texts(fresh, one -> one.knownAt))
                .param("first", SqlArrays.texts(fresh, one -> one.firstAt))
                .param("last", SqlArrays.texts(fresh, one -> one.lastAt))
                .param("sources", SqlArrays.texts(fresh, one -> one.source))
                .update();
    }

    private void insertIdentities(List<Addition> additions) {
        var sealed = privacy.sealAll(additions.stream().map(IdentityRows::clear).toList());
        jdbc.sql(
                        """
                        insert into customers.identities
                            (id, index, type, profile, sealed, tail, source, seen_at)
                        select * from unnest(
                            :ids::uuid[], :indexes::uuid[], :types::text[], :profiles::uuid[],
                            :sealed::text[], :tails::uuid[], :sources::text[],
                            :seen::timestamptz[])
                        """)
                .param("ids", SqlArrays.texts(additions, Addition::id))
                .param("indexes", SqlArrays.texts(additions, one -> one.identity().index()))
                .param("types", SqlArrays.texts(additions, one -> one.identity().type()))
                .param("profiles", SqlArrays.texts(additions, one -> one.profile().value()))
                .param("sealed", sealed.toArray(String[]::new))
                .param("tails", SqlArrays.texts(additions, one -> one.identity().tail()))
                .param("sources", SqlArrays.texts(additions, one -> one.evidence().source()))
                .param("seen", SqlArrays.texts(additions, one -> one.evidence().at()))
                .update();
    }

    private void promote(ResolvePlan plan) {
        var promoted = plan.promotions.entrySet();
        jdbc.sql(
                        """
                        update customers.profiles p
                        set known_at = made.known_at,
                            customer_since = case when p.parent is null then made.known_at end
                        from unnest(:ids::uuid[], :known::timestamptz[]) as made (id, known_at)
                        where p.id = made.id
                        """)
                .param("ids", SqlArrays.texts(promoted, one -> one.getKey().value()))
                .param("known", SqlArrays.texts(promoted, one -> one.getValue().at()))
                .update();
    }

    private void insertSightings(ResolvePlan plan) {
        if (plan.sightings.isEmpty()) {
            return;
        }
        var seen = plan.sightings.entrySet();
        jdbc.sql(
                        """
                        insert into customers.sightings (index, profile, source, at)
                        select * from unnest(:indexes::uuid[], :profiles::uuid[],
                                             :sources::text[], :at::timestamptz[])
                        on conflict do nothing
                        """)
                .param("indexes", SqlArrays.texts(seen, one -> one.getKey().index()))
                .param("profiles", SqlArrays.texts(seen, one -> one.getKey().profile().value()))
                .param("sources", SqlArrays.texts(seen, one -> one.getValue().source()))
                .param("at", SqlArrays.texts(seen, one -> one.getValue().at()))
                .update();
        if (!plan.shared.isEmpty()) {
            jdbc.sql(
                            """
                            update customers.identities set shared = true
                            where index = any (:indexes::uuid[])
                            """)
                    .param("indexes", SqlArrays.uuids(plan.shared))
                    .update();
        }
    }

    private void insertCandidates(ResolvePlan plan) {
        if (plan.candidates.isEmpty()) {
            return;
        }
        var found = plan.candidates;
        jdbc.sql(
                        """
                        insert into customers.candidates (id, one, other, identity, source, at)
                        select id, least(one, other), greatest(one, other), identity, source, at
                        from unnest(:ids::uuid[], :ones::uuid[], :others::uuid[],
                                    :identities::uuid[], :sources::text[], :at::timestamptz[])
                             as found (id, one, other, identity, source, at)
                        on conflict (one, other) do nothing
                        """)
                .param("ids", SqlArrays.texts(found, _ -> ids.next()))
                .param("ones", SqlArrays.texts(found, one -> one.one().value()))
                .param("others", SqlArrays.texts(found, one -> one.other().value()))
                .param("identities", SqlArrays.texts(found, ResolvePlan.Candidate::identity))
                .param("sources", SqlArrays.texts(found, one -> one.evidence().source()))
                .param("at", SqlArrays.texts(found, one -> one.evidence().at()))
                .update();
    }

    private void insertEvidence(ResolvePlan plan) {
        if (plan.evidence.isEmpty()) {
            return;
        }
        var found = plan.evidence.entrySet();
        jdbc.sql(
                        """
                        insert into customers.evidence (identity, source, at)
                        select found.identity, found.source, found.at
                        from unnest(:identities::uuid[], :sources::text[], :at::timestamptz[])
                             as found (identity, source, at)
                        join customers.identities i on i.id = found.identity
                        where i.source <> found.source
                        on conflict do nothing
                        """)
                .param("identities", SqlArrays.texts(found, Map.Entry::getKey))
                .param("sources", SqlArrays.texts(found, one -> one.getValue().source()))
                .param("at", SqlArrays.texts(found, one -> one.getValue().at()))
                .update();
    }
}
