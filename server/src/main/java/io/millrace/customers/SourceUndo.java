package io.millrace.customers;

import io.millrace.privacy.Privacy;
import io.millrace.shared.ProfileId;
import io.millrace.timelines.Timelines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes back everything that one source said of customers. */
final class SourceUndo {
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Families families;
    private final IdentityRows identities;
    private final Settled settled;
    private final Timelines timelines;
    private final Privacy privacy;

    SourceUndo(
            JdbcClient jdbc,
            Families families,
            IdentityRows identities,
            Settled settled,
            Timelines timelines,
            Privacy privacy) {
        this.jdbc = jdbc;
        this.families = families;
        this.identities = identities;
        this.settled = settled;
        this.timelines = timelines;
        this.privacy = privacy;
    }

    long removeSource(String source) {
        identities.lockAll();
        delete("attribute_values", "source = :source", source);
        delete(
                "names",
                "not exists (select from customers.attribute_values v where"
                        + " v.profile = names.profile and v.attribute = names.attribute)"
                        + " and :source <> ''",
                source);
        removeTags(source);
        delete("contacts", "set_by = :source", source);
        delete("sightings", "source = :source", source);
        delete("candidates", "source = :source", source);
        delete("evidence", "source = :source", source);
        passOn(source);
        delete("identities", "source = :source", source);
        var gone = spokenOfByNobody(candidates(source));
        cutMergesOf(source, gone);
        remove(gone);
        settled.withdrawWithTransaction();
        return gone.size();
    }

    /** An identity that somebody else gave too stays, as theirs. */
    private void passOn(String source) {
        jdbc.sql(
                        """
                        update customers.identities i
                        set source = e.source, seen_at = e.at
                        from (select distinct on (identity) identity, source, at
                              from customers.evidence order by identity, at) e
                        where i.id = e.identity and i.source = :source
                        """)
                .param("source", source)
                .update();
    }

    /** With the categories that only this source used and that nobody has shaped. */
    private void removeTags(String source) {
        var categories =
                jdbc.sql(
                                """
                                delete from customers.tags
                                where source = :source or set_by = :source
                                returning category
                                """)
                        .param("source", source)
                        .query((row, number) -> row.getString("category"))
                        .list();
        jdbc.sql(
                        """
                        delete from customers.tag_categories c
                        where c.name = any (:categories)
                          and c.parent is null and not c.one_of and not c.strict
                          and not c.archived and c.colour is null and c.description is null
                          and not exists (select from customers.tags t where t.category = c.name)
                          and not exists (select from customers.tag_givings g
                                          where g.category = c.name)
                          and not exists (select from customers.tag_values v where v.category = c.id)
                          and not exists (select from customers.tag_categories u
                                          where u.parent = c.id)
                        """)
                .param("categories", categories.stream().distinct().toArray(String[]::new))
                .update();
    }

    private void delete(String table, String condition, String source) {
        jdbc.sql("delete from customers." + table + " where " + condition)
                .param("source", source)
                .update();
    }

    private List<ProfileId> candidates(String source) {
        return jdbc.sql(
                        """
                        select p.id from customers.profiles p
                        where p.source = :source
                          and not exists (select from customers.identities i
                                          where i.profile = p.id)
                          and not exists (select from customers.attribute_values v
                                          where v.profile = p.id)
                          and not exists (select from customers.tags t where t.profile = p.id)
                          and not exists (select from customers.contacts c where c.profile = p.id)
                        order by p.id
                        """)
                .param("source", source)
                .query((row, number) -> new ProfileId(row.getObject("id", UUID.class)))
                .list();
    }

    private Set<ProfileId> spokenOfByNobody(List<ProfileId> candidates) {
        var silent = new HashSet<ProfileId>();
        for (var from = 0; from < candidates.size(); from += AT_ONCE) {
            gather(candidates.subList(from, Math.min(from + AT_ONCE, candidates.size())), silent);
        }
        return silent;
    }

    /** Halves the question wherever the answer is that somebody has facts. */
    private void gather(List<ProfileId> candidates, Set<ProfileId> silent) {
        var facts = timelines.facts(new HashSet<>(candidates), Timelines.FactFilter.ALL, null, 1);
        if (facts.items().isEmpty()) {
            silent.addAll(candidates);
        } else if (candidates.size() > 1) {
            var half = candidates.size() / 2;
            gather(candidates.subList(0, half), silent);
            gather(candidates.subList(half, candidates.size()), silent);
        }
    }

    private void cutMergesOf(String source, Set<ProfileId> gone) {
        for (var member : membersToCut(source, gone)) {
            families.cut(member);
        }
        jdbc.sql(
                        """
                        delete from customers.merges
                        where by = :source or member = any (:gone::uuid[])
                           or parent = any (:gone::uuid[])
                        """)
                .param("source", source)
                .param("gone", SqlArrays.profiles(gone))
                .update();
    }

    private List<ProfileId> membersToCut(String source, Set<ProfileId> gone) {
        var members = new ArrayList<ProfileId>();
        jdbc.sql(
                        """
                        select p.id from customers.profiles p
                        left join customers.merges m on m.member = p.id and m.undone_at is null
                        where p.parent is not null and p.id <> all (:gone::uuid[])
                          and (m.by = :source or p.parent = any (:gone::uuid[]))
                        order by p.id
                        """)
                .param("source", source)
                .param("gone", SqlArrays.profiles(gone))
                .query(row -> {
                    members.add(new ProfileId(row.getObject("id", UUID.class)));
                });
        return members;
    }

    private void remove(Set<ProfileId> gone) {
        var roots = rootsThatStay(gone);
        jdbc.sql("delete from customers.profiles where id = any (:gone::uuid[])")
                .param("gone", SqlArrays.profiles(gone))
                .update();
        privacy.discardKeys(gone);
        families.refresh(roots);
    }

    private List<ProfileId> rootsThatStay(Set<ProfileId> gone) {
        return jdbc.sql(
                        """
                        select distinct root from customers.profiles
                        where id = any (:gone::uuid[]) and root <> all (:gone::uuid[])
                        """)
                .param("gone", SqlArrays.profiles(gone))
                .query((row, number) -> new ProfileId(row.getObject("root", UUID.class)))
                .list();
    }
}
