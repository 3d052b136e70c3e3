package io.millrace.customers;

import io.millrace.customers.Eligible.Place;
import io.millrace.shared.Cursor;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Lists by last activity: along an index, from the place where the last page ended. */
final class RecentOrder {
    private static final int STRIDE = 4_000;

    private final Eligible eligible;

    RecentOrder(Eligible eligible) {
        this.eligible = eligible;
    }

    Slice page(Sought sought, boolean descending, @Nullable String cursor, int limit) {
        var found = new ArrayList<Place>(limit + 1);
        var after = cursor == null ? null : place(cursor);
        var all = sought.only() == null;
        var stride = all || sought.few() ? limit + 1 : STRIDE;
        while (found.size() <= limit) {
            var places = eligible.byActivity(sought, descending, after, stride, sought.few());
            for (var place : places) {
                if (found.size() <= limit && sought.allows(place.root())) {
                    found.add(place);
                }
            }
            if (places.size() < stride) {
                break;
            }
            after = places.getLast();
        }
        var items = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? cursor(items.getLast()) : null;
        return new Slice(items.stream().map(Place::root).toList(), next);
    }

    private static String cursor(Place place) {
        return Cursor.of("r", place.activeAt(), place.root()).encode();
    }

    private static Place place(String cursor) {
        var parts = Cursor.decode(cursor, 3).parts();
        try {
            return new Place(ProfileId.parse(parts.get(2)), Instant.parse(parts.get(1)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Cursor.invalid();
        }
    }
}
