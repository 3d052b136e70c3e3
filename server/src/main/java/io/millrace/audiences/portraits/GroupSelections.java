package io.millrace.audiences.portraits;

import io.millrace.customers.Selections;
import io.millrace.shared.ProfileId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code group:<grouping>~<value>}: the customers who have a value. */
@Component
class GroupSelections implements Selections {
    static final String NAME = "group";

    /** Between a grouping and a value; a category of tags may have one in its name. */
    private static final char BETWEEN = '~';

    private final Bases bases;
    private final Groupings groupings;

    GroupSelections(Bases bases, Groupings groupings) {
        this.bases = bases;
        this.groupings = groupings;
    }

    static String selection(String grouping, String value) {
        return String.join("", NAME, ":", written(grouping), "~", written(value));
    }

    /** What a selection says, or empty if it says nothing. */
    static Optional<Value> read(String text) {
        int between = text.indexOf(BETWEEN);
        return between < 1
                ? Optional.empty()
                : Optional.of(
                        new Value(
                                meant(text.substring(0, between)),
                                meant(text.substring(between + 1))));
    }

    /** A value of a grouping. */
    record Value(String grouping, String value) {}

    /** Commas part the parameters of a query. */
    static String written(String text) {
        return text.replace("%", "%25").replace(",", "%2C").replace("~", "%7E");
    }

    static String meant(String text) {
        return text.replace("%7E", "~").replace("%2C", ",").replace("%25", "%");
    }

    /** A query that opens the list of customers. */
    static String open(List<String> in, @Nullable Instant asOf) {
        List<String> parts = new ArrayList<>();
        in.forEach(one -> parts.add("in=" + URLEncoder.encode(one, StandardCharsets.UTF_8)));
        if (asOf != null) {
            parts.add("asOf=" + URLEncoder.encode(asOf.toString(), StandardCharsets.UTF_8));
        }
        return String.join("&", parts);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
        Base base = bases.of(asOf);
        return read(value)
                .flatMap(one ->
                        groupings
                                .find(one.grouping, base)
                                .flatMap(grouping -> having(grouping, one.value, base)));
    }

    private static Optional<SortedSet<ProfileId>> having(
            Grouping grouping, String value, Base base) {
        int place = grouping.place(value);
        if (place < 0) {
            return Optional.empty();
        }
        BitSet rows = new BitSet(base.size());
        for (int row = 0; row < base.size(); row++) {
            rows.set(row, (grouping.bits(row) >> place & 1) == 1);
        }
        return Optional.of(base.profiles(rows));
    }
}
