package io.millrace.customers;

import static io.millrace.customers.Desk.anonymous;
import static io.millrace.customers.Desk.email;
import static io.millrace.customers.Desk.external;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.customers.CustomerEdits.Edited;
import io.millrace.customers.CustomerEdits.NewTag;
import io.millrace.customers.CustomerFiles.Listed;
import io.millrace.customers.CustomerFiles.Query;
import io.millrace.customers.CustomerFiles.Row;
import io.millrace.customers.Customers.Claim;
import io.millrace.shared.DataLevel;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListTest {
    private final Desk desk = new Desk();
    private final Looking looking = new Looking(desk);
    private final List<ProfileId> people = new ArrayList<>();

    @BeforeEach
    void people() {
        for (var n = 0; n < 25; n++) {
            var claim = new Claim(List.of(external("c" + n)), Desk.NOON.plusSeconds(n), "shop");
            people.add(((Customers.Resolution.Resolved) desk.resolve(claim).getFirst()).profile());
        }
        desk.profile(anonymous("a1"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<ProfileId> walk(List<String> in, @Nullable String sort) {
        var seen = new ArrayList<ProfileId>();
        String cursor = null;
        do {
            var page = looking.page(null, in, sort, cursor, 7);
            seen.addAll(Looking.ids(page));
            cursor = page.next();
        } while (cursor != null);
        return seen;
    }

    @Test
    void listsEveryCustomerOnceTheMostRecentFirst() {
        assertThat(walk(List.of(), null)).isEqualTo(people.reversed());
        assertThat(walk(List.of(), "recent")).isEqualTo(people);
        assertThat(looking.page(null, List.of(), null, null, 7).total()).isEqualTo(25);
    }

    @Test
    void listsVisitorsApart() {
        var page = looking.page(new Query(null, List.of(), null, null, null, true, null, 9, true));

        assertThat(page.total()).isEqualTo(1);
        assertThat(page.items().getFirst().visitor()).isTrue();
    }

    @Test
    void listsExactlyWhomAllSelectionsName() {
        looking.selections.add(new Named("even", 2));
        looking.selections.add(new Named("third", 3));

        var both = walk(List.of("even:x", "third:x"), null);

        assertThat(both).hasSize(5).allMatch(one -> people.indexOf(one) % 6 == 0);
        assertThat(looking.page(null, List.of("even:x"), null, null, 2).total()).isEqualTo(13);
    }

    @Test
    void answersASelectionThatDoesNotExist() {
        var query = new Query(null, List.of("odd:x"), null, null, null, false, null, 9, false);

        assertThat(looking.listing.list(query, Looking.sees(DataLevel.PUBLIC)))
                .isInstanceOf(Listed.Invalid.class);
    }

    @Test
    void followsAnotherModulesOrderThenThoseWithoutTheFigure() {
        var ranked = List.of(people.get(3), people.get(20), people.get(11));
        looking.orderings.add(
                new Orderings() {
                    @Override
                    public String name() {
                        return "revenue";
                    }

                    @Override
                    public List<ProfileId> ascending(@Nullable Instant asOf) {
                        return ranked;
                    }
                });

        var walked = walk(List.of(), "-revenue");

        assertThat(walked.subList(0, 3)).isEqualTo(ranked.reversed());
        assertThat(walked).hasSize(25).doesNotHaveDuplicates();
        looking.selections.add(new Named("even", 2));
        assertThat(walk(List.of("even:x"), "revenue"))
                .startsWith(people.get(20))
                .hasSize(13)
                .doesNotHaveDuplicates();
    }

    @Test
    void listsByTag() {
        var tagged =
                desk.parts.tags.set(
                        people.get(4), new NewTag("hobby", "fishing", null, "chat"), "May");
        assertThat(tagged).isInstanceOf(Edited.Done.class);

        var page =
                looking.page(
                        new Query(
                                null,
                                List.of(),
                                "hobby:fishing",
                                null,
                                null,
                                false,
                                null,
                                9,
                                true));

        assertThat(Looking.ids(page)).containsExactly(people.get(4));
        assertThat(page.items().getFirst().tags()).hasSize(1);
        assertThat(desk.parts.tags.counts())
                .containsExactly(new CustomerFiles.TagCount("hobby", "fishing", 1));
    }

    @Test
    void masksNamesAndIdentitiesFromWhoMayNotSeeThem() {
        var may = desk.profile(email("may@example.com"));
        desk.describe(may, "name", "May Blossom");

        Row masked = looking.page("may@example.com", List.of(), null, null, 9).items().getFirst();
        assertThat(masked.name()).isEqualTo("M***");
        assertThat(masked.identities())
                .containsExactly(new CustomerFiles.Known("email", "m***@example.com"));
        var query =
                new Query("may@example.com", List.of(), null, null, null, false, null, 9, false);
        var clear = (Listed.Found) looking.listing.list(query, Looking.sees(DataLevel.values()));
        Page<Row> page = clear.page();
        assertThat(page.items().getFirst().name()).isEqualTo("May Blossom");
    }

    @Test
    void aMergedCustomerIsListedOnce() {
        desk.parts.merging.merge(people.get(0), people.get(24), "same person", "May");

        assertThat(walk(List.of(), null)).hasSize(24).startsWith(people.getFirst());
    }

    private final class Named implements Selections {
        private final String name;
        private final int every;

        Named(String name, int every) {
            this.name = name;
            this.every = every;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
            var chosen = new TreeSet<ProfileId>();
            for (var n = 0; n < people.size(); n += every) {
                chosen.add(people.get(n));
            }
            return Optional.of(chosen);
        }
    }
}
