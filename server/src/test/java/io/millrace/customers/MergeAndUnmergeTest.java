package io.millrace.customers;

import static io.millrace.customers.Desk.anonymous;
import static io.millrace.customers.Desk.email;
import static io.millrace.customers.Desk.external;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.customers.CustomerEdits.Merged;
import io.millrace.customers.CustomerEdits.Unmerged;
import io.millrace.shared.ProfileId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MergeAndUnmergeTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    private UUID merge(ProfileId into, ProfileId member) {
        return switch (desk.parts.merging.merge(into, member, "same person", "May")) {
            case Merged.Done(var merge) -> merge;
            case Merged other -> throw new AssertionError(other);
        };
    }

    /** Everything that this module keeps of customers, but for the log of merges. */
    private List<Map<String, @Nullable Object>> everything() {
        return desk.database
                .jdbc()
                .sql(
                        """
                        select p.id, p.parent, p.root, p.known_at, p.first_at, p.last_at,
                               case when p.parent is null then p.customer_since end as since,
                               case when p.parent is null then p.heard_at end as heard,
                               case when p.parent is null then p.active_at end as active,
                               (select string_agg(i.id::text, ',' order by i.id)
                                from customers.identities i where i.profile = p.id) as identities,
                               (select string_agg(v.value, ',' order by v.attribute)
                                from customers.attribute_values v where v.profile = p.id) as vals
                        from customers.profiles p order by p.id
                        """)
                .query()
                .listOfRows();
    }

    @Test
    void anUnmergeRestoresEverythingExactly() {
        var one = desk.profile(external("c1"), email("may@example.com"));
        var other = desk.profile(external("c2"));
        desk.profile(anonymous("a1"));
        desk.profile(anonymous("a1"), external("c2"));
        desk.describe(one, "city", "Hangzhou");
        desk.describe(other, "city", "Suzhou");
        var before = everything();
        var memberships = Map.copyOf(desk.timelines.roots);

        var merge = merge(one, other);
        assertThat(desk.root(other)).isEqualTo(one);
        assertThat(desk.customers.members(one)).hasSize(3);
        assertThat(desk.parts.merging.unmerge(merge, "May")).isEqualTo(new Unmerged.Done(other));

        assertThat(everything()).isEqualTo(before);
        assertThat(desk.timelines.roots).isEqualTo(memberships);
    }

    @Test
    void whatArrivesWhileTheyAreOneStaysWithTheProfileForWhichItArrived() {
        var one = desk.profile(external("c1"));
        var other = desk.profile(external("c2"));
        var merge = merge(one, other);
        desk.profile(anonymous("a1"));
        var visitor = desk.profile(anonymous("a1"));

        assertThat(desk.profile(external("c2"), anonymous("a1"))).isEqualTo(other);
        assertThat(desk.root(visitor)).isEqualTo(one);
        desk.parts.merging.unmerge(merge, "May");

        assertThat(desk.root(visitor)).isEqualTo(other);
        assertThat(desk.timelines.roots).containsOnly(Map.entry(visitor, other));
        assertThat(desk.profile(external("c2"))).isEqualTo(other);
        assertThat(desk.profile(external("c1"))).isEqualTo(one);
    }

    @Test
    void mergesWithinMergesComeApartInAnyOrder() {
        var a = desk.profile(external("a"));
        var b = desk.profile(external("b"));
        var c = desk.profile(external("c"));
        var inner = merge(b, c);
        var outer = merge(a, b);
        assertThat(desk.root(c)).isEqualTo(a);

        desk.parts.merging.unmerge(inner, "May");
        assertThat(desk.root(c)).isEqualTo(c);
        assertThat(desk.root(b)).isEqualTo(a);

        desk.parts.merging.unmerge(outer, "May");
        assertThat(desk.root(b)).isEqualTo(b);
        assertThat(desk.timelines.roots).isEmpty();
    }

    @Test
    void mergedCustomersTakeAnEventThatNamesBothWithoutConflict() {
        var one = desk.profile(external("c1"));
        var other = desk.profile(email("may@example.com"));
        merge(one, other);

        assertThat(desk.profile(external("c1"), email("may@example.com"))).isEqualTo(one);
        assertThat(desk.count("candidates")).isZero();
    }

    @Test
    void answersWhatCannotBeMergedOrTakenBack() {
        var one = desk.profile(external("c1"));
        var other = desk.profile(external("c2"));
        var nobody = new ProfileId(new UUID(1, 2));
        var merge = merge(one, other);

        assertThat(desk.parts.merging.merge(one, other, "again", "May"))
                .isInstanceOf(Merged.SameCustomer.class);
        assertThat(desk.parts.merging.merge(one, nobody, "who", "May"))
                .isEqualTo(new Merged.UnknownCustomer(nobody));
        desk.parts.merging.unmerge(merge, "May");
        assertThat(desk.parts.merging.unmerge(merge, "May"))
                .isInstanceOf(Unmerged.AlreadyUndone.class);
        assertThat(desk.parts.merging.unmerge(new UUID(1, 2), "May"))
                .isInstanceOf(Unmerged.UnknownMerge.class);
    }

    @Test
    void theTrailHasWhoMergedAndWhoTookItBack() {
        var merge = merge(desk.profile(external("c1")), desk.profile(external("c2")));
        desk.parts.merging.unmerge(merge, "Bo");

        assertThat(desk.privacy.auditTrail(null, null, 9).items())
                .extracting("actor", "action")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Bo", "customer.unmerge"),
                        org.assertj.core.groups.Tuple.tuple("May", "customer.merge"));
    }
}
