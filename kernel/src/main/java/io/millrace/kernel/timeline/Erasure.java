package io.millrace.kernel.timeline;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Rewrites the segments that hold forgotten profiles, and finds the words that nobody uses now. */
final class Erasure {
    private final StoreState state;
    private final Set<UUID> profiles;
    private final Supplier<Path> names;
    private final BitSet keptKeys = new BitSet();
    private final long salt = new SecureRandom().nextLong();

    Erasure(StoreState state, Set<UUID> profiles, Set<String> kept, Supplier<Path> names) {
        this.state = state;
        this.profiles = profiles;
        this.names = names;
        for (String name : kept) {
            int code = state.dictionary().code(name);
            if (code != Dictionary.NONE) {
                keptKeys.set(code);
            }
        }
    }

    StoreState run() throws IOException, DamagedFileException {
        List<SortedRun> runs = new ArrayList<>();
        for (SortedRun run : state.runs()) {
            List<Segment> segments = new ArrayList<>();
            for (Segment segment : run.segments()) {
                segments.add(concerns(segment) ? rewrite(segment) : segment);
            }
            runs.add(new SortedRun(segments));
        }
        StoreState rest = new StoreState(runs, state.dictionary(), state.watermark());
        BitSet unused = new BitSet();
        unused.set(0, state.dictionary().size());
        for (Segment segment : rest.segments()) {
            keepUsed(segment, unused);
        }
        return new StoreState(runs, state.dictionary().without(unused), state.watermark());
    }

    private boolean concerns(Segment segment) {
        return profiles.stream()
                .anyMatch(profile ->
                        segment.find(
                                        profile.getMostSignificantBits(),
                                        profile.getLeastSignificantBits())
                                >= 0);
    }

    private Segment rewrite(Segment segment) throws IOException, DamagedFileException {
        Columns columns = new Columns(segment.rows());
        for (int profile = 0; profile < segment.profiles(); profile++) {
            long high = segment.profileHigh(profile);
            long low = segment.profileLow(profile);
            boolean forgotten = profiles.contains(new UUID(high, low));
            int end = segment.rowStart(profile + 1);
            for (int row = segment.rowStart(profile); row < end; row++) {
                if (forgotten) {
                    strip(columns, segment, row, high, low);
                } else {
                    columns.copy(segment, row, high, low);
                }
            }
        }
        Path file = names.get();
        SegmentWriter.write(columns, columns.unchanged(), file);
        return Segment.open(file);
    }

    /** The hash is drawn anew, so that a known order number no longer finds the fact. */
    private void strip(Columns columns, Segment segment, int row, long high, long low) {
        int to = columns.copyFigures(segment, row, high, low);
        long hash = segment.subjectHash(row);
        columns.subjectHash[to] = hash == 0 ? 0 : SubjectHash.mix(hash ^ salt) | 1;
        columns.subjectAt[to] = 0;
        for (int i = segment.attributeStart(row); i < segment.attributeEnd(row); i++) {
            byte tag = segment.attributeTag(i);
            int key = segment.attributeKey(i);
            if (tag != AttributeTag.SEALED && keptKeys.get(key)) {
                columns.attribute(key, tag, segment.attributePayload(i));
            }
        }
        columns.attributeStart[to + 1] = columns.attributes;
    }

    private static void keepUsed(Segment segment, BitSet unused) {
        for (int row = 0; row < segment.rows(); row++) {
            unused.clear(segment.kind(row));
            unused.clear(segment.source(row));
            if (segment.currency(row) != Dictionary.NONE) {
                unused.clear(segment.currency(row));
            }
        }
        for (int i = 0; i < segment.attributes(); i++) {
            unused.clear(segment.attributeKey(i));
            if (segment.attributeTag(i) == AttributeTag.TEXT) {
                unused.clear((int) segment.attributePayload(i));
            }
        }
    }
}
