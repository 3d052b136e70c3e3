package io.millrace.customers;

import io.millrace.access.Access.Caller;
import io.millrace.customers.CustomerFiles.Listed;
import io.millrace.customers.CustomerFiles.Query;
import io.millrace.customers.Sifting.Sifted;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists of customers: who belongs on it, in which order, and what their rows show. */
final class Listing {
    private static final String RECENT = "recent";

    private final Sifting sifting;
    private final Eligible eligible;
    private final RecentOrder recent;
    private final FigureOrder figures;
    private final Supplier<Stream<Orderings>> orderings;
    private final RowReading rows;

    Listing(
            Sifting sifting,
            Eligible eligible,
            Supplier<Stream<Orderings>> orderings,
            RowReading rows) {
        this.sifting = sifting;
        this.eligible = eligible;
        this.recent = new RecentOrder(eligible);
        this.figures = new FigureOrder(eligible);
        this.orderings = orderings;
        this.rows = rows;
    }

    Listed list(Query query, Caller caller) {
        return switch (sifting.sift(query)) {
            case Sifted.Unknown(var error) -> new Listed.Invalid(List.of(error));
            case Sifted.Only(var roots) ->
                    page(query, new Sought(query.visitors(), null, roots), caller);
            case Sifted.All _ ->
                    page(query, new Sought(query.visitors(), query.asOf(), null), caller);
        };
    }

    private Listed page(Query query, Sought sought, Caller caller) {
        var slice = slice(query, sought);
        if (slice == null) {
            return new Listed.Invalid(
                    List.of(
                            FieldProblem.of(
                                    "sort",
                                    "customers.unknown-sort",
                                    String.valueOf(query.sort()))));
        }
        var total = query.total() ? (Long) eligible.count(sought) : null;
        var page = rows.rows(slice.roots(), query.asOf(), caller);
        return new Listed.Found(new Page<>(page, slice.next(), total));
    }

    private @Nullable Slice slice(Query query, Sought sought) {
        var sort = query.sort() == null || query.sort().isBlank() ? "-" + RECENT : query.sort();
        var descending = sort.startsWith("-");
        var name = descending ? sort.substring(1) : sort;
        if (name.equals(RECENT)) {
            return recent.page(sought, descending, query.cursor(), query.limit());
        }
        List<ProfileId> ascending =
                orderings
                        .get()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .map(one -> one.ascending(query.asOf()))
                        .orElse(null);
        return ascending == null
                ? null
                : figures.page(sought, ascending, descending, query.cursor(), query.limit());
    }
}
