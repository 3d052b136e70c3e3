package io.millrace.customers;

import io.millrace.customers.ResolvePlan.Addition;
import io.millrace.customers.ResolvePlan.Fresh;
import io.millrace.privacy.Privacy;
import io.millrace.shared.Ids;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what a plan of claims changes: one statement a table. */
final class PlanWriter {
    private final JdbcClient jdbc;
    private final JdbcTemplate copies;
    private final Privacy privacy;
    private final Families families;
    private final CustomerFacts facts;
    private final Ids ids;

    PlanWriter(
            JdbcClient jdbc,
            JdbcTemplate copies,
            Privacy privacy,
            Families families,
            CustomerFacts facts,
            Ids ids) {
        this.jdbc = jdbc;
        this.copies = copies;
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
        var copy =
                new CopyIn(
                        "customers.profiles",
                        "id,root,known_at,first_at,last_at,customer_since,heard_at,active_at,source");
        for (var one : fresh) {
            copy.row()
                    .uuid(one.profile.value())
                    .uuid(one.profile.value())
                    .instant(one.knownAt)
                    .instant(one.firstAt)
                    .instant(one.lastAt)
                    .instant(one.knownAt)
                    .instant(one.firstAt)
                    .instant(one.lastAt)
                    .text(one.source);
        }
        copy.into(copies);
    }

    private void insertIdentities(List<Addition> additions) {
        var sealed =
                privacy.sealAll(additions.stream().map(IdentityRows::clear).toList()).iterator();
        var copy =
                new CopyIn(
                        "customers.identities", "id,index,type,profile,sealed,tail,source,seen_at");
        for (var one : additions) {
            copy.row()
                    .uuid(one.id())
                    .uuid(one.identity().index())
                    .text(one.identity().type().name())
                    .uuid(one.profile().value())
                    .text(sealed.next())
                    .uuid(one.identity().tail())
                    .text(one.evidence().source())
                    .instant(one.evidence().at());
        }
        copy.into(copies);
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
