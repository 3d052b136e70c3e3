package io.millrace.kernel.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Which runs to merge. A tier holds runs of about the same size (a factor of 4); when four have
 * gathered in one, they and all smaller ones become one run. A fact is therefore rewritten about as
 * often as there are tiers, whatever the size of the store.
 */
final class Tiers {
    private static final int RUNS_PER_TIER = 4;

    private Tiers() {}

    static List<SortedRun> choose(List<SortedRun> runs) {
        TreeMap<Integer, List<SortedRun>> tiers = new TreeMap<>();
        for (SortedRun run : runs) {
            tiers.computeIfAbsent(tier(run.rows()), t -> new ArrayList<>()).add(run);
        }
        int highest = -1;
        for (var tier : tiers.entrySet()) {
            highest = tier.getValue().size() >= RUNS_PER_TIER ? tier.getKey() : highest;
        }
        int limit = highest;
        return runs.stream().filter(run -> tier(run.rows()) <= limit).toList();
    }

    static int tier(long rows) {
        long size = Math.max(1, rows >> 8);
        return (63 - Long.numberOfLeadingZeros(size)) / 2;
    }
}
