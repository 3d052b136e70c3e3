package io.millrace.models.offers;

import io.millrace.customers.Selections;
import io.millrace.kernel.model.basket.ItemHistories;
import io.millrace.models.baskets.BoughtTogether.By;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Customers behind sequences: {@code sequence:<what>~<by>~<days>~<first>~<then>}, encoded. */
@Component
final class FollowSelection implements Selections {
    private static final String NAME = "sequence";

    /** Which of the customers of a sequence. */
    enum What {
        BEGAN,
        FOLLOWED,
        WAITING
    }

    private final BoughtItems bought;

    FollowSelection(BoughtItems bought) {
        this.bought = bought;
    }

    static String open(What what, By by, int days, String first, String then) {
        return "in="
                + NAME
                + ':'
                + Encoded.of(List.of(word(what), word(by), Integer.toString(days), first, then));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
        return Encoded.read(value, 5).flatMap(parts -> select(parts, asOf));
    }

    private Optional<SortedSet<ProfileId>> select(List<String> parts, @Nullable Instant asOf) {
        Optional<What> what =
                Arrays.stream(What.values())
                        .filter(one -> word(one).equals(parts.get(0)))
                        .findFirst();
        Optional<By> by =
                Arrays.stream(By.values())
                        .filter(one -> word(one).equals(parts.get(1)))
                        .findFirst();
        if (what.isEmpty() || by.isEmpty() || !parts.get(2).matches("\\d{1,3}")) {
            return Optional.empty();
        }
        BoughtItems.Items items = bought.of(by.get(), asOf);
        Window window = new Window(items, Integer.parseInt(parts.get(2)));
        int first = items.histories().numberOf(parts.get(3));
        int then = items.histories().numberOf(parts.get(4));
        boolean[] in = new boolean[items.histories().size()];
        for (int row = 0; row < in.length; row++) {
            in[row] =
                    switch (what.get()) {
                        case BEGAN -> window.began(row, first) >= 0;
                        case FOLLOWED -> window.followed(row, first, then);
                        case WAITING -> window.isWaiting(row, first, then);
                    };
        }
        return Optional.of(SortedProfiles.of(items.histories(), row -> in[row]));
    }

    /** Looks at one customer after another. */
    record Window(BoughtItems.Items items, int days) {
        /** The visit with the first purchase, if its window is over; else -1. */
        int began(int row, int first) {
            ItemHistories histories = items.histories();
            for (int visit = histories.from(row); visit < histories.to(row); visit++) {
                if (has(visit, first)) {
                    return histories.day(visit) + days <= items.today() ? visit : -1;
                }
            }
            return -1;
        }

        boolean followed(int row, int first, int then) {
            ItemHistories histories = items.histories();
            int began = began(row, first);
            if (began < 0) {
                return false;
            }
            int until = histories.day(began) + days;
            for (int visit = began + 1; visit < histories.to(row); visit++) {
                if (histories.day(visit) <= until && has(visit, then)) {
                    return true;
                }
            }
            return false;
        }

        boolean isWaiting(int row, int first, int then) {
            ItemHistories histories = items.histories();
            for (int visit = histories.to(row) - 1; visit >= histories.from(row); visit--) {
                if (histories.day(visit) + days < items.today() || has(visit, then)) {
                    return false;
                }
                if (has(visit, first)) {
                    return true;
                }
            }
            return false;
        }

        private boolean has(int visit, int item) {
            ItemHistories histories = items.histories();
            int from = histories.lineFrom(visit);
            int to = histories.lineTo(visit);
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (histories.item(middle) < item) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from < histories.lineTo(visit) && histories.item(from) == item;
        }
    }
}
