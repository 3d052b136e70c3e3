package io.millrace.models.offers;

import io.millrace.customers.Selections;
import io.millrace.kernel.model.basket.ItemHistories;
import io.millrace.kernel.model.basket.Ladder;
import io.millrace.models.baskets.BoughtTogether.By;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Customers behind price tiers: {@code ladder:<category>~<first>~<last>}, encoded; {@code once} as
 * first for those with one day only.
 */
@Component
final class LadderSelection implements Selections {
    private static final String NAME = "ladder";
    private static final String ONCE = "once";

    private final BoughtItems bought;

    LadderSelection(BoughtItems bought) {
        this.bought = bought;
    }

    static String move(String category, int first, int last) {
        return open(category, Integer.toString(first), last);
    }

    static String once(String category, int tier) {
        return open(category, ONCE, tier);
    }

    private static String open(String category, String first, int last) {
        return "in=" + NAME + ':' + Encoded.of(List.of(category, first, Integer.toString(last)));
    }

    /** The categories of all items, ascending, and the ladders of those that have one. */
    record Named(List<String> categories, List<Ladder> ladders) {
        static Named of(BoughtItems.Items items) {
            ItemHistories histories = items.histories();
            Map<String, Integer> numbers = new TreeMap<>();
            for (int item = 0; item < histories.items().size(); item++) {
                String category = items.category(item);
                if (category != null) {
                    numbers.put(category, 0);
                }
            }
            List<String> categories = new ArrayList<>(numbers.keySet());
            for (int i = 0; i < categories.size(); i++) {
                numbers.put(categories.get(i), i);
            }
            int[] of = new int[histories.items().size()];
            Arrays.setAll(
                    of,
                    item -> {
                        String category = items.category(item);
                        return category == null ? -1 : numbers.getOrDefault(category, -1);
                    });
            return new Named(categories, Ladder.of(histories, of));
        }
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
        boolean once = parts.get(1).equals(ONCE);
        if (!(once || parts.get(1).matches("[0-2]")) || !parts.get(2).matches("[0-2]")) {
            return Optional.empty();
        }
        BoughtItems.Items items = bought.of(By.SKU, asOf);
        Named named = Named.of(items);
        int first = once ? 0 : Integer.parseInt(parts.get(1));
        int last = Integer.parseInt(parts.get(2));
        boolean[] in = new boolean[items.histories().size()];
        for (Ladder ladder : named.ladders()) {
            if (named.categories().get(ladder.category()).equals(parts.get(0))) {
                for (int row = 0; row < in.length; row++) {
                    in[row] = once ? ladder.isOnce(row, last) : ladder.isMove(row, first, last);
                }
            }
        }
        return Optional.of(SortedProfiles.of(items.histories(), row -> in[row]));
    }
}
