package io.millrace.models.offers;

import io.millrace.customers.Selections;
import io.millrace.kernel.model.basket.ItemHistories;
import io.millrace.models.baskets.BoughtTogether.By;
import io.millrace.models.offers.Repurchasing.State;
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

/**
 * The customers behind the numbers of repurchase: {@code repurchase:<what>~<by>~<item>}, each part
 * encoded; an empty item means any.
 */
@Component
final class RepurchaseSelection implements Selections {
    private static final String NAME = "repurchase";

    /** What can be asked of an item. */
    enum What {
        BUYERS,
        AGAIN,
        DUE,
        OVERDUE
    }

    private final DueLists lists;

    RepurchaseSelection(DueLists lists) {
        this.lists = lists;
    }

    static String open(What what, By by, String item) {
        return "in=" + NAME + ':' + Encoded.of(List.of(word(what), word(by), item));
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
        return Encoded.read(value, 3).flatMap(parts -> select(parts, asOf));
    }

    private Optional<SortedSet<ProfileId>> select(List<String> parts, @Nullable Instant asOf) {
        Optional<What> what = named(What.values(), parts.get(0));
        Optional<By> by = named(By.values(), parts.get(1));
        if (what.isEmpty() || by.isEmpty()) {
            return Optional.empty();
        }
        DueList list = lists.of(by.get(), asOf);
        String key = parts.get(2);
        int item = list.items.histories().numberOf(key);
        return Optional.of(
                switch (what.get()) {
                    case BUYERS -> bought(list.items.histories(), item, 1);
                    case AGAIN -> bought(list.items.histories(), item, 2);
                    case DUE -> inState(list, key.isEmpty(), item, State.DUE);
                    case OVERDUE -> inState(list, key.isEmpty(), item, State.OVERDUE);
                });
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String word) {
        return Arrays.stream(all).filter(one -> word(one).equals(word)).findFirst();
    }

    private static SortedSet<ProfileId> inState(DueList list, boolean any, int item, State state) {
        return list.where(
                index -> (any || list.product(index) == item) && list.state(index) == state);
    }

    /** Those who bought an item on so many days at least. */
    private static SortedSet<ProfileId> bought(ItemHistories histories, int item, int days) {
        boolean[] in = new boolean[histories.size()];
        for (int row = 0; row < in.length; row++) {
            int count = 0;
            int to = histories.lineTo(histories.to(row) - 1);
            for (int line = histories.lineFrom(histories.from(row)); line < to; line++) {
                count += histories.item(line) == item ? 1 : 0;
            }
            in[row] = count >= days;
        }
        return SortedProfiles.of(histories, row -> in[row]);
    }
}
