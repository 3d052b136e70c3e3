package io.millrace.audiences.portraits;

import io.millrace.customers.Selections;
import io.millrace.shared.ProfileId;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Opens selections as lists of customers do, so that a number and its list agree. */
@Component
class Chosen {
    private final ObjectProvider<Selections> selections;

    Chosen(ObjectProvider<Selections> selections) {
        this.selections = selections;
    }

    /** Who was found, or which selection there is not. */
    record Found(BitSet rows, @Nullable String unknown) {}

    /**
     * @param asked null if now is meant, so that audiences answer with their present members
     */
    Found rows(List<String> in, Base base, @Nullable Instant asked) {
        BitSet rows = base.everybody();
        for (String text : in) {
            Optional<SortedSet<ProfileId>> found = select(text, asked);
            if (found.isEmpty()) {
                return new Found(rows, text);
            }
            rows.and(base.rows(found.get()));
        }
        return new Found(rows, null);
    }

    private Optional<SortedSet<ProfileId>> select(String text, @Nullable Instant asked) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String name = text.substring(0, colon);
        return selections.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .flatMap(one -> one.select(text.substring(colon + 1), asked));
    }
}
