package io.millrace.customers;

import io.millrace.shared.Cursor;
import io.millrace.shared.ProfileId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists by a figure of another module: along that module's own order, then those who have no such
 * figure, by id.
 */
final class FigureOrder {
    private static final int STRIDE = 1_000;

    private final Eligible eligible;

    FigureOrder(Eligible eligible) {
        this.eligible = eligible;
    }

    Slice page(
            Sought sought,
            List<ProfileId> ascending,
            boolean descending,
            @Nullable String cursor,
            int limit) {
        var found = new ArrayList<ProfileId>(limit);
        var at = new Position(0, null);
        if (cursor != null) {
            at = position(cursor);
        }
        if (at.after == null) {
            var ranked = ranked(sought, ascending, descending, at.ordinal, limit, found);
            if (found.size() == limit && ranked < ascending.size()) {
                return new Slice(found, Cursor.of("f", ranked, "").encode());
            }
        }
        return rest(sought, ascending, at.after, limit, found);
    }

    /**
     * @param after the last one by id of those without the figure, null before the first
     */
    private record Position(int ordinal, @Nullable ProfileId after) {}

    private int ranked(
            Sought sought,
            List<ProfileId> ascending,
            boolean descending,
            int from,
            int limit,
            List<ProfileId> found) {
        var at = from;
        while (found.size() < limit && at < ascending.size()) {
            var start = at;
            var candidates = new ArrayList<ProfileId>();
            var places = new ArrayList<Integer>();
            while (at < ascending.size()
                    && candidates.size() < limit
                    && at - start < STRIDE * 100) {
                var root = ascending.get(descending ? ascending.size() - 1 - at : at);
                at++;
                if (sought.allows(root)) {
                    candidates.add(root);
                    places.add(at);
                }
            }
            var there = eligible.among(candidates, sought);
            for (var n = 0; n < candidates.size(); n++) {
                if (there.contains(candidates.get(n))) {
                    found.add(candidates.get(n));
                    if (found.size() == limit) {
                        return places.get(n);
                    }
                }
            }
        }
        return at;
    }

    private Slice rest(
            Sought sought,
            List<ProfileId> ascending,
            @Nullable ProfileId from,
            int limit,
            List<ProfileId> found) {
        var ranked = new HashSet<>(ascending);
        var after = from;
        while (true) {
            var ids = next(sought, after);
            for (var id : ids) {
                if (found.size() == limit) {
                    return new Slice(
                            found,
                            Cursor.of("f", ascending.size(), after == null ? "" : after).encode());
                }
                if (lacks(ranked, sought, id)) {
                    found.add(id);
                }
                after = id;
            }
            if (ids.size() < STRIDE) {
                return new Slice(found, null);
            }
        }
    }

    private List<ProfileId> next(Sought sought, @Nullable ProfileId after) {
        return eligible.byId(sought, after, STRIDE);
    }

    private static boolean lacks(Set<ProfileId> ranked, Sought sought, ProfileId id) {
        return !ranked.contains(id) && sought.allows(id);
    }

    private static Position position(String cursor) {
        var parts = Cursor.decode(cursor, 3).parts();
        try {
            var after = parts.get(2);
            return new Position(
                    Integer.parseUnsignedInt(parts.get(1)),
                    after.isEmpty() ? null : ProfileId.parse(after));
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }
}
