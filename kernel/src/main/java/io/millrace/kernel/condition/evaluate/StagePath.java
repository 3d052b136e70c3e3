package io.millrace.kernel.condition.evaluate;

import io.millrace.kernel.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Through which stages a customer went: the scheme is asked at the instants at which facts or time
 * can change the stage, from the earliest that a window can reach.
 */
final class StagePath extends Excursion {
    private final Placer placer;
    private final List<MoveTrack> tracks = new ArrayList<>();
    private int size;
    private long[] instants = new long[8];
    private int[] before = new int[8];
    private int[] after = new int[8];
    private long following;

    StagePath(Placer placer) {
        this.placer = placer;
    }

    void add(MoveTrack track) {
        tracks.add(track);
    }

    @Override
    void walk(Timeline timeline, long asOf, boolean closely, Walk walk) {
        long since = Verdict.NEVER;
        for (MoveTrack track : tracks) {
            track.begin(asOf, closely);
            since = Math.min(since, track.reach());
        }
        size = 0;
        following = walk.following();
        if (walk.any()) {
            long first = Math.max(since, walk.earliest());
            trace(timeline, Math.min(first - 1, asOf), asOf);
        }
        tracks.forEach(track -> track.take(this));
    }

    private void trace(Timeline timeline, long from, long asOf) {
        placer.place(timeline, from);
        int stage = placer.stage();
        while (placer.until() <= asOf) {
            long at = placer.until();
            placer.place(timeline, at);
            if (placer.stage() != stage) {
                move(at, stage, placer.stage());
                stage = placer.stage();
            }
        }
        following = placer.until();
    }

    private void move(long at, int from, int to) {
        if (size == instants.length) {
            instants = Arrays.copyOf(instants, size * 2);
            before = Arrays.copyOf(before, size * 2);
            after = Arrays.copyOf(after, size * 2);
        }
        instants[size] = at;
        before[size] = from;
        after[size++] = to;
    }

    /** How many moves there were. */
    int size() {
        return size;
    }

    long at(int move) {
        return instants[move];
    }

    /** The stage left, or {@link Placer#NOWHERE}. */
    int from(int move) {
        return before[move];
    }

    int to(int move) {
        return after[move];
    }

    /** Never later than the next move. */
    long following() {
        return following;
    }
}
