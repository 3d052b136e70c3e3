package io.millrace.audiences.live;

import io.millrace.kernel.timeline.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is to be written together. */
final class Batch {
    /**
     * A customer comes into an audience or leaves it.
     *
     * @param at since when, in microseconds
     */
    record Row(Slot slot, int number, UUID customer, boolean in, long at) {}

    /** A fact that tells of it. */
    record Told(UUID audience, UUID customer, boolean in, long at, boolean historical) {
        String kind() {
            return in ? Kinds.AUDIENCE_ENTERED : Kinds.AUDIENCE_LEFT;
        }
    }

    /** What a slot aims at, or a change that is tried would have; not written anywhere. */
    record Bit(Slot slot, int number, boolean in) {}

    final List<Row> rows = new ArrayList<>();
    final List<Told> told = new ArrayList<>();
    final List<Bit> bits = new ArrayList<>();

    /** By customer's number, microseconds. */
    final Map<Integer, Long> dues = new LinkedHashMap<>();

    boolean isEmpty() {
        return rows.isEmpty() && told.isEmpty() && bits.isEmpty() && dues.isEmpty();
    }
}
