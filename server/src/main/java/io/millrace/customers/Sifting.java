package io.millrace.customers;

import io.millrace.customers.CustomerFiles.Query;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** To whom a list is limited: by selections, a tag and a search; all of them at once. */
final class Sifting {
    /** Every customer as of an instant, if a module offers it: so lists agree with its figures. */
    private static final String EVERYBODY = "overview.customers";

    private final JdbcClient jdbc;
    private final Searching searching;
    private final Supplier<Stream<Selections>> selections;

    Sifting(JdbcClient jdbc, Searching searching, Supplier<Stream<Selections>> selections) {
        this.jdbc = jdbc;
        this.searching = searching;
        this.selections = selections;
    }

    /** Answers of {@link #sift}. */
    sealed interface Sifted {
        /** No limit at all. */
        record All() implements Sifted {}

        /** Only these roots, ascending. */
        record Only(List<ProfileId> roots) implements Sifted {}

        record Unknown(FieldProblem error) implements Sifted {}
    }

    Sifted sift(Query query) {
        var sets = new ArrayList<SortedSet<ProfileId>>();
        for (var text : query.in()) {
            var chosen = select(text, query.asOf());
            if (chosen == null) {
                return new Sifted.Unknown(
                        FieldProblem.of("in", "customers.unknown-selection", text));
            }
            sets.add(chosen);
        }
        if (query.tag() != null && !query.tag().isBlank()) {
            sets.add(tagged(query.tag()));
        }
        if (query.text() != null && !query.text().isBlank()) {
            sets.add(new TreeSet<>(searching.roots(query.text())));
        }
        if (query.asOf() != null && query.in().isEmpty() && !query.visitors()) {
            var everybody = select(EVERYBODY + ":all", query.asOf());
            if (everybody != null) {
                sets.add(everybody);
            }
        }
        return sets.isEmpty() ? new Sifted.All() : new Sifted.Only(intersection(sets));
    }

    private @Nullable SortedSet<ProfileId> select(String text, @Nullable Instant asOf) {
        var colon = text.indexOf(':');
        if (colon < 1) {
            return null;
        }
        var name = text.substring(0, colon);
        return selections
                .get()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .flatMap(one -> one.select(text.substring(colon + 1), asOf))
                .orElse(null);
    }

    private SortedSet<ProfileId> tagged(String tag) {
        var colon = tag.indexOf(':');
        var category = colon < 0 ? "" : tag.substring(0, colon);
        return new TreeSet<>(
                jdbc.sql(
                                """
                                select p.root from customers.tags t
                                join customers.profiles p on p.id = t.profile
                                where t.category = :category and t.value = :value
                                """)
                        .param("category", category)
                        .param("value", tag.substring(colon + 1))
                        .query((row, number) -> new ProfileId(row.getObject("root", UUID.class)))
                        .list());
    }

    private static List<ProfileId> intersection(List<SortedSet<ProfileId>> sets) {
        sets.sort(Comparator.comparingInt(SortedSet::size));
        var rest = sets.subList(1, sets.size());
        var common = new ArrayList<ProfileId>();
        for (var profile : sets.getFirst()) {
            var everywhere = true;
            for (var other : rest) {
                everywhere &= other.contains(profile);
            }
            if (everywhere) {
                common.add(profile);
            }
        }
        return common;
    }
}
