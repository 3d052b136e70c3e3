package io.millrace.kernel.condition;

import io.millrace.kernel.timeline.Dictionary;
import io.millrace.kernel.timeline.Micros;
import io.millrace.kernel.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures that conditions ask for, each kept once however many conditions ask, and all filled
 * in one walk.
 */
final class Tracks {
    /** Facts of a kind, in a currency (null: any), of the last days (0: ever). */
    record Track(String kind, @Nullable String currency, int days) {}

    private static final int[] NOBODY = {};
    private static final int ANY_CURRENCY = -2;

    private final List<Track> tracks = new ArrayList<>();
    private int[][] byKind = {};
    private int[] currencies = {};
    private long[] windows = {};
    private long[] counts = {};
    private long[] sums = {};
    private long[] firsts = {};
    private long[] lasts = {};
    private long[] starts = {};
    private long asOf;
    private long earliest;
    private boolean any;
    private long future;

    /** The place of a track, new if need be. */
    int place(Track track) {
        int known = tracks.indexOf(track);
        if (known >= 0) {
            return known;
        }
        tracks.add(track);
        return tracks.size() - 1;
    }

    Set<String> kinds() {
        return tracks.stream().map(Track::kind).collect(Collectors.toUnmodifiableSet());
    }

    /** Looks the words up; a track whose words no fact ever used stays empty. */
    void prepare(Dictionary dictionary) {
        int size = tracks.size();
        currencies = new int[size];
        windows = new long[size];
        counts = new long[size];
        sums = new long[size];
        firsts = new long[size];
        lasts = new long[size];
        starts = new long[size];
        for (int i = 0; i < size; i++) {
            Track track = tracks.get(i);
            String currency = track.currency();
            currencies[i] = currency == null ? ANY_CURRENCY : dictionary.code(currency);
            windows[i] = track.days() * Micros.DAY;
            int code = dictionary.code(track.kind());
            boolean possible = currency == null || currencies[i] != Dictionary.NONE;
            if (code != Dictionary.NONE && possible) {
                listen(code, i);
            }
        }
    }

    private void listen(int kind, int track) {
        if (kind >= byKind.length) {
            int[][] longer = new int[kind + 1][];
            Arrays.fill(longer, NOBODY);
            System.arraycopy(byKind, 0, longer, 0, byKind.length);
            byKind = longer;
        }
        int[] before = byKind[kind];
        int[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = track;
        byKind[kind] = after;
    }

    void fill(Timeline timeline, long instant) {
        reset(instant);
        while (timeline.next()) {
            long at = timeline.occurredAt();
            if (at > instant) {
                future = at;
                return;
            }
            if (!any) {
                any = true;
                earliest = at;
            }
            int kind = timeline.kind();
            if (kind < byKind.length && byKind[kind].length > 0) {
                for (int track : byKind[kind]) {
                    count(track, timeline, at);
                }
            }
        }
    }

    private void reset(long instant) {
        asOf = instant;
        any = false;
        future = Verdict.NEVER;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = 0;
            sums[i] = 0;
            starts[i] = windows[i] == 0 ? Long.MIN_VALUE : instant - windows[i];
        }
    }

    private void count(int track, Timeline timeline, long at) {
        if (at <= starts[track]) {
            return;
        }
        int currency = currencies[track];
        if (currency != ANY_CURRENCY) {
            if (timeline.currency() != currency) {
                return;
            }
            sums[track] += timeline.amount();
        }
        if (counts[track]++ == 0) {
            firsts[track] = at;
        }
        lasts[track] = at;
    }

    long asOf() {
        return asOf;
    }

    boolean any() {
        return any;
    }

    /** The customer's first fact of any kind. */
    long earliest() {
        return earliest;
    }

    /** The first fact after the instant, or never. */
    long future() {
        return future;
    }

    long count(int track) {
        return counts[track];
    }

    long sum(int track) {
        return sums[track];
    }

    long first(int track) {
        return firsts[track];
    }

    long last(int track) {
        return lasts[track];
    }

    /** When the oldest fact of a window leaves it. */
    long leaves(int track) {
        return windows[track] == 0 || counts[track] == 0
                ? Verdict.NEVER
                : firsts[track] + windows[track];
    }
}
