package io.millrace.models.offers;

import io.millrace.customers.Selections;
import io.millrace.kernel.model.basket.ItemHistories;
import io.millrace.models.baskets.BoughtTogether.By;
import io.millrace.shared.ProfileId;
import io.millrace.shared.SortedProfiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Customers behind bundles: {@code bundle:<missing>~<by>~<item>~<item>…}, encoded. */
@Component
final class BundleSelection implements Selections {
    private static final String NAME = "bundle";
    private static final int MOST = 12;

    private final BoughtItems bought;

    BundleSelection(BoughtItems bought) {
        this.bought = bought;
    }

    /**
     * @param missing how many of the items the customers have never bought
     */
    static String open(int missing, By by, List<String> items) {
        List<String> parts = new ArrayList<>();
        parts.add(Integer.toString(missing));
        parts.add(by.name().toLowerCase(Locale.ROOT));
        parts.addAll(items);
        return "in=" + NAME + ':' + Encoded.of(parts);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<SortedSet<ProfileId>> select(String value, @Nullable Instant asOf) {
        int count = value.split("~", -1).length;
        return count < 3 || count > MOST
                ? Optional.empty()
                : Encoded.read(value, count).flatMap(parts -> select(parts, asOf));
    }

    private Optional<SortedSet<ProfileId>> select(List<String> parts, @Nullable Instant asOf) {
        Optional<By> by =
                Arrays.stream(By.values())
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(parts.get(1)))
                        .findFirst();
        if (by.isEmpty() || !parts.get(0).matches("\\d")) {
            return Optional.empty();
        }
        ItemHistories histories = bought.of(by.get(), asOf).histories();
        int[] items =
                parts.subList(2, parts.size()).stream().mapToInt(histories::numberOf).toArray();
        int wanted = Integer.parseInt(parts.get(0));
        int[] missing = missing(histories, items);
        boolean[] in = new boolean[missing.length];
        for (int row = 0; row < in.length; row++) {
            in[row] = missing[row] == wanted;
        }
        return Optional.of(SortedProfiles.of(histories, row -> in[row]));
    }

    /** How many of the items each customer has never bought. */
    static int[] missing(ItemHistories histories, int[] items) {
        int[] missing = new int[histories.size()];
        for (int row = 0; row < missing.length; row++) {
            int to = histories.lineTo(histories.to(row) - 1);
            int has = 0;
            for (int line = histories.lineFrom(histories.from(row)); line < to; line++) {
                for (int i = 0; i < items.length; i++) {
                    has |= histories.item(line) == items[i] ? 1 << i : 0;
                }
            }
            missing[row] = items.length - Integer.bitCount(has);
        }
        return missing;
    }
}
