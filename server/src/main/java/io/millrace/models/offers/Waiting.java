package io.millrace.models.offers;

import io.millrace.kernel.model.basket.ItemHistories;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who bought an item within the last days, so that those who lack another since can be counted. */
final class Waiting {
    private final BoughtItems.Items items;
    private final FollowSelection.Window window;

    /** By item, the customers who bought it within the days. */
    private final Map<Integer, int[]> recent = new HashMap<>();

    private final Map<Long, Integer> counted = new HashMap<>();

    Waiting(BoughtItems.Items items, int days) {
        this.items = items;
        this.window = new FollowSelection.Window(items, days);
        Map<Integer, List<Integer>> rows = new HashMap<>();
        ItemHistories histories = items.histories();
        for (int row = 0; row < histories.size(); row++) {
            for (int visit = histories.from(row); visit < histories.to(row); visit++) {
                if (histories.day(visit) + days < items.today()) {
                    continue;
                }
                for (int line = histories.lineFrom(visit); line < histories.lineTo(visit); line++) {
                    rows.computeIfAbsent(histories.item(line), _ -> new ArrayList<>()).add(row);
                }
            }
        }
        rows.forEach((item, list) ->
                recent.put(item, list.stream().mapToInt(Integer::intValue).distinct().toArray()));
    }

    int count(int first, int then) {
        return counted.computeIfAbsent(
                (long) first * items.histories().items().size() + then,
                _ ->
                        (int)
                                Arrays.stream(recent.getOrDefault(first, new int[0]))
                                        .filter(row -> window.isWaiting(row, first, then))
                                        .count());
    }
}
