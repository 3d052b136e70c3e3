package io.millrace.customers;

import io.millrace.access.Access.Caller;
import io.millrace.access.Access.Role;
import io.millrace.access.Permission;
import io.millrace.customers.CustomerFiles.Listed;
import io.millrace.customers.CustomerFiles.Query;
import io.millrace.customers.CustomerFiles.Row;
import io.millrace.shared.DataLevel;
import io.millrace.shared.Page;
import io.millrace.shared.ProfileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looking at the customers of a desk, with what higher modules would add. */
final class Looking {
    final List<Selections> selections = new ArrayList<>();
    final List<Orderings> orderings = new ArrayList<>();
    final List<CustomerSearch> searches = new ArrayList<>();
    final List<Facets> facets = new ArrayList<>();
    final Listing listing;
    final Filing files;

    Looking(Desk desk) {
        var jdbc = desk.database.jdbc();
        var rows = new RowReading(jdbc, desk.privacy, facets::stream);
        var searching = new Searching(jdbc, desk.privacy, desk.parts.reader, searches::stream);
        listing =
                new Listing(
                        new Sifting(jdbc, searching, selections::stream),
                        new Eligible(jdbc),
                        orderings::stream,
                        rows);
        files = new Filing(desk.parts, listing, rows);
    }

    static Caller sees(DataLevel... levels) {
        return new Caller("u1", "May", new Seeing(Set.of(levels)), false, "en");
    }

    private record Seeing(Set<DataLevel> clear) implements Role {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public Set<Permission> permissions() {
            return Set.of();
        }
    }

    List<ProfileId> search(String text) {
        return ids(page(text, List.of(), null, null, 50));
    }

    Page<Row> page(
            @Nullable String text,
            List<String> in,
            @Nullable String sort,
            @Nullable String cursor,
            int limit) {
        var query = new Query(text, in, null, null, sort, false, cursor, limit, true);
        return page(query);
    }

    Page<Row> page(Query query) {
        return switch (listing.list(query, sees(DataLevel.PUBLIC))) {
            case Listed.Found(var page) -> page;
            case Listed other -> throw new AssertionError(other);
        };
    }

    static List<ProfileId> ids(Page<Row> page) {
        return page.items().stream().map(Row::id).toList();
    }
}
